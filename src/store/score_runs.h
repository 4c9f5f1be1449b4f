#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "store/store.h"

namespace jiheng::store {

/// A scoring profile as it was when it scored.
///
/// Shape   `content` is the text of a pack file, `hash` its SHA-256.
struct KeptProfile {
  std::string hash;
  std::string id;
  std::int64_t version{};
  std::string title{};
  std::string content{};
};

/// Which projects of a year; what is empty does not narrow.
struct ScoredScope {
  int year{};
  std::optional<std::int64_t> agency{};
  std::optional<std::int64_t> project{};
};

struct NewScoreRun {
  ScoredScope scope{};
  Date as_of{};
  KeptProfile profile;
  std::int64_t of_run{};  // whose inputs are scored again; 0 for the year's own
  std::int64_t expected{};
  std::string author{};
};

/// A project's place in a run and what it came to.
///
/// Shape   names as they were then; `result` and `inputs` are the texts of app/score_record.h.
struct ScoreResult {
  std::int64_t position{};  // from 1
  std::int64_t project_id{};
  std::int64_t agency_id{};
  std::string agency{};
  std::string project{};
  Decimal total{};
  Decimal possible{};
  std::optional<Decimal> execution{};
  std::string grade{};
  std::int64_t unscored{};  // indicators, and the execution
  bool has_score{true};     // of anything: else the total is none
  std::string result{};
  std::string inputs{};
};

struct GradeCount {
  std::string grade;  // "" for no grade
  std::int64_t projects{};

  friend bool operator==(const GradeCount&, const GradeCount&) = default;
};

/// What a run comes to: indicators with and without a score, and projects by grade; of the
/// indicators `proposed` have points the profile proposes.
struct ScoreCounts {
  std::int64_t scored{};
  std::int64_t unscored{};
  std::vector<GradeCount> grades{};
  std::int64_t proposed{};

  friend bool operator==(const ScoreCounts&, const ScoreCounts&) = default;
};

/// Shape   `profile.content` is "" in lists. `done` of `run.expected` projects are scored.
struct StoredScoreRun {
  std::int64_t id{};
  NewScoreRun run;
  std::int64_t at_ms{};
  std::int64_t done{};
  bool finished{};
  ScoreCounts counts{};
  std::string agency{};   // its name where the scope is one agency
  std::string project{};  // the same of a project
};

enum class ScoreSort : std::uint8_t { document, total, project, agency, unscored };

/// Which projects of a run. What is empty does not filter.
struct ScoreFilter {
  std::string region;
  std::int64_t run{};
  std::optional<std::int64_t> agency{};
  std::optional<std::string> grade{};  // "" for projects without a grade
  std::string query{};                 // words, each in the name of the project or its agency
};

/// Kept scores. Every call names the region first.
///
/// A run is written in batches, so that nobody else who writes waits for all of it: `start`, `add`
/// as often as needed, `finish`; or `discard`.
class ScoreRuns {
 public:
  /// `store` outlives it.
  explicit ScoreRuns(Store& store) : parts_(store.parts()) {}

  /// The projects of a scope that have rows, in document order.
  [[nodiscard]] Result<std::vector<std::int64_t>> projects_of(std::string_view region,
                                                              const ScoredScope& scope);

  /// Keeps the profile, unless it is kept already, and begins a run; gives its id.
  [[nodiscard]] Result<std::int64_t> start(std::string_view region, const NewScoreRun& run);
  /// Errors  not_found `store.no_score_run`; conflict `store.score_run_finished`.
  [[nodiscard]] Result<void> add(std::string_view region, std::int64_t run_id,
                                 std::span<const ScoreResult> results);
  [[nodiscard]] Result<void> finish(std::string_view region, std::int64_t run_id,
                                    const ScoreCounts& counts);
  /// Removes a run that is not finished.
  [[nodiscard]] Result<void> discard(std::string_view region, std::int64_t run_id);

  /// The runs of a year, newest first, at most `limit`; those that are not finished, too.
  [[nodiscard]] Result<std::vector<StoredScoreRun>> of_year(std::string_view region, int year,
                                                            std::int64_t limit = 200);
  /// With the profile's content. Errors  not_found `store.no_score_run`.
  [[nodiscard]] Result<StoredScoreRun> run(std::string_view region, std::int64_t run_id);
  /// Without `result` and `inputs`. `limit` 1 … 2000.
  /// Errors  invalid_input `store.bad_cursor`.
  [[nodiscard]] Result<Page<ScoreResult>> results(const ScoreFilter& filter,
                                                  const Stretch<ScoreSort>& stretch);
  /// One project of a run, whole. Errors  not_found `store.no_score`.
  [[nodiscard]] Result<ScoreResult> result(std::string_view region, std::int64_t run_id,
                                           std::int64_t project_id);
  /// Every project of a run, whole, in document order; holds a batch at a time. Stops at the first
  /// Error of `each`.
  [[nodiscard]] Result<void> each_result(
      std::string_view region, std::int64_t run_id,
      const std::function<Result<void>(const ScoreResult& result)>& each);
  /// Kept profiles whose content is not what its hash says.
  [[nodiscard]] Result<std::vector<Text>> check();

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
