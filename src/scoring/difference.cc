#include "scoring/difference.h"

#include "scoring/actual_words.h"
#include "scoring/methods.h"

namespace jiheng::scoring {
namespace {

bool is_near(const Decimal& one, const Decimal& other, const Decimal& tolerance) {
  const auto distance = one > other ? one.minus(other) : other.minus(one);
  return distance && *distance <= tolerance;
}

/// True when the form for ≤ and ＜ that the profile does not use gives the filed score.
bool is_other_form(const Score& score, const Indicator& row, const Actual& actual,
                   std::optional<int> year, const packs::ScoringProfile& profile) {
  if (score.method != packs::Method::proportion || score.met.value_or(true)) {
    return false;
  }
  auto other = profile;
  other.proportion.ceiling = profile.proportion.ceiling == packs::CeilingForm::ratio
                                 ? packs::CeilingForm::linear
                                 : packs::CeilingForm::ratio;
  Steps steps(false);
  const auto comparison = compare(row, actual, year, other, steps);
  if (!comparison || comparison->direction != Direction::ceiling) {
    return false;
  }
  const auto earned =
      score_proportion({row, actual, *score.points, score.filed, other}, *comparison, steps);
  return earned && is_near(*earned, *score.filed, profile.difference);
}

}  // namespace

Difference plain_difference(const std::optional<Decimal>& filed,
                            const std::optional<Decimal>& computed,
                            const packs::ScoringProfile& profile) {
  if (!computed) {
    return Difference::none;
  }
  if (!filed) {
    return Difference::no_filed_score;
  }
  return is_near(*filed, *computed, profile.difference) ? Difference::none : Difference::other;
}

Difference difference_of(const Score& score, const Indicator& row, const Actual& actual,
                         std::optional<int> year, const Scheme& scheme) {
  const auto& profile = scheme.profile();
  if (!score.filed) {
    if (!is_blank(row.score)) {
      return Difference::filed_no_number;
    }
    return score.score ? Difference::no_filed_score : Difference::none;
  }
  if (score.filed->is_negative()) {
    return Difference::negative;
  }
  if (score.points && *score.filed > *score.points) {
    return Difference::above_points;
  }
  if (score.unscored) {
    return score.unscored == Unscored::no_actual && !score.filed->is_zero()
               ? Difference::scored_without_actual
               : Difference::none;
  }
  if (is_near(*score.filed, *score.score, profile.difference)) {
    return Difference::none;
  }
  if (score.interval) {
    return Difference::outside_level;
  }
  if (score.met == false && *score.filed == *score.points) {
    return Difference::full_though_not_met;
  }
  if (score.met == true && *score.filed < *score.score) {
    return Difference::less_though_met;
  }
  return is_other_form(score, row, actual, year, profile) ? Difference::other_ceiling_form
                                                          : Difference::other;
}

}  // namespace jiheng::scoring
