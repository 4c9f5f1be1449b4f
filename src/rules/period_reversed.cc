#include "rules/catalogue.h"
#include "rules/period.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  const auto* record = record_of(project);
  const auto period = record == nullptr ? std::nullopt : period_of(record->period);
  if (period && is_reversed(*period)) {
    sink.report(of_project({record->period}));
  }
}

}  // namespace

const Rule kPeriodReversed{.id = "period_reversed",
                           .number = 47,
                           .severity = Severity::error,
                           .aspect = Aspect::compliance,
                           .check_project = check};

}  // namespace jiheng::rules
