#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& /*parameters*/, Sink& sink) {
  const auto points = number_in(row.indicator.points);
  if (points && (points->is_zero() || points->is_negative())) {
    sink.report({.column = Column::points, .args = {row.indicator.points}});
  }
}

}  // namespace

const Rule kPointsNotPositive{.id = "points_not_positive",
                              .number = 54,
                              .severity = Severity::error,
                              .aspect = Aspect::compliance,
                              .check = check};

}  // namespace jiheng::rules
