#include "rules/catalogue.h"
#include "rules/project_reading.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto* target = number_of(indicator);
  const auto actual = number_in(indicator.actual);
  const auto limit = parameters.number("limit");
  const bool more_is_better =
      indicator.comparator == Comparator::at_least || indicator.comparator == Comparator::more_than;
  if (target == nullptr || !actual || !limit || !more_is_better || target->is_zero() ||
      target->is_negative() || !indicator.reason.empty()) {
    return;
  }
  const auto most = target->times(*limit);
  const auto done = actual->times(Decimal::whole(100));
  if (most && done && *done >= *most) {
    sink.report({.column = Column::actual,
                 .args = {indicator.actual, indicator.target, limit->to_shortest_string()}});
  }
}

}  // namespace

const Rule kOverachievementUnexplained{.id = "overachievement_unexplained",
                                       .number = 59,
                                       .severity = Severity::warning,
                                       .aspect = Aspect::appropriateness,
                                       .check = check};

}  // namespace jiheng::rules
