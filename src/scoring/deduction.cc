#include <algorithm>

#include "scoring/methods.h"

namespace jiheng::scoring {
namespace {

/// How far the actual value is from the target, and the target.
Outcome<Fraction> missed(const Comparison& comparison) {
  const auto& values = comparison.quantities;
  const bool above = comparison.direction == Direction::ceiling || values.actual > values.high;
  const auto& target = above ? values.high : values.low;
  const auto distance = exact(above ? values.actual.minus(target) : target.minus(values.actual));
  return distance.map([&](const Decimal& far) { return Fraction{far, target}; });
}

/// Begun parts count: ⌈distance ÷ one⌉.
Outcome<Decimal> parts(const Decimal& distance, const Decimal& one) {
  const auto count = distance.divided_by(one, 0);
  const auto covered = count ? count->times(one) : count;
  if (!covered) {
    return tl::unexpected(Unscored::too_large);
  }
  return *covered < distance ? exact(count->plus(Decimal::whole(1))) : Outcome<Decimal>(*count);
}

}  // namespace

Outcome<Decimal> score_deduction(const Case& given, const Comparison& comparison, Steps& steps) {
  if (comparison.met) {
    steps.add(StepKind::full, given.points);
    return given.points;
  }
  const auto& settings = given.profile.deduction;
  const auto miss = missed(comparison);
  if (!miss) {
    return tl::unexpected(miss.error());
  }
  // A target of 0 has no percent: each unit counts, 元 where 万元 are written.
  const bool whole = !(miss->whole > Decimal{});
  const auto one = exact(whole ? Result<Decimal>(Decimal::whole(1))
                               : miss->whole.times(settings.per).and_then([](const Decimal& part) {
                                   return part.times(Decimal::of(1, 2));
                                 }));
  const auto far =
      whole ? exact(miss->part.times(comparison.quantities.units)) : Outcome<Decimal>(miss->part);
  const auto count = one && far ? parts(*far, *one) : tl::unexpected(Unscored::too_large);
  const auto off = count ? exact(count->times(settings.off)) : count;
  if (!off) {
    return tl::unexpected(off.error());
  }
  const auto left = exact(kHundred.minus(std::min(*off, kHundred)));
  auto score = left ? share_of(given.points, {*left, kHundred}, given.profile.places) : left;
  if (score && whole) {
    steps.add(StepKind::deducted_whole, *count, settings.off, *left, given.points, *score);
  } else if (score) {
    const auto percent = percent_of(*miss);
    steps.add(StepKind::deducted, percent ? *percent : Decimal{}, *count, settings.per,
              settings.off, *left, given.points, *score);
  }
  return score;
}

}  // namespace jiheng::scoring
