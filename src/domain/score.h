#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "domain/place.h"
#include "packs/scoring_profile.h"

namespace jiheng {

/// Why something has no score.
enum class Unscored : std::uint8_t {
  no_points,         // no number of points
  no_target,         // blank or a placeholder
  no_actual,         // blank: not the same as 0
  not_comparable,    // target and actual count different things
  fraction_unclear,  // a bare 0.9 beside 2 %, 1.2 beside 97 %: percent or a part of the whole
  day_unclear,       // 10月 beside 10月15日前
  level_unclear,     // words that name no level, and no score a person gave
  no_budget,         // the adjusted annual budget is 0 or not stated
  no_executed,       // what was spent is not stated
  no_amount,         // a mean of ratios without the amounts they are weighted by
  too_large,         // beyond 128 bits
  year_unknown,      // 12月底前 beside 2024年1月15日, and nobody says the budget year
  no_room,           // the indicators' points leave none for execution
  negative_points,   // points below 0 make no sense
  actual_range,      // 4-6: which of them was reached
  actual_fraction,   // 9/10 beside a count: neither 9 nor 10
  actual_no_number,  // 无, 很多 beside a number
  unit_unclear,      // what a sub-unit said is no number in the indicator's measure
};

inline constexpr auto kLastUnscored = Unscored::unit_unclear;

[[nodiscard]] std::string_view word(Unscored reason);

/// One step of a derivation.
///
/// Shape   the values of each kind stand beside its sentence in packs/text/scoring.*.toml.
enum class StepKind : std::uint8_t {
  fraction_read,
  same_measure,
  negative_is_zero,
  met,
  not_met,
  met_late,
  met_level,
  full,
  none,
  target_zero,
  target_negative,
  below_pass,
  proportion,
  linear,
  beyond_double,
  late_band,
  too_late,
  band,
  band_between,
  off_band,
  deducted,
  deducted_whole,
  level,
  level_same_words,
  filed_in_level,
  filed_outside_level,
  level_takes,
  judged,
  over,
  sum,
  execution_rate,
  execution_part,
  execution_over,
  cap,
  grade,
  approximate,  // 约 in front of what was reached
  at_limit,     // ＞ ＜: the target itself, and what the profile says of it
  at_limit_missed,
  points_proposed,
  some_points_proposed,
  points_beyond,  // those of the indicators leave no room for execution
  points_off,
  execution_initial,  // the initial budget stands for the adjusted one
  units_sum,          // what sub-units reached, added up
  units_mean,         // weighted by their amounts
  units_parts,        // numerators ÷ denominators
  whole_parts,        // the same of one value
  within_tolerance,   // not the target itself, yet as near as the profile allows
  unit_no_number,     // which sub-unit stands in the way of a whole, and with what
  unit_other_measure,
  unit_fraction_unclear,
  unit_no_amount,
  value_earlier,  // what counts was said for an earlier day than the form's
  money_earlier,
};

inline constexpr auto kLastStep = StepKind::money_earlier;

[[nodiscard]] std::string_view word(StepKind kind);

struct Step {
  StepKind kind{};
  std::vector<std::string> values{};

  friend bool operator==(const Step&, const Step&) = default;
};

/// The sentence of a step.
[[nodiscard]] Text text_of(const Step& step);
/// The sentence that says why there is no score.
[[nodiscard]] Text text_of(Unscored reason);

/// 得分的推导: what a clerk follows by hand, in order, the last step gives the score.
struct Derivation {
  std::vector<Step> steps{};
  std::string clause{};
  bool clause_verified{};

  friend bool operator==(const Derivation&, const Derivation&) = default;
};

/// The scores a level allows, both ends included.
struct ScoreInterval {
  Decimal low;
  Decimal high;

  friend bool operator==(const ScoreInterval&, const ScoreInterval&) = default;
};

/// Why a filed score is not the computed one.
enum class Difference : std::uint8_t {
  none,
  no_filed_score,         // the document gives none
  scored_without_actual,  // a score beside a blank actual value
  above_points,
  negative,
  full_though_not_met,
  less_though_met,
  outside_level,
  other_ceiling_form,  // what the other form for ≤ ＜ gives
  other,
  filed_no_number,  // 满分 where a number belongs
};

inline constexpr auto kLastDifference = Difference::filed_no_number;

[[nodiscard]] std::string_view word(Difference difference);
[[nodiscard]] Text text_of(Difference difference);

/// One indicator's points, or why it has none.
///
/// Shape   `score` and `unscored` exclude each other; `met` where the value could be held against
///         the target; `interval` of a level. `filed` is the document's own score.
/// Units   points, rounded half up to the profile's places.
struct Score {  // NOLINT(clang-analyzer-optin.performance.Padding): as one reads
  std::optional<Decimal> points{};
  std::optional<Decimal> score{};
  std::optional<Unscored> unscored{};
  std::optional<Decimal> filed{};
  packs::Method method{};
  std::optional<bool> met{};
  std::optional<ScoreInterval> interval{};
  std::string level{};
  bool by_person{};  // the score is the filed one: a person's judgement within its bounds
  Difference difference{};
  bool points_proposed{};  // by the profile: the document gives none
  Derivation derivation{};

  friend bool operator==(const Score&, const Score&) = default;
};

/// 预算执行: what a form says of the money of a project.
///
/// Shape   `points`, `rate` and `score` as filed, "" where the form has none.
///         `by_initial` where `budget` is 年初预算数, for want of 全年预算数.
/// Units   `budget` (全年预算数) and `executed` (全年执行数) in one and the same unit.
struct Execution {
  std::string agency{};
  std::string project{};
  Place place{};
  bool by_initial{};
  std::optional<Decimal> budget{};
  std::optional<Decimal> executed{};
  std::string points{};
  std::string rate{};
  std::string score{};

  friend bool operator==(const Execution&, const Execution&) = default;
};

/// 总分 as a form states it.
struct FiledTotal {
  std::string agency{};
  std::string project{};
  Place place{};
  std::string total{};

  friend bool operator==(const FiledTotal&, const FiledTotal&) = default;
};

/// Target and actual value where more of a number is better, in one measure.
struct InOneMeasure {
  Decimal target;
  Decimal actual;
};

/// A project's scores and what they come to.
///
/// Shape   `rows` are indices of the scored rows, `scores` runs beside them. `execution` is absent
///         where the profile gives it no points, or nothing is said of it and the points are not
///         the whole; without room for it, it is there and not scored. `grade` is "" while
///         something is not scored, or the points are not the profile's whole.
/// Units   `possible` is the sum of all points, `total` the sum of the scores after caps.
struct ProjectScore {
  std::string agency;
  std::string project;
  std::vector<std::size_t> rows{};
  std::vector<Score> scores{};
  std::optional<Score> execution{};
  Decimal possible{};
  Decimal total{};
  std::size_t unscored{};
  std::string grade{};
  std::optional<Decimal> filed_total{};
  Difference difference{};
  Derivation derivation{};
  std::vector<std::optional<InOneMeasure>> compared{};  // beside scores; not kept
};

/// True where anything of the project has a score: else it has no total, which is not 0.
[[nodiscard]] bool has_score(const ProjectScore& project);

/// The sentences of the total's derivation. Execution that is not scored is not said to have 0
/// points.
[[nodiscard]] std::vector<Text> total_texts(const ProjectScore& project);

}  // namespace jiheng
