#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/actual.h"
#include "domain/indicator.h"
#include "domain/score.h"
#include "scoring/scheme.h"

namespace jiheng::app {

/// An indicator as it was scored.
///
/// Shape   of `row` what scoring looks at and a page shows: place, levels, name, target, points,
///         the score a person gave; agency and project stand once, in the execution. `as_of` is the
///         day of the actual value; `unclear` why values of sub-units made none; `made_of` how they
///         made it.
struct ScoredRow {
  std::int64_t indicator_id{};
  Indicator row{};
  Actual actual{};
  std::optional<Date> as_of{};
  std::optional<Unscored> unclear{};
  std::vector<Step> made_of{};
};

/// What the scores of one project are computed from, and nothing else: no document, no database.
///
/// Shape   with `proposing` rows that state no points are scored by those the profile proposes.
struct ScoreInput {
  std::optional<int> year{};
  Execution execution{};
  std::vector<ScoredRow> rows{};
  bool proposing{};
};

/// The project's scores by a scheme; the same input and profile give the same scores.
[[nodiscard]] ProjectScore score_of(const ScoreInput& input, const scoring::Scheme& scheme);

/// Both as JSON of one line; equal values give equal bytes.
/// Source  docs/formats/score-run.md
[[nodiscard]] std::string input_text(const ScoreInput& input);
[[nodiscard]] std::string result_text(const ProjectScore& score);

/// Read back what was written.
/// Errors  invalid_input `score_keeping.damaged`.
[[nodiscard]] Result<ScoreInput> read_input(std::string_view text);
[[nodiscard]] Result<ProjectScore> read_result(std::string_view text);

}  // namespace jiheng::app
