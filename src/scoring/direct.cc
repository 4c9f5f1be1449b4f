#include "scoring/methods.h"

namespace jiheng::scoring {

Outcome<Decimal> score_direct(const Case& given, const Comparison& comparison, Steps& steps) {
  if (!comparison.met) {
    steps.add(StepKind::none);
    return Decimal{};
  }
  steps.add(StepKind::full, given.points);
  return given.points;
}

}  // namespace jiheng::scoring
