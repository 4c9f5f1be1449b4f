#include "domain/past_row.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "domain/cell_number.h"

namespace jiheng {
namespace {

constexpr int kPlaces = 6;

/// Of rows with one name.
bool is_same_thing(const PastRow& past, const Indicator& row) {
  return past.measured.kind == row.measured.kind && past.measured.base == row.measured.base &&
         past.measured.kind != MeasureKind::unknown;
}

/// "93%" and "93" of a percentage, "25 场" and "25" of a count.
std::optional<Decimal> actual_of(const PastRow& past) {
  auto text = trim(past.actual);
  const std::string_view measure = past.measured.filed;
  if (!measure.empty() && text.ends_with(measure)) {
    text.remove_suffix(measure.size());
  }
  const auto number = number_in(text);
  return number ? in_base(*number, past.measured) : std::nullopt;
}

/// Of rows of one year and name: that of the same project, else the only one there is.
const PastRow* the_one(const Indicator& row, std::span<const PastRow> past) {
  const PastRow* found = nullptr;
  std::size_t others = 0;
  for (const auto& one : past) {
    if (!is_same_thing(one, row)) {
      continue;
    }
    if (one.project == row.project) {
      return &one;
    }
    found = &one;
    ++others;
  }
  return others == 1 ? found : nullptr;
}

}  // namespace

std::optional<Decimal> in_base(const Decimal& value, const Measure& measure) {
  const auto scaled = value.times(measure.scale);
  return scaled ? std::optional(*scaled) : std::nullopt;
}

std::optional<Decimal> in_measure(const Decimal& value, const Measure& measure) {
  const auto number = value.divided_by(measure.scale, kPlaces);
  return number ? std::optional(*number) : std::nullopt;
}

void sort_past(std::vector<PastRow>& past) {
  std::ranges::stable_sort(past, [](const PastRow& one, const PastRow& other) {
    return std::tie(one.agency, one.name, other.year) <
           std::tie(other.agency, other.name, one.year);
  });
}

std::vector<PastValue> past_of(const Indicator& row, std::span<const PastRow> past) {
  const auto named = [](const PastRow& one) { return std::tie(one.agency, one.name); };
  const auto wanted = std::tie(row.agency, row.name);
  const auto first = std::partition_point(past.begin(), past.end(),
                                          [&](const PastRow& one) { return named(one) < wanted; });
  const auto last = std::partition_point(first, past.end(),
                                         [&](const PastRow& one) { return named(one) == wanted; });
  std::vector<PastValue> values;
  for (auto of_year = first; of_year != last;) {
    const int year = of_year->year;
    const auto end =
        std::find_if(of_year, last, [&](const PastRow& one) { return one.year != year; });
    if (const auto* found = the_one(row, {of_year, end})) {
      const auto* number = std::get_if<NumberTarget>(&found->typed);
      values.push_back(
          {.year = year,
           .target = number != nullptr ? in_base(number->value, found->measured) : std::nullopt,
           .actual = actual_of(*found)});
    }
    of_year = end;
  }
  return values;
}

}  // namespace jiheng
