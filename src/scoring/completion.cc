#include "scoring/completion.h"

#include <algorithm>

namespace jiheng::scoring {
namespace {

const Fraction kWhole{Decimal::whole(1), Decimal::whole(1)};
const Fraction kNone{Decimal{}, Decimal::whole(1)};

Completion late(const Comparison& comparison, const packs::ScoringProfile& profile, Steps& steps) {
  const auto days = Decimal::whole(comparison.days_late);
  const auto band = std::ranges::find_if(
      profile.late, [&](const packs::LateBand& known) { return days <= known.days; });
  if (band == profile.late.end()) {
    if (!profile.late.empty()) {
      steps.add(StepKind::too_late);
    }
    return {kNone, CompletionForm::none};
  }
  steps.add(StepKind::late_band, band->days, band->share);
  return {{band->share, kHundred}, CompletionForm::late};
}

/// 1 − (A − T) ÷ T = (2T − A) ÷ T, nothing from 2T on.
Outcome<Completion> linear(const Decimal& actual, const Decimal& target, Steps& steps) {
  const auto rest = exact(
      target.plus(target).and_then([&](const Decimal& twice) { return twice.minus(actual); }));
  if (!rest) {
    return tl::unexpected(rest.error());
  }
  if (!(*rest > Decimal{})) {
    steps.add(StepKind::beyond_double, target);
    return Completion{kNone, CompletionForm::none};
  }
  return Completion{{*rest, target}, CompletionForm::linear};
}

}  // namespace

Outcome<Completion> completion_of(const Comparison& comparison,
                                  const packs::ScoringProfile& profile, Steps& steps) {
  if (comparison.met) {
    return Completion{kWhole, CompletionForm::whole};
  }
  if (comparison.direction == Direction::day) {
    return late(comparison, profile, steps);
  }
  const auto& values = comparison.quantities;
  const bool above = comparison.direction == Direction::ceiling || values.actual > values.high;
  const auto& target = above ? values.high : values.low;
  if (!(target > Decimal{})) {
    steps.add(target.is_zero() ? StepKind::target_zero : StepKind::target_negative);
    return Completion{kNone, CompletionForm::none};
  }
  if (!above) {
    return Completion{{std::max(values.actual, Decimal{}), target}, CompletionForm::part};
  }
  if (profile.proportion.ceiling == packs::CeilingForm::linear) {
    return linear(values.actual, target, steps);
  }
  return Completion{{target, values.actual}, CompletionForm::part};
}

}  // namespace jiheng::scoring
