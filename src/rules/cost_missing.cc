#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto kind = parameters.containing("kinds", project.project);
  if (!kind.empty() && count_of(project, CategoryRole::cost) == 0) {
    sink.report(of_project({std::string(kind)}));
  }
}

}  // namespace

const Rule kCostMissing{.id = "cost_missing",
                        .number = 5,
                        .severity = Severity::warning,
                        .aspect = Aspect::completeness,
                        .check_project = check};

}  // namespace jiheng::rules
