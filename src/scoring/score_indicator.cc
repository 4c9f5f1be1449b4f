#include "scoring/score_indicator.h"

#include <algorithm>

#include "domain/cell_number.h"
#include "scoring/actual_words.h"
#include "scoring/difference.h"
#include "scoring/methods.h"

namespace jiheng::scoring {
namespace {

/// The clause of what was used: that of ≤ ＜ is not cited beside ≥.
const packs::ClauseSettings& clause_of(packs::Method method, bool is_above,
                                       const packs::ScoringProfile& profile) {
  switch (method) {
    case packs::Method::direct:
      return profile.direct;
    case packs::Method::proportion:
      return is_above && !profile.proportion.above_clause.text.empty()
                 ? profile.proportion.above_clause
                 : profile.proportion.clause;
    case packs::Method::graded:
      return profile.graded.clause;
    case packs::Method::satisfaction:
      return profile.satisfaction.clause;
    case packs::Method::stepped:
      return profile.stepped.clause;
    case packs::Method::deduction:
      return profile.deduction.clause;
  }
  return profile.clause;
}

Outcome<Decimal> by_method(packs::Method method, const Case& given, const Comparison& comparison,
                           Steps& steps) {
  // A day is no rate, and days are no part of a target: late ones have bands of their own.
  const bool of_numbers =
      method == packs::Method::satisfaction || method == packs::Method::deduction;
  if (comparison.direction == Direction::day && of_numbers) {
    return score_proportion(given, comparison, steps);
  }
  switch (method) {
    case packs::Method::direct:
      return score_direct(given, comparison, steps);
    case packs::Method::satisfaction:
      return score_satisfaction(given, comparison, steps);
    case packs::Method::stepped:
      return score_stepped(given, comparison, steps);
    case packs::Method::deduction:
      return score_deduction(given, comparison, steps);
    case packs::Method::proportion:
    case packs::Method::graded:
      break;
  }
  return score_proportion(given, comparison, steps);
}

Outcome<Decimal> score_of(const Scheme& scheme, const Case& given, std::optional<int> year,
                          Score& score, Steps& steps) {
  // 已完成 beside a deadline is a level, not a day.
  const bool words = std::holds_alternative<TextTarget>(given.actual.typed) ||
                     std::holds_alternative<GradeTarget>(given.actual.typed);
  if (words && std::holds_alternative<DateTarget>(given.row.typed)) {
    score.method = packs::Method::graded;
  }
  if (score.method == packs::Method::graded) {
    return score_graded(given, score, steps);
  }
  const auto comparison = compare(given.row, given.actual, year, scheme.profile(), steps);
  if (!comparison) {
    return tl::unexpected(comparison.error());
  }
  score.met = comparison->met;
  const auto earned = by_method(score.method, given, *comparison, steps);
  return earned.and_then(
      [&](const Decimal& points) { return less_over(given, *comparison, points, steps); });
}

/// Less is better: what is too much counts by a form of its own.
bool is_above(const Indicator& row) {
  const auto* duration = std::get_if<DurationTarget>(&row.typed);
  return row.comparator == Comparator::at_most || row.comparator == Comparator::less_than ||
         (!row.comparator && duration != nullptr && duration->within);
}

/// Why a row is not even tried.
std::optional<Unscored> lacks(const Indicator& row, const Actual& actual,
                              const std::optional<Decimal>& points) {
  if (!points) {
    return Unscored::no_points;
  }
  if (points->is_negative()) {
    return Unscored::negative_points;
  }
  if (is_blank(actual.text)) {
    return Unscored::no_actual;
  }
  return has_no_target(row) ? std::optional(Unscored::no_target) : std::nullopt;
}

}  // namespace

Score score_indicator(const Scheme& scheme, const Indicator& row, const Actual& actual,
                      std::optional<int> year) {
  const auto& profile = scheme.profile();
  Score score{.points = number_in(row.points),
              .filed = number_in(row.score),
              .method = scheme.method_of(row)};
  Steps steps(scheme.explains());
  score.unscored = lacks(row, actual, score.points);
  if (!score.unscored) {
    const Case given{row, actual, *score.points, score.filed, profile};
    const auto earned = score_of(scheme, given, year, score, steps).and_then([&](const Decimal& e) {
      return rounded(std::clamp(e, Decimal{}, *score.points), profile);
    });
    if (earned) {
      score.score = std::min(*earned, *score.points);
    } else {
      score.unscored = earned.error();
    }
  }
  if (scheme.explains()) {
    const auto& clause = clause_of(score.method, is_above(row), profile);
    score.derivation = {steps.take(), clause.text, clause.verified};
  }
  score.difference = difference_of(score, row, actual, year, scheme);
  return score;
}

}  // namespace jiheng::scoring
