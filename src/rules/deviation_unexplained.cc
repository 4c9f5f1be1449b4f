#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// Below full marks, in a form that asks why.
void check(const Row& row, const Parameters& /*parameters*/, Sink& sink) {
  const auto points = number_in(row.indicator.points);
  const auto score = number_in(row.indicator.score);
  if (points && score && *score < *points && row.indicator.reason.empty() &&
      row.facts.has(Column::reason)) {
    sink.report({.column = Column::reason, .args = {row.indicator.score, row.indicator.points}});
  }
}

}  // namespace

const Rule kDeviationUnexplained{.id = "deviation_unexplained",
                                 .number = 58,
                                 .severity = Severity::error,
                                 .aspect = Aspect::completeness,
                                 .check = check};

}  // namespace jiheng::rules
