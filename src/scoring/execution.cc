#include "scoring/execution.h"

#include <algorithm>

#include "domain/cell_number.h"
#include "scoring/difference.h"
#include "scoring/methods.h"
#include "scoring/score_indicator.h"

namespace jiheng::scoring {
namespace {

Outcome<Decimal> earned_by(const Execution& execution, const Decimal& points,
                           const packs::ScoringProfile& profile, Steps& steps) {
  if (!execution.executed) {
    return tl::unexpected(Unscored::no_executed);
  }
  const auto rate = execution_rate(execution);
  if (!rate) {
    return tl::unexpected(Unscored::no_budget);
  }
  const auto percent = percent_of(*rate);
  if (!percent) {
    return tl::unexpected(percent.error());
  }
  if (execution.by_initial) {
    steps.add(StepKind::execution_initial, rate->whole);
  }
  steps.add(StepKind::execution_rate, rate->part, rate->whole, *percent);
  if (!profile.execution.bands.empty()) {
    return score_by_band(profile.execution.bands, *rate, points, profile.places, steps);
  }
  auto earned = share_of(points, *rate, profile.places);
  if (earned && *earned > points) {
    steps.add(StepKind::execution_over, points);
    return points;
  }
  if (earned) {
    steps.add(StepKind::execution_part, rate->part, rate->whole, points, *earned,
              steps.kept() ? rounding_of(points, *rate, *earned) : std::string());
  }
  return earned;
}

}  // namespace

std::optional<Fraction> execution_rate(const Execution& execution) {
  if (!execution.executed || !execution.budget || !(*execution.budget > Decimal{})) {
    return std::nullopt;
  }
  return Fraction{std::max(*execution.executed, Decimal{}), *execution.budget};
}

Score score_execution(const Scheme& scheme, const Execution& execution) {
  const auto& profile = scheme.profile();
  const auto stated = number_in(execution.points);
  Score score{.points = stated ? *stated : profile.execution.points,
              .filed = number_in(execution.score),
              .method = profile.execution.bands.empty() ? packs::Method::proportion
                                                        : packs::Method::stepped};
  Steps steps(scheme.explains());
  if (score.points->is_negative()) {
    score.unscored = Unscored::negative_points;
  } else if (const auto earned = earned_by(execution, *score.points, profile, steps)) {
    score.score = *earned;
  } else {
    score.unscored = earned.error();
  }
  if (scheme.explains()) {
    score.derivation = {steps.take(), profile.execution.clause.text,
                        profile.execution.clause.verified};
  }
  score.difference = plain_difference(score.filed, score.score, profile);
  return score;
}

}  // namespace jiheng::scoring
