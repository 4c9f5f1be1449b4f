#include "rules/reading.h"

#include <algorithm>

namespace jiheng::rules {

NameParts parts_of(std::string_view name) {
  if (name.empty() || name.back() != ')') {
    return {name, {}};
  }
  const auto open = name.rfind('(');
  if (open == std::string_view::npos || open == 0) {
    return {name, {}};
  }
  return {name.substr(0, open), name.substr(open + 1, name.size() - open - 2)};
}

bool is_quantitative(const Indicator& row) {
  return row.comparator && *row.comparator != Comparator::qualitative;
}

bool is_numeric(const Indicator& row) {
  return std::holds_alternative<NumberTarget>(row.typed) ||
         std::holds_alternative<RangeTarget>(row.typed);
}

const Decimal* number_of(const Indicator& row) {
  const auto* number = std::get_if<NumberTarget>(&row.typed);
  return number == nullptr ? nullptr : &number->value;
}

bool is_share(const Measure& measure) {
  return measure.kind == MeasureKind::ratio && measure.canonical != "倍";
}

bool is_benefit(CategoryRole role) {
  return role == CategoryRole::economic_benefit || role == CategoryRole::social_benefit ||
         role == CategoryRole::ecological_benefit || role == CategoryRole::sustained_benefit;
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Change> move_to(const Row& row, CategoryRole role) {
  const auto category = row.vocabulary.frames.category(role);
  if (!category) {
    return {};
  }
  return {{Field::level1, category->level1}, {Field::level2, category->level2}};
}

}  // namespace jiheng::rules
