#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (indicator.measure.empty() || indicator.measured.kind != MeasureKind::unknown ||
      parameters.has("blanks", indicator.measure)) {
    return;
  }
  sink.report({.column = Column::measure,
               .args = {indicator.measure},
               .variant = indicator.measured.several ? "several" : ""});
}

}  // namespace

const Rule kMeasureUnknown{.id = "measure_unknown",
                           .number = 28,
                           .severity = Severity::warning,
                           .aspect = Aspect::compliance,
                           .check = check};

}  // namespace jiheng::rules
