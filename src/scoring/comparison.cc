#include "scoring/comparison.h"

#include "scoring/days.h"

namespace jiheng::scoring {
namespace {

Direction direction_of(const Indicator& row) {
  if (std::holds_alternative<RangeTarget>(row.typed)) {
    return Direction::range;
  }
  if (row.comparator) {
    switch (*row.comparator) {
      case Comparator::at_least:
      case Comparator::more_than:
        return Direction::floor;
      case Comparator::at_most:
      case Comparator::less_than:
        return Direction::ceiling;
      case Comparator::between:
        return Direction::range;
      case Comparator::equal:
        return Direction::equal;
      case Comparator::qualitative:
        break;
    }
  }
  // 6小时内 is a ceiling without its sign; 每月1次 means at least.
  if (const auto* duration = std::get_if<DurationTarget>(&row.typed)) {
    return duration->within ? Direction::ceiling : Direction::equal;
  }
  return std::holds_alternative<FrequencyTarget>(row.typed) ? Direction::floor : Direction::equal;
}

Outcome<bool> is_near(const Quantities& values, const Decimal& tolerance) {
  const auto& target = values.low;
  const auto distance =
      values.actual > target ? values.actual.minus(target) : target.minus(values.actual);
  if (!distance) {
    return tl::unexpected(Unscored::too_large);
  }
  const auto far = distance->times(kHundred);
  const auto allowed = target.times(tolerance);
  if (!far || !allowed) {
    return tl::unexpected(Unscored::too_large);
  }
  return distance->is_zero() || *far <= *allowed;
}

Outcome<bool> is_equal(const Quantities& values, const packs::ProportionSettings& settings) {
  switch (settings.equal) {
    case packs::EqualForm::at_least:
      // Nothing planned, nothing done: where the target is 0 more is not better.
      return values.low.is_zero() ? values.actual <= values.low : values.actual >= values.low;
    case packs::EqualForm::exact:
      return values.actual == values.low;
    case packs::EqualForm::tolerance:
      return is_near(values, settings.tolerance);
  }
  return false;
}

Outcome<bool> is_met(Direction direction, const Indicator& row, const Quantities& values,
                     const packs::ProportionSettings& settings) {
  const bool itself = values.actual == values.low;
  const bool strict = settings.strict && (row.comparator == Comparator::more_than ||
                                          row.comparator == Comparator::less_than);
  switch (direction) {
    case Direction::floor:
      return values.actual >= values.low && !(strict && itself);
    case Direction::ceiling:
      return values.actual <= values.high && !(strict && itself);
    case Direction::range:
      return values.actual >= values.low && values.actual <= values.high;
    case Direction::equal:
      return is_equal(values, settings);
    case Direction::day:
      break;
  }
  return false;
}

std::string shown(const Quantities& values) {
  const auto low = values.low.to_shortest_string();
  return values.low == values.high ? low : low + "~" + values.high.to_shortest_string();
}

void explain(const Indicator& row, const Comparison& comparison, Steps& steps) {
  const auto& values = comparison.quantities;
  std::string_view sign_shown = row.comparator ? sign(*row.comparator) : "";
  if (row.comparator == Comparator::qualitative || row.comparator == Comparator::between) {
    sign_shown = "";
  }
  steps.add(comparison.met ? StepKind::met : StepKind::not_met, sign_shown, shown(values),
            values.measure, values.actual);
}

Outcome<Comparison> compare_days(const Indicator& row, const Actual& actual,
                                 std::optional<int> year, Steps& steps) {
  const auto* done = std::get_if<DateTarget>(&actual.typed);
  if (done == nullptr) {
    return tl::unexpected(Unscored::not_comparable);
  }
  return lateness_of(std::get<DateTarget>(row.typed), *done, year).map([&](Lateness lateness) {
    if (lateness.met) {
      steps.add(StepKind::met, "", row.target, "", actual.text);
    } else {
      steps.add(StepKind::met_late, row.target, actual.text, std::to_string(lateness.days));
    }
    return Comparison{.direction = Direction::day, .days_late = lateness.days, .met = lateness.met};
  });
}

bool is_about(const TypedTarget& typed) {
  const auto* number = std::get_if<NumberTarget>(&typed);
  const auto* duration = std::get_if<DurationTarget>(&typed);
  return (number != nullptr && number->approximate) ||
         (duration != nullptr && duration->approximate);
}

/// ＝ met by what is not the target itself: how far the profile lets it be.
void explain_tolerance(const Comparison& comparison, const packs::ProportionSettings& settings,
                       Steps& steps) {
  const auto& values = comparison.quantities;
  if (!steps.kept() || comparison.direction != Direction::equal || !comparison.met ||
      settings.equal != packs::EqualForm::tolerance || values.actual == values.low) {
    return;
  }
  const auto distance = values.actual > values.low ? values.actual.minus(values.low)
                                                   : values.low.minus(values.actual);
  const auto percent =
      distance ? percent_of({*distance, values.low}) : tl::unexpected(Unscored::too_large);
  if (percent) {
    steps.add(StepKind::within_tolerance, values.low, values.actual, *percent, settings.tolerance);
  }
}

/// ＞ and ＜ beside the target itself: whether that meets it is the profile's to say.
void explain_limit(const Indicator& row, const Comparison& comparison, Steps& steps) {
  const bool more = row.comparator == Comparator::more_than;
  const auto& values = comparison.quantities;
  if ((more || row.comparator == Comparator::less_than) && values.low == values.high &&
      values.actual == values.low) {
    steps.add(comparison.met ? StepKind::at_limit : StepKind::at_limit_missed,
              sign(*row.comparator));
  }
}

}  // namespace

Outcome<Comparison> compare(const Indicator& row, const Actual& actual, std::optional<int> year,
                            const packs::ScoringProfile& profile, Steps& steps) {
  if (std::holds_alternative<DateTarget>(row.typed)) {
    return compare_days(row, actual, year, steps);
  }
  auto values = in_one_measure(row, actual, profile, steps);
  if (!values) {
    return tl::unexpected(values.error());
  }
  Comparison comparison{.direction = direction_of(row), .quantities = *std::move(values)};
  auto& held = comparison.quantities;
  if (is_about(actual.typed)) {
    steps.add(StepKind::approximate, actual.text, held.actual, held.measure);
  }
  if (held.actual.is_negative() && !held.low.is_negative()) {
    steps.add(StepKind::negative_is_zero, held.actual);
    held.actual = Decimal{};
  }
  const auto met = is_met(comparison.direction, row, held, profile.proportion);
  if (!met) {
    return tl::unexpected(met.error());
  }
  comparison.met = *met;
  explain(row, comparison, steps);
  explain_limit(row, comparison, steps);
  explain_tolerance(comparison, profile.proportion, steps);
  return comparison;
}

}  // namespace jiheng::scoring
