#include "app/reached.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/cell_number.h"
#include "domain/magnitude.h"
#include "domain/past_row.h"
#include "intake/actual.h"
#include "scoring/aggregate.h"

namespace jiheng::app {
namespace {

// Means of ratios are kept so exactly; the profile rounds what they are worth.
constexpr int kPlaces = 6;

bool is_blank(const ReportedValue& value) {
  return value.value.empty() && value.numerator.empty() && value.denominator.empty();
}

/// What each sub-unit said last up to the day, "" the whole; the later of two of one day.
std::map<std::string_view, const ReportedValue*> newest(std::span<const ReportedValue> values,
                                                        Date day) {
  std::map<std::string_view, const ReportedValue*> by_unit;
  for (const auto& value : values) {
    if (value.as_of <= day) {
      auto& held = by_unit[value.unit];
      held = held == nullptr || held->as_of <= value.as_of ? &value : held;
    }
  }
  return by_unit;
}

/// A number in the row's measure, written with it.
Actual number_of(const Indicator& row, const Decimal& value) {
  return {.text = value.to_shortest_string() + row.measured.filed,
          .typed = NumberTarget{.value = value},
          .measured = row.measured};
}

/// Numerator ÷ denominator in the row's measure: of a ratio so many %, of a rate so much per piece.
scoring::Outcome<Actual> quotient(const Indicator& row, const Decimal& numerator,
                                  const Decimal& denominator) {
  const auto kind = row.measured.kind;
  if (kind != MeasureKind::ratio && kind != MeasureKind::rate) {
    return tl::unexpected(Unscored::not_comparable);
  }
  const auto scale = kind == MeasureKind::ratio ? row.measured.scale : Decimal::whole(1);
  const auto whole = denominator.times(scale);
  if (!whole) {
    return tl::unexpected(Unscored::too_large);
  }
  if (whole->is_zero()) {
    return tl::unexpected(Unscored::not_comparable);
  }
  const auto value = numerator.divided_by(*whole, kPlaces);
  if (!value) {
    return tl::unexpected(Unscored::too_large);
  }
  return number_of(row, *value);
}

struct Parts {
  Decimal numerator;
  Decimal denominator;
};

std::optional<Parts> parts_of(const ReportedValue& value) {
  const auto numerator = number_in(value.numerator);
  const auto denominator = number_in(value.denominator);
  return numerator && denominator ? std::optional(Parts{*numerator, *denominator}) : std::nullopt;
}

scoring::Outcome<Actual> of_whole(const Indicator& row, const ReportedValue& value,
                                  const Vocabulary& vocabulary) {
  if (!value.value.empty() || is_blank(value)) {
    return intake::read_actual(value.value, vocabulary);
  }
  const auto parts = parts_of(value);
  return parts ? quotient(row, parts->numerator, parts->denominator)
               : scoring::Outcome<Actual>(tl::unexpected(Unscored::not_comparable));
}

/// 4.8万 of what the row counts, in the row's measure.
scoring::Outcome<Decimal> counted(const Indicator& row, const Decimal& value,
                                  const Decimal& times) {
  const auto base = value.times(times);
  if (!base) {
    return tl::unexpected(Unscored::too_large);
  }
  if (row.measured.kind == MeasureKind::unknown) {
    return *base;
  }
  const auto own = in_measure(*base, row.measured);
  return own && row.measured.kind != MeasureKind::ratio ? scoring::Outcome<Decimal>(*own)
                                                        : tl::unexpected(Unscored::not_comparable);
}

/// What a sub-unit said, as a number in the row's measure.
scoring::Outcome<Decimal> unit_number(const Indicator& row, const ReportedValue& value,
                                      const Vocabulary& vocabulary) {
  const auto said = of_whole(row, value, vocabulary);
  if (!said) {
    return tl::unexpected(said.error());
  }
  const auto* number = std::get_if<NumberTarget>(&said->typed);
  if (number == nullptr) {
    return tl::unexpected(Unscored::not_comparable);
  }
  if (const auto times = magnitude(said->measured.filed)) {
    return counted(row, number->value, *times);
  }
  if (said->measured.kind == MeasureKind::unknown) {
    const bool share = row.measured.kind == MeasureKind::ratio && !number->value.is_zero() &&
                       number->value <= Decimal::whole(1) &&
                       row.measured.scale != Decimal::whole(1);
    return share ? scoring::Outcome<Decimal>(tl::unexpected(Unscored::fraction_unclear))
                 : number->value;
  }
  if (said->measured.base != row.measured.base) {
    return tl::unexpected(Unscored::not_comparable);
  }
  const auto base = in_base(number->value, said->measured);
  const auto own = base ? in_measure(*base, row.measured) : std::nullopt;
  return own ? scoring::Outcome<Decimal>(*own) : tl::unexpected(Unscored::too_large);
}

using Values = std::vector<const ReportedValue*>;

/// Numerators and denominators summed, where every sub-unit gives both.
std::optional<scoring::Outcome<Actual>> by_parts(const Indicator& row, const Values& units) {
  Parts sum;
  for (const auto* unit : units) {
    const auto parts = parts_of(*unit);
    const auto numerator = parts ? sum.numerator.plus(parts->numerator) : sum.numerator;
    const auto denominator = parts ? sum.denominator.plus(parts->denominator) : sum.denominator;
    if (!parts || !numerator || !denominator) {
      return std::nullopt;
    }
    sum = {*numerator, *denominator};
  }
  return quotient(row, sum.numerator, sum.denominator);
}

scoring::Outcome<Actual> of_units(const Indicator& row, const Values& units,
                                  const Vocabulary& vocabulary) {
  if (units.empty()) {
    return Actual{};
  }
  if (auto parts = by_parts(row, units)) {
    return *std::move(parts);
  }
  std::vector<scoring::UnitActual> values;
  values.reserve(units.size());
  for (const auto* unit : units) {
    const auto number = unit_number(row, *unit, vocabulary);
    if (!number) {
      return tl::unexpected(number.error());
    }
    values.push_back({.value = *number, .amount = unit->amount});
  }
  const auto together = scoring::aggregate(values, row.measured.kind, kPlaces);
  return together ? scoring::Outcome<Actual>(number_of(row, *together))
                  : tl::unexpected(together.error());
}

Reached reached_as(scoring::Outcome<Actual> outcome, Date as_of) {
  if (!outcome) {
    return {.as_of = as_of, .unclear = outcome.error()};
  }
  return {.actual = *std::move(outcome), .as_of = as_of};
}

}  // namespace

Reached reached_by(const Indicator& row, std::span<const ReportedValue> values, Date day,
                   const Vocabulary& vocabulary) {
  const auto by_unit = newest(values, day);
  if (by_unit.empty()) {
    return {.actual = intake::read_actual(row.actual, vocabulary)};
  }
  const auto whole = by_unit.find("");
  Values spoken;
  Date last{};
  std::size_t silent = 0;
  for (const auto& [unit, value] : by_unit) {
    if (unit.empty()) {
      continue;
    }
    last = std::max(last, value->as_of);
    if (is_blank(*value)) {
      ++silent;
    } else {
      spoken.push_back(value);
    }
  }
  const bool no_units = spoken.empty() && silent == 0;
  // A blank whole does not hide what sub-units said.
  const bool whole_counts =
      whole != by_unit.end() &&
      (no_units || (whole->second->as_of >= last && (spoken.empty() || !is_blank(*whole->second))));
  if (whole_counts) {
    return reached_as(of_whole(row, *whole->second, vocabulary), whole->second->as_of);
  }
  auto reached = reached_as(of_units(row, spoken, vocabulary), last);
  reached.units = spoken.size();
  reached.silent = silent;
  return reached;
}

}  // namespace jiheng::app
