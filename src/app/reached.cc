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
#include "scoring/quantities.h"

namespace jiheng::app {
namespace {

// Means of ratios are kept so exactly; the profile rounds what they are worth.
constexpr int kPlaces = 6;
// So many terms of a formula are written out; of more the last follows dots.
constexpr std::size_t kShownTerms = 8;

/// A value made of several, and how; or why it cannot be made, and of which sub-unit.
struct Made {
  scoring::Outcome<Actual> actual;
  std::vector<Step> steps{};
};

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

/// "20＋17－2", long ones shortened.
std::string added_up(const std::vector<std::string>& terms) {
  std::string text;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms.size() > kShownTerms && i + 1 >= kShownTerms && i + 1 < terms.size()) {
      text += i + 1 == kShownTerms ? "＋…" : "";
      continue;
    }
    const bool minus = i > 0 && terms[i].starts_with('-');
    text += (i == 0 ? "" : minus ? "－" : "＋") + terms[i].substr(minus ? 1 : 0);
  }
  return text;
}

/// A number in the row's measure, written with it.
Actual number_of(const Indicator& row, const Decimal& value) {
  return {.text = value.to_shortest_string() + row.measured.filed,
          .typed = NumberTarget{.value = value},
          .measured = row.measured};
}

/// The number alone, without its measure.
std::string value_of(const Actual& actual) {
  const auto* number = std::get_if<NumberTarget>(&actual.typed);
  return number == nullptr ? actual.text : number->value.to_shortest_string();
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

bool is_part_of_whole(const Measure& measure) {
  return measure.kind == MeasureKind::ratio && measure.base == "1";
}

/// What a row counts in; one that names no measure counts in percent or parts of the whole where
/// its target or what was said of it is such: 0.9, or 90 beside 95 %.
Measure measure_of(const Indicator& row, const std::vector<Actual>& said,
                   const Vocabulary& vocabulary) {
  const auto* target = std::get_if<NumberTarget>(&row.typed);
  const bool is_bare = row.measured.filed.empty() && row.measured.canonical.empty();
  if (!is_bare || target == nullptr) {
    return row.measured;
  }
  const auto whole = Decimal::whole(1);
  const bool of_parts =
      std::ranges::any_of(said, [](const Actual& one) { return is_part_of_whole(one.measured); });
  if ((target->value > Decimal{} && target->value < whole) ||
      (of_parts && target->value <= whole)) {
    return {.filed = "", .canonical = "1", .kind = MeasureKind::ratio, .base = "1"};
  }
  return of_parts ? vocabulary.measures.understand("%") : row.measured;
}

/// What a sub-unit said, as a number in the row's measure.
scoring::Outcome<Decimal> unit_number(const Indicator& row, const Actual& said,
                                      const Understanding& by) {
  const auto* number = std::get_if<NumberTarget>(&said.typed);
  if (number == nullptr) {
    return tl::unexpected(Unscored::unit_unclear);
  }
  if (const auto times = magnitude(said.measured.filed)) {
    return counted(row, number->value, *times);
  }
  if (said.measured.kind == MeasureKind::unknown) {
    return scoring::bare_in_measure(row, number->value, by.fraction_from);
  }
  if (said.measured.base != row.measured.base) {
    return tl::unexpected(Unscored::not_comparable);
  }
  const auto base = in_base(number->value, said.measured);
  const auto own = base ? in_measure(*base, row.measured) : std::nullopt;
  return own ? scoring::Outcome<Decimal>(*own) : tl::unexpected(Unscored::too_large);
}

using Values = std::vector<const ReportedValue*>;

/// Numerators and denominators summed, where every sub-unit gives both.
std::optional<Made> by_parts(const Indicator& row, const Values& units) {
  Parts sum;
  std::vector<std::string> above;
  std::vector<std::string> below;
  for (const auto* unit : units) {
    const auto parts = parts_of(*unit);
    const auto numerator = parts ? sum.numerator.plus(parts->numerator) : sum.numerator;
    const auto denominator = parts ? sum.denominator.plus(parts->denominator) : sum.denominator;
    if (!parts || !numerator || !denominator) {
      return std::nullopt;
    }
    sum = {*numerator, *denominator};
    above.push_back(parts->numerator.to_shortest_string());
    below.push_back(parts->denominator.to_shortest_string());
  }
  Made made{.actual = quotient(row, sum.numerator, sum.denominator)};
  if (made.actual && units.size() > 1) {
    made.steps.push_back({StepKind::units_parts,
                          {added_up(above), added_up(below), value_of(*made.actual),
                           row.measured.filed, std::to_string(units.size())}});
  }
  return made;
}

/// The step that says how a sub-unit stands in the way of a whole.
std::optional<StepKind> step_of(Unscored reason) {
  if (reason == Unscored::unit_unclear) {
    return StepKind::unit_no_number;
  }
  if (reason == Unscored::fraction_unclear) {
    return StepKind::unit_fraction_unclear;
  }
  if (reason == Unscored::no_amount) {
    return StepKind::unit_no_amount;
  }
  return reason == Unscored::not_comparable ? std::optional(StepKind::unit_other_measure)
                                            : std::nullopt;
}

/// Why nothing can be made of the whole: what one sub-unit said.
Made in_the_way(Unscored reason, const ReportedValue& unit) {
  Made made{.actual = tl::unexpected(reason)};
  if (const auto kind = step_of(reason)) {
    const bool parts = unit.value.empty();
    made.steps.push_back(
        {*kind, {unit.unit, parts ? unit.numerator + "/" + unit.denominator : unit.value}});
  }
  return made;
}

/// "(95%×30＋90%×10)÷40＝93.75%", or the sum.
Step formula_of(const Indicator& row, std::span<const scoring::UnitActual> values, bool weighted,
                const Decimal& together) {
  std::vector<std::string> terms;
  Decimal weights;
  for (const auto& one : values) {
    auto term = one.value.to_shortest_string();
    if (weighted) {
      const auto amount = one.amount.value_or(Decimal{});
      term += row.measured.filed + "×" + amount.to_shortest_string();
      weights = weights.plus(amount).value_or(weights);
    }
    terms.push_back(std::move(term));
  }
  const auto count = std::to_string(values.size());
  const auto whole = together.to_shortest_string();
  return weighted ? Step{StepKind::units_mean,
                         {added_up(terms), weights.to_shortest_string(), whole, row.measured.filed,
                          count}}
                  : Step{StepKind::units_sum, {added_up(terms), whole, row.measured.filed, count}};
}

/// The sub-unit whose amount is missing: of a mean each must have one.
const ReportedValue* without_amount(const Values& units) {
  const auto lacking = std::ranges::find_if(units, [](const ReportedValue* unit) {
    return !unit->amount || unit->amount->is_negative();
  });
  return lacking == units.end() ? nullptr : *lacking;
}

Made together_of(const Indicator& row, const Values& units, const std::vector<Actual>& said,
                 const Understanding& by) {
  std::vector<scoring::UnitActual> values;
  values.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto number = unit_number(row, said[i], by);
    if (!number) {
      return in_the_way(number.error(), *units[i]);
    }
    values.push_back({.value = *number, .amount = units[i]->amount});
  }
  const auto together = scoring::aggregate(values, row.measured.kind, kPlaces);
  if (!together) {
    const auto* lacking = together.error() == Unscored::no_amount ? without_amount(units) : nullptr;
    return lacking != nullptr ? in_the_way(together.error(), *lacking)
                              : Made{.actual = tl::unexpected(together.error())};
  }
  Made made{.actual = number_of(row, *together)};
  if (units.size() > 1) {
    made.steps.push_back(
        formula_of(row, values, scoring::is_weighted(row.measured.kind), *together));
  }
  return made;
}

