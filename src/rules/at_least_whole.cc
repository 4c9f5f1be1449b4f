#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (!is_floor(indicator) || share_of(indicator) != Decimal::whole(1)) {
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
