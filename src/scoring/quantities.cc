#include "scoring/quantities.h"

#include <algorithm>
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

/// 1.2 beside "≥ 97 %" is 1.2 % or 120 %: above the whole, yet read as a part of it less than twice
/// the target.
bool could_be_times(const Quantity& target, const Decimal& actual, const Decimal& fraction_from) {
  const auto percent = actual.times(kHundred);
  const auto twice = std::max(target.low, kHundred).times(Decimal::whole(2));
  return actual > Decimal::whole(1) && target.low >= fraction_from && percent && twice &&
         *percent < *twice;
}

/// 88 beside "≥ 0.9" may be 88 % or 88 times the whole; 1.05 is such a fraction, too.
bool could_be_percent(const Quantity& target, const Decimal& actual) {
  const auto whole = Decimal::whole(1);
  const bool of_whole = target.measure.canonical == "比例" || target.measure.canonical == "1";
  const bool is_fraction =
      of_whole ? target.high <= whole : is_bare(target.measure) && target.high < whole;
  return is_fraction && target.low > Decimal{} && actual > Decimal::whole(2);
}

/// A bare 0.88 beside "≥ 90 %" is what a percent cell holds; beside "≥ 2 %" nobody can tell.
Outcome<Decimal> percent_meant(const Quantity& target, const Decimal& actual,
                               const Decimal& fraction_from, Steps& steps) {
  if (could_be_times(target, actual, fraction_from)) {
    return tl::unexpected(Unscored::fraction_unclear);
  }
  const bool could_be_part =
      actual > Decimal{} && actual <= Decimal::whole(1) && target.low > Decimal::whole(1);
  if (!could_be_part) {
    return actual;
  }
  if (target.low < fraction_from) {
    return tl::unexpected(Unscored::fraction_unclear);
  }
  auto percent = exact(actual.times(kHundred));
  if (percent) {
    steps.add(StepKind::fraction_read, actual, *percent);
  }
  return percent;
}

/// What a bare number counts beside the target.
Outcome<Decimal> bare_meant(const Quantity& target, const Decimal& actual,
                            const Decimal& fraction_from, Steps& steps) {
  if (is_percent(target.measure)) {
    return percent_meant(target, actual, fraction_from, steps);
  }
  return could_be_percent(target, actual)
             ? Outcome<Decimal>(tl::unexpected(Unscored::fraction_unclear))
             : actual;
}

/// Why a text is no number beside one.
Unscored no_number(const Actual& actual) {
  constexpr std::string_view kOfFractions = "0123456789/";
  const auto* text = std::get_if<TextTarget>(&actual.typed);
  if (text != nullptr && text->reason == TextReason::overflow) {
    return Unscored::too_large;
  }
  const auto slash = actual.text.find('/');
  const bool is_fraction = slash != std::string::npos && slash > 0 &&
                           slash + 1 < actual.text.size() &&
                           actual.text.find_first_not_of(kOfFractions) == std::string::npos;
  return is_fraction ? Unscored::actual_fraction : Unscored::actual_no_number;
}

/// Why what was reached is no one value of what the target counts.
Unscored no_value(const Actual& actual) {
  switch (kind(actual.typed)) {
    case TargetKind::range:
      return Unscored::actual_range;
    case TargetKind::text:
    case TargetKind::grade:
      return no_number(actual);
    case TargetKind::number:
    case TargetKind::date:
    case TargetKind::duration:
    case TargetKind::frequency:
      break;
  }
  return Unscored::not_comparable;
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
  if (!target) {
    return tl::unexpected(Unscored::not_comparable);
  }
  if (!done || done->low != done->high) {
    return tl::unexpected(no_value(actual));
  }
  if (is_bare(done->measure)) {
    return bare_meant(*target, done->low, profile.fraction_from, steps)
        .map([&](const Decimal& meant) { return counted_in(target->measure, *target, meant); });
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

Outcome<Decimal> bare_in_measure(const Indicator& row, const Decimal& value,
                                 const Decimal& fraction_from) {
  const auto target = quantity_of(row.typed, row.measured);
  Steps quiet(false);
  return target ? bare_meant(*target, value, fraction_from, quiet) : value;
}

}  // namespace jiheng::scoring
