#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (row.role != CategoryRole::cost || !is_floor(indicator) || !is_numeric(indicator) ||
      !parameters.containing("savings", indicator.name).empty()) {
    return;
  }
  sink.report(
      {.column = Column::comparator,
       .args = {std::string(sign(*indicator.comparator)), indicator.target, indicator.measure},
       .suggestion = {{Field::comparator, "<="}}});
}

}  // namespace

const Rule kCostWithoutCeiling{.id = "cost_without_ceiling",
                               .number = 32,
                               .severity = Severity::error,
                               .aspect = Aspect::appropriateness,
                               .check = check};

}  // namespace jiheng::rules
