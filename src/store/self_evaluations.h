#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/actuals.h"
#include "store/assessments.h"
#include "store/project_money.h"
#include "store/store.h"

namespace jiheng::store {

/// What a self-evaluation says of the project as a whole; "" where it says nothing.
///
/// Shape   `outcome` 目标实际完成情况; `execution` why the budget was executed as it was.
struct EvaluationWords {
  std::string outcome{};
  std::string execution{};

  friend bool operator==(const EvaluationWords&, const EvaluationWords&) = default;
};

struct StoredWords {
  std::int64_t id{};
  std::int64_t project_id{};
  EvaluationWords words{};
  std::string author{};
  std::int64_t at_ms{};
  bool living{};
  std::string ended_by{};
  std::int64_t ended_at_ms{};
};

/// Everything a person says on one page, kept together.
///
/// Shape   `seen` is the revision the page was made from. Without `words` those that are kept stay.
struct NewSelfEvaluation {
  std::int64_t project_id{};
  std::string seen;
  std::vector<NewActual> actuals{};
  std::vector<NewAssessment> assessments{};
  std::vector<NewMoney> moneys{};
  std::optional<EvaluationWords> words{};
  std::string author{};
};

/// What is said of a project as a whole, in place of what was said before.
struct NewWords {
  std::int64_t project_id{};
  EvaluationWords words{};
  std::string author{};
};

/// What a document or a person says of several projects in one go.
struct NewStatements {
  std::vector<NewActual> actuals{};
  std::vector<NewAssessment> assessments{};
  std::vector<NewMoney> moneys{};
  std::vector<NewWords> words{};
};

/// 项目支出绩效自评. Every call names the region first.
class SelfEvaluations {
 public:
  /// `store` outlives it.
  explicit SelfEvaluations(Store& store) : parts_(store.parts()) {}

  /// Names what is said of a project now: another word as soon as a value, an assessment, money or
  /// the words are said anew or taken back, by whomever.
  [[nodiscard]] Result<std::string> revision(std::string_view region, std::int64_t project_id);
  /// Keeps all or nothing.
  /// Errors  conflict `store.evaluation_changed_meanwhile` when `seen` is not the revision; those
  ///         of `Actuals::report`, `Assessments::assess` and `Moneys::state`.
  [[nodiscard]] Result<void> save(std::string_view region, const NewSelfEvaluation& said);
  /// Keeps all or nothing, over whatever was said before.
  /// Errors  those of `Actuals::report`, `Assessments::assess` and `Moneys::state`.
  [[nodiscard]] Result<void> keep(std::string_view region, const NewStatements& said);
  /// The newest first; with `ended` the history too.
  [[nodiscard]] Result<std::vector<StoredWords>> words_of(std::string_view region,
                                                          std::int64_t project_id,
                                                          bool ended = false);
  /// The living ones of several projects.
  [[nodiscard]] Result<std::vector<StoredWords>> words_of_projects(
      std::string_view region, const std::vector<std::int64_t>& project_ids);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
