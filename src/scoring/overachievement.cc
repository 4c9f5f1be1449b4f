#include <algorithm>

#include "scoring/methods.h"

namespace jiheng::scoring {
namespace {

/// How often the profile takes off: once, and again for each further `per` percent.
Outcome<Decimal> times_over(const Fraction& done, const packs::OverSettings& settings) {
  if (!settings.per) {
    return Decimal::whole(1);
  }
  // (A × 100 − from × T) ÷ (per × T), rounded down.
  const auto reached = done.part.times(kHundred);
  const auto limit = done.whole.times(*settings.from);
  const auto step = done.whole.times(*settings.per);
  const auto beyond = reached && limit ? reached->minus(*limit) : reached;
  const auto count = beyond && step ? beyond->divided_by(*step, 0) : beyond;
  const auto covered = count && step ? count->times(*step) : count;
  if (!covered || !step) {
    return tl::unexpected(Unscored::too_large);
  }
  return *covered > *beyond ? Outcome<Decimal>(*count) : exact(count->plus(Decimal::whole(1)));
}

}  // namespace

Outcome<Decimal> less_over(const Case& given, const Comparison& comparison, const Decimal& score,
                           Steps& steps) {
  const auto& settings = given.profile.over;
  const auto& values = comparison.quantities;
  const bool more_is_better = comparison.direction == Direction::floor ||
                              (comparison.direction == Direction::equal &&
                               given.profile.proportion.equal == packs::EqualForm::at_least);
  if (!settings.from || !more_is_better || !comparison.met || !(values.low > Decimal{})) {
    return score;
  }
  const Fraction done{values.actual, values.low};
  const auto reached = reaches(done, *settings.from);
  if (!reached || !*reached) {
    return reached ? Outcome<Decimal>(score) : tl::unexpected(reached.error());
  }
  const auto times = times_over(done, settings);
  const auto once =
      exact(given.points.times(settings.share)
                .and_then([](const Decimal& part) { return part.times(Decimal::of(1, 2)); })
                .and_then([&](const Decimal& part) { return part.plus(settings.points); }));
  const auto off = times && once ? exact(times->times(*once)) : tl::unexpected(Unscored::too_large);
  const auto left = off ? exact(score.minus(std::min(*off, score))) : off;
  auto result = left ? rounded(*left, given.profile) : left;
  const auto percent = percent_of(done);
  if (result && percent) {
    steps.add(StepKind::over, *percent, *settings.from, *off, *result);
  }
  return result;
}

}  // namespace jiheng::scoring
