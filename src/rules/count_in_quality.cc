#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// Few faults are quality; many visits are quantity.
bool counts_faults(const Indicator& row) {
  const auto* number = number_of(row);
  return is_ceiling(row) || (number != nullptr && number->is_zero());
}

/// By its measure, or where the form has no column for one, by its name.
bool is_count(const Indicator& row, const Parameters& parameters) {
  if (row.measured.kind == MeasureKind::count) {
    return true;
  }
  return row.measured.kind == MeasureKind::unknown && row.measure.empty() && !row.comparator &&
         !parameters.ending("counts", parts_of(row.name).head).empty();
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (row.role != CategoryRole::quality || !is_numeric(indicator) ||
      !is_count(indicator, parameters) || counts_faults(indicator) ||
      !parameters.containing("quality_counts", indicator.name).empty()) {
    return;
  }
  const bool named = indicator.measure.empty();
  sink.report({.column = Column::level2,
               .args = {indicator.level2, named ? indicator.name : indicator.measure},
               .suggestion = move_to(row, CategoryRole::quantity),
               .variant = named ? "named" : ""});
}

}  // namespace

const Rule kCountInQuality{.id = "count_in_quality",
                           .number = 37,
                           .severity = Severity::warning,
                           .aspect = Aspect::relevance,
                           .check = check};

}  // namespace jiheng::rules
