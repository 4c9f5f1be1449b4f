#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  if (!is_project(project)) {
    return;
  }
  const bool quantity = count_of(project, CategoryRole::quantity) > 0;
  const bool quality = count_of(project, CategoryRole::quality) > 0;
  if (!quantity || !quality) {
    sink.report(of_project({}, quantity ? "quality" : quality ? "quantity" : "both"));
  }
}

}  // namespace

const Rule kQuantityOrQualityMissing{.id = "quantity_or_quality_missing",
                                     .number = 4,
                                     .severity = Severity::warning,
                                     .aspect = Aspect::completeness,
                                     .check_project = check};

}  // namespace jiheng::rules
