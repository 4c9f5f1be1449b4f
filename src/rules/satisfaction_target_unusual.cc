#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// 满意度 wherever it stands, and what else a satisfaction kind asks: 好评率, but no complaints.
bool asks_satisfaction(const Row& row, const Parameters& parameters) {
  const auto name = parts_of(row.indicator.name).head;
  const bool satisfaction =
      row.role == CategoryRole::satisfaction || !parameters.ending("satisfaction", name).empty();
  return satisfaction && parameters.containing("others", name).empty();
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto share = share_of(indicator);
  if (!share || number_of(indicator) == nullptr || is_ceiling(indicator) ||
      !asks_satisfaction(row, parameters)) {
    return;
  }
  const auto floor = parameters.number("floor");
  const auto percent = share->times(Decimal::whole(100));
  if (*share == Decimal::whole(1)) {
    sink.report({.column = Column::target, .variant = "whole"});
  } else if (floor && percent && *percent < *floor) {
    sink.report({.column = Column::target,
                 .args = {indicator.target, indicator.measure, floor->to_shortest_string()}});
  }
}

}  // namespace

const Rule kSatisfactionTargetUnusual{.id = "satisfaction_target_unusual",
                                      .number = 27,
                                      .severity = Severity::warning,
                                      .aspect = Aspect::appropriateness,
                                      .check = check};

}  // namespace jiheng::rules