Made of_units(const Indicator& filed, const Values& units, const Understanding& by) {
  if (units.empty()) {
    return {.actual = Actual{}};
  }
  auto row = filed;
  row.measured = measure_of(filed, {}, by.vocabulary);
  if (auto parts = by_parts(row, units)) {
    return *std::move(parts);
  }
  std::vector<Actual> said;
  said.reserve(units.size());
  for (const auto* unit : units) {
    auto one = of_whole(filed, *unit, by.vocabulary);
    if (!one) {
      return in_the_way(one.error(), *unit);
    }
    said.push_back(*std::move(one));
  }
  row.measured = measure_of(filed, said, by.vocabulary);
  return together_of(row, units, said, by);
}

/// What was said of the whole; a quotient says what it is made of.
Made of_one(const Indicator& row, const ReportedValue& value, const Understanding& by) {
  Made made{.actual = of_whole(row, value, by.vocabulary)};
  if (made.actual && value.value.empty() && !is_blank(value)) {
    made.steps.push_back(
        {StepKind::whole_parts,
         {value.numerator, value.denominator, value_of(*made.actual), row.measured.filed}});
  }
  return made;
}

Reached reached_as(Made made, Date as_of) {
  if (!made.actual) {
    return {.as_of = as_of, .unclear = made.actual.error(), .steps = std::move(made.steps)};
  }
  return {.actual = *std::move(made.actual), .as_of = as_of, .steps = std::move(made.steps)};
}

}  // namespace

Reached reached_by(const Indicator& row, std::span<const ReportedValue> values, Date day,
                   const Understanding& by) {
  const auto by_unit = newest(values, day);
  if (by_unit.empty()) {
    return {.actual = intake::read_actual(row.actual, by.vocabulary)};
  }
  const auto whole = by_unit.find("");
  Values spoken;
  Date last{};
  std::size_t silent = 0;
  // In the order they were said, which is that of the formula.
  for (const auto& value : values) {
    const auto held = by_unit.find(value.unit);
    if (value.unit.empty() || held == by_unit.end() || held->second != &value) {
      continue;
    }
    last = std::max(last, value.as_of);
    if (is_blank(value)) {
      ++silent;
    } else {
      spoken.push_back(&value);
    }
  }
  const bool no_units = spoken.empty() && silent == 0;
  // A blank whole does not hide what sub-units said.
  const bool whole_counts =
      whole != by_unit.end() &&
      (no_units || (whole->second->as_of >= last && (spoken.empty() || !is_blank(*whole->second))));
  if (whole_counts) {
    return reached_as(of_one(row, *whole->second, by), whole->second->as_of);
  }
  auto reached = reached_as(of_units(row, spoken, by), last);
  reached.units = spoken.size();
  reached.silent = silent;
  return reached;
}

}  // namespace jiheng::app
