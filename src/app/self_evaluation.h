#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/reported_projects.h"
#include "app/workspace.h"
#include "domain/evidence.h"
#include "packs/scoring_profile.h"
#include "store/evidence.h"
#include "store/self_evaluations.h"

// 项目支出绩效自评: the official form of a project, filled from everything that is known of it.
namespace jiheng::app {

/// What a person has typed into a row and not saved; nothing where the cell is as it was.
struct TypedCells {
  std::int64_t indicator_id{};
  std::optional<std::string> value{};
  std::optional<std::string> points{};
  std::optional<std::string> score{};  // a person's judgement of its level
  std::optional<std::string> reason{};
};

/// 年度资金总额 as a person types it, 元; "" where a cell is blank.
struct TypedMoney {
  std::string initial{};
  std::string adjusted{};
  std::string executed{};
};

/// Which self-evaluation. `profile` "" is the default one; without `day` it is 31 December of the
/// project's year. `typed` is laid over what is kept.
struct EvaluationRequest {
  std::int64_t project_id{};
  std::string profile{};
  std::optional<Date> day{};
  std::vector<TypedCells> typed{};
  std::optional<store::EvaluationWords> words{};
  std::optional<TypedMoney> money{};
};

/// A line of the money block.
///
/// Shape   `source` "" for 年度资金总额. `rate` executed ÷ budget, nothing where either is missing.
///         `as_of` is the day of the execution somebody stated, nothing for what only the filed
///         form says.
/// Units   元; percent, two decimals.
struct EvaluatedMoney {
  ProjectMoney money{};
  std::optional<Decimal> rate{};
  std::optional<Date> as_of{};
};

/// A row of the form.
///
/// Shape   `stored.row` holds what the form shows: points, actual, score as a person gave it,
///         reason. `actual_id` is the living statement of the whole at the day, 0 where there is
///         none: what evidence is put behind.
struct EvaluatedRow {
  store::StoredIndicator stored{};
  std::string target{};  // as the form prints it: ≥95%
  Reached reached{};
  Score score{};
  bool points_proposed{};
  std::int64_t actual_id{};
  std::vector<store::StoredEvidence> evidence{};
};

enum class MissingKind : std::uint8_t {
  points,     // no number of points
  value,      // no actual value, or one that makes no whole
  judgement,  // words that name no level, and no score a person gave
  reason,     // below full marks, or far beyond the target, without saying why
  evidence,   // a satisfaction without a survey and its sample
  money,      // budget or execution unknown
  execution,  // little executed, without saying why
  outcome,    // nothing said of the goal
  year_end,   // a value or money of an earlier day stands as the year's
};

[[nodiscard]] std::string_view word(MissingKind kind);

/// Something a person still has to say. `row` indexes the rows; nothing for the project itself.
struct Missing {
  MissingKind kind{};
  std::optional<std::size_t> row{};
  Text message;
};

/// Shape   `goal` "" where no form states one. `score.rows` are all rows in order. `revision` is
///         handed back when saving. `money` begins with the total.
struct SelfEvaluation {
  std::int64_t project_id{};
  std::int64_t agency_id{};
  std::string agency;
  std::string parent_agency{};
  std::string project;
  int year{};
  Date day{};
  std::string profile_id;
  std::string profile_title;
  int profile_version{};
  std::vector<EvaluatedMoney> money{};
  Execution execution{};
  std::string goal{};
  store::EvaluationWords words{};
  std::vector<EvaluatedRow> rows{};
  ProjectScore score{};
  std::vector<Missing> missing{};
  std::string revision{};
};

/// Errors  not_found `store.no_project`, `packs.no_scoring_profile`.
[[nodiscard]] Result<SelfEvaluation> self_evaluation(const Workspace& workspace,
                                                     const EvaluationRequest& request);

/// The same of several projects of a year, in their order, without what a person typed.
[[nodiscard]] Result<std::vector<SelfEvaluation>> self_evaluations(
    const Workspace& workspace, int year, const std::vector<std::int64_t>& projects,
    const std::string& profile, std::optional<Date> day = {});

/// The day of what a row shows, where it is before the form's; nothing where it is not.
[[nodiscard]] std::optional<Date> older_than_form(const EvaluatedRow& row, Date day);
[[nodiscard]] std::optional<Date> older_than_form(const EvaluatedMoney& money, Date day);

/// Keeps what was typed, values as those of the whole at the day; gives the form as it is then.
/// `seen` is the revision it was typed over. A value or an execution of an earlier day that is
/// typed as it was is said anew for the day.
/// Errors  conflict `store.evaluation_changed_meanwhile`; invalid_input
///         `evaluation.not_a_number`, `evaluation.too_long` (where: the indicator's name),
///         `evaluation.bad_amount`.
[[nodiscard]] Result<SelfEvaluation> save_self_evaluation(const Workspace& workspace,
                                                          const EvaluationRequest& request,
                                                          const std::string& seen);

/// What of the form is still missing, in the order of its rows.
[[nodiscard]] std::vector<Missing> missing_in(const SelfEvaluation& evaluation,
                                              const Workspace& workspace);

}  // namespace jiheng::app
