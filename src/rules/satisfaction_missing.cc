#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto* record = record_of(project);
  const bool exempt = !parameters.containing("exempt", project.project).empty() ||
                      (record != nullptr && parameters.has("exempt_kinds", record->kind));
  if (is_project(project) && !exempt && count_of(project, CategoryRole::satisfaction) == 0) {
    sink.report(of_project({}));
  }
}

}  // namespace

const Rule kSatisfactionMissing{.id = "satisfaction_missing",
                                .number = 3,
                                .severity = Severity::warning,
                                .aspect = Aspect::completeness,
                                .check_project = check};

}  // namespace jiheng::rules
