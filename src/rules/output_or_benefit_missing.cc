#include <algorithm>

#include "rules/catalogue.h"
#include "rules/project_reading.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  if (!is_project(project)) {
    return;
  }
  const bool output = count_of(project, CategoryRole::quantity) > 0 ||
                      count_of(project, CategoryRole::quality) > 0 ||
                      count_of(project, CategoryRole::timeliness) > 0;
  const bool benefit =
      std::ranges::any_of(project.rows, [](const Row& row) { return is_benefit(row.role); });
  if (!output || !benefit) {
    sink.report(of_project({}, output ? "benefit" : benefit ? "output" : "both"));
  }
}

}  // namespace

const Rule kOutputOrBenefitMissing{.id = "output_or_benefit_missing",
                                   .number = 2,
                                   .severity = Severity::error,
                                   .aspect = Aspect::completeness,
                                   .check_project = check};

}  // namespace jiheng::rules
