#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// Few faults are quality; many visits are quantity.
bool counts_faults(const Indicator& row) {
  const auto* number = number_of(row);
  return is_ceiling(row) || (number != nullptr && number->is_zero());
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (row.role != CategoryRole::quality || !is_numeric(indicator) ||
      indicator.measured.kind != MeasureKind::count || counts_faults(indicator) ||
      !parameters.containing("quality_counts", indicator.name).empty()) {
    return;
  }
  sink.report({.field = Field::level2,
               .args = {indicator.level2, indicator.measure},
               .suggestion = move_to(row, CategoryRole::quantity)});
}

}  // namespace

const Rule kCountInQuality{.id = "count_in_quality",
                           .number = 37,
                           .severity = Severity::warning,
                           .aspect = Aspect::relevance,
                           .check = check};

}  // namespace jiheng::rules
