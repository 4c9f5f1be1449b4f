#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

bool is_whole(const Indicator& row) {
  const auto* number = number_of(row);
  if (number == nullptr || !is_share(row.measured)) {
    return false;
  }
  const auto value = number->times(row.measured.scale);
  return value && *value == Decimal::whole(1);
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const bool open =
      indicator.comparator == Comparator::at_least || indicator.comparator == Comparator::more_than;
  if (!open || !is_whole(indicator)) {
    return;
  }
  const auto bounded = parameters.ending("bounded", parts_of(indicator.name).head);
  if (bounded.empty()) {
    return;
  }
  sink.report({.column = Column::comparator,
               .args = {std::string(bounded), std::string(sign(*indicator.comparator))},
               .suggestion = {{Field::comparator, "="}}});
}

}  // namespace

const Rule kAtLeastWhole{.id = "at_least_whole",
                         .number = 26,
                         .severity = Severity::warning,
                         .aspect = Aspect::compliance,
                         .check = check};

}  // namespace jiheng::rules
