#include "scoring/quantities.h"

#include <optional>

#include "domain/magnitude.h"

namespace jiheng::scoring {
namespace {

/// A value with what it counts in.
struct Quantity {
  Decimal low;
  Decimal high;
  Measure measure;
};

/// So many times a period: only the same times of the same period can be compared.
Measure measure_of(const FrequencyTarget& frequency) {
  const auto spelling =
      frequency.counted + "/" + frequency.period_count.to_shortest_string() + frequency.period;
  return {
      .filed = spelling, .canonical = spelling, .kind = MeasureKind::frequency, .base = spelling};
}

std::optional<Quantity> quantity_of(const TypedTarget& typed, const Measure& measured) {
  if (const auto* number = std::get_if<NumberTarget>(&typed)) {
    return Quantity{number->value, number->value, measured};
  }
  if (const auto* range = std::get_if<RangeTarget>(&typed)) {
    return Quantity{range->low, range->high, measured};
  }
  if (const auto* duration = std::get_if<DurationTarget>(&typed)) {
    return Quantity{duration->value, duration->value, duration->unit};
  }
  if (const auto* frequency = std::get_if<FrequencyTarget>(&typed)) {
    return Quantity{frequency->times, frequency->times, measure_of(*frequency)};
  }
  return std::nullopt;
}

bool is_bare(const Measure& measure) {
  return measure.filed.empty() && measure.canonical.empty();
}

bool is_percent(const Measure& measure) {
  return measure.kind == MeasureKind::ratio && measure.canonical == "%";
}

bool is_part_of_whole(const Measure& measure) {
  return measure.kind == MeasureKind::ratio && measure.base == "1";
}

/// How many units of its base 1 of the measure is; parts of a whole count in percent.
Decimal units_of(const Measure& measure) {
  const auto percent =
      is_part_of_whole(measure) ? measure.scale.times(kHundred) : Result<Decimal>(measure.scale);
  return percent ? *percent : measure.scale;
}

Quantities counted_in(const Measure& measure, const Quantity& target, const Decimal& actual) {
  return {target.low, target.high, actual, measure.filed, units_of(measure)};
}

/// A bare 0.88 beside "≥ 90 %" is what a percent cell holds; beside "≥ 2 %" nobody can tell.
Outcome<Decimal> percent_meant(const Quantity& target, const Decimal& actual,
                               const packs::ScoringProfile& profile, Steps& steps) {
  const bool could_be_part =
      actual > Decimal{} && actual <= Decimal::whole(1) && target.low > Decimal::whole(1);
  if (!could_be_part) {
    return actual;
  }
  if (target.low < profile.fraction_from) {
    return tl::unexpected(Unscored::fraction_unclear);
  }
  auto percent = exact(actual.times(kHundred));
  if (percent) {
    steps.add(StepKind::fraction_read, actual, *percent);
  }
  return percent;
}

Outcome<Quantities> scaled(const Quantity& target, const Quantity& actual, Steps& steps) {
  const auto low = exact(target.low.times(target.measure.scale));
  const auto high = exact(target.high.times(target.measure.scale));
  const auto done = exact(actual.low.times(actual.measure.scale));
  if (!low || !high || !done) {
    return tl::unexpected(Unscored::too_large);
  }
  const std::string base = target.measure.base == "1" ? "" : target.measure.base;
  steps.add(StepKind::same_measure, target.low, target.measure.filed, *low, base, actual.low,
            actual.measure.filed, *done);
  return Quantities{*low, *high, *done, base,
                    is_part_of_whole(target.measure) ? kHundred : Decimal::whole(1)};
}

/// A target without measure beside an actual value with one.
Outcome<Quantities> unmeasured(const Quantity& target, const Quantity& actual, Steps& steps) {
  if (!is_part_of_whole(actual.measure)) {
    return counted_in(actual.measure, target, actual.low);
  }
  auto meant = target;
  // 95 beside 96 % lacks its sign; 0.95 is a part of the whole.
  const bool percent = target.high > Decimal::whole(1);
  meant.measure = {.filed = percent ? "%" : "",
                   .canonical = percent ? "%" : "1",
                   .kind = MeasureKind::ratio,
                   .base = "1",
                   .scale = percent ? Decimal::of(1, 2) : Decimal::whole(1)};
  if (percent && is_percent(actual.measure)) {
    return Quantities{target.low, target.high, actual.low, "%"};
  }
  return scaled(meant, actual, steps);
}

/// 4.8万 beside 万人次 or 人次: so many of what the target counts.
Outcome<Quantities> of_target(const Quantity& target, Quantity actual, const Decimal& times,
                              Steps& steps) {
  const auto own = leading_magnitude(target.measure.filed);
  const bool unknown = target.measure.kind == MeasureKind::unknown;
  if (own == actual.measure.filed) {
    return counted_in(target.measure, target, actual.low);
  }
  if (is_part_of_whole(target.measure) || (unknown && !own.empty())) {
    return tl::unexpected(Unscored::not_comparable);
  }
  if (unknown) {
    return exact(actual.low.times(times)).map([&](const Decimal& done) {
      return counted_in(target.measure, target, done);
    });
  }
  const bool rhythm = target.measure.kind == MeasureKind::frequency;
  actual.measure.kind = target.measure.kind;
  actual.measure.base = target.measure.base;
  actual.measure.scale = times;
  actual.measure.filed += rhythm ? "" : target.measure.base;
  return scaled(target, actual, steps);
}

}  // namespace

Outcome<Quantities> in_one_measure(const Indicator& row, const Actual& actual,
                                   const packs::ScoringProfile& profile, Steps& steps) {
  const auto target = quantity_of(row.typed, row.measured);
  const auto done = quantity_of(actual.typed, actual.measured);
  if (!target || !done || done->low != done->high) {
    return tl::unexpected(Unscored::not_comparable);
  }
  if (is_bare(done->measure)) {
    auto value = Outcome<Decimal>(done->low);
    if (is_percent(target->measure)) {
      value = percent_meant(*target, done->low, profile, steps);
    }
    return value.map(
        [&](const Decimal& meant) { return counted_in(target->measure, *target, meant); });
  }
  if (const auto times = magnitude(done->measure.filed)) {
    return of_target(*target, *done, *times, steps);
  }
  if (is_bare(target->measure)) {
    return unmeasured(*target, *done, steps);
  }
  const bool same_word = target->measure.filed == done->measure.filed;
  const bool same_measure = target->measure.kind != MeasureKind::unknown &&
                            target->measure.canonical == done->measure.canonical &&
                            target->measure.scale == done->measure.scale;
  if (same_word || same_measure) {
    return counted_in(target->measure, *target, done->low);
  }
  if (target->measure.kind == MeasureKind::unknown || target->measure.kind != done->measure.kind ||
      target->measure.base != done->measure.base) {
    return tl::unexpected(Unscored::not_comparable);
  }
  return scaled(*target, *done, steps);
}

}  // namespace jiheng::scoring
