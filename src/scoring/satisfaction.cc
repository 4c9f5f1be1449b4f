#include <algorithm>

#include "scoring/methods.h"

namespace jiheng::scoring {

Outcome<Decimal> score_satisfaction(const Case& given, const Comparison& comparison, Steps& steps) {
  const auto& settings = given.profile.satisfaction;
  if (settings.met_is_full && comparison.met) {
    steps.add(StepKind::full, given.points);
    return given.points;
  }
  // The rate itself, whatever its target: in percent, in 分 of 100, or as a part of the whole.
  const auto& values = comparison.quantities;
  const bool part = values.measure != "%" && values.high <= Decimal::whole(1);
  return score_by_band(settings.bands,
                       {std::max(values.actual, Decimal{}), part ? Decimal::whole(1) : kHundred},
                       given.points, given.profile.places, steps);
}

}  // namespace jiheng::scoring
