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

bool is_words(const Indicator& row) {
  if (const auto* text = std::get_if<TextTarget>(&row.typed)) {
    return text->reason != TextReason::empty && text->reason != TextReason::placeholder &&
           text->reason != TextReason::overflow && !row.target.empty();
  }
  return std::holds_alternative<GradeTarget>(row.typed);
}

bool is_floor(const Indicator& row) {
  return row.comparator == Comparator::at_least || row.comparator == Comparator::more_than;
}

bool is_ceiling(const Indicator& row) {
  return row.comparator == Comparator::at_most || row.comparator == Comparator::less_than;
}

bool is_share(const Measure& measure) {
  return measure.kind == MeasureKind::ratio && measure.canonical != "倍";
}

std::optional<Decimal> share_of(const Indicator& row) {
  const auto* range = std::get_if<RangeTarget>(&row.typed);
  const auto* number = range == nullptr ? number_of(row) : &range->high;
  if (number == nullptr || !is_share(row.measured) || row.measured.base != "1") {
    return std::nullopt;
  }
  const auto share = number->times(row.measured.scale);
  return share ? std::optional(*share) : std::nullopt;
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
