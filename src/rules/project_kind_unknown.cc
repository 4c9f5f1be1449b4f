#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto* record = record_of(project);
  if (is_project(project) && record != nullptr && !record->kind.empty() &&
      parameters.containing("kinds", record->kind).empty()) {
    sink.report(of_project({record->kind}));
  }
}

}  // namespace

const Rule kProjectKindUnknown{.id = "project_kind_unknown",
                               .number = 49,
                               .severity = Severity::warning,
                               .aspect = Aspect::compliance,
                               .check_project = check};

}  // namespace jiheng::rules
