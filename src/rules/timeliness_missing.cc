#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  if (is_project(project) && count_of(project, CategoryRole::timeliness) == 0) {
    sink.report(of_project({}));
  }
}

}  // namespace

const Rule kTimelinessMissing{.id = "timeliness_missing",
                              .number = 6,
                              .severity = Severity::hint,
                              .aspect = Aspect::completeness,
                              .check_project = check};

}  // namespace jiheng::rules
