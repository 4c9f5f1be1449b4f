#include <algorithm>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

bool is_bare_number(std::string_view text) {
  return has_digit(text) && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '~';
         });
}

/// 符合率 定性 1 can only mean the whole; any other number leaves the comparator open.
std::vector<Change> whole(const Row& row, const Parameters& parameters) {
  const auto* number = number_of(row.indicator);
  const auto name = parts_of(row.indicator.name).head;
  if (number == nullptr || *number != Decimal::whole(1) ||
      parameters.ending("rates", name).empty()) {
    return {};
  }
  return {{Field::comparator, "="}, {Field::target, "100"}, {Field::measure, "%"}};
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (indicator.comparator == Comparator::qualitative && is_bare_number(indicator.target)) {
    sink.report({.column = Column::comparator,
                 .args = {indicator.target},
                 .suggestion = whole(row, parameters)});
  }
}

}  // namespace

const Rule kQualitativeWithNumber{.id = "qualitative_with_number",
                                  .number = 14,
                                  .severity = Severity::error,
                                  .aspect = Aspect::measurability,
                                  .check = check};

}  // namespace jiheng::rules
