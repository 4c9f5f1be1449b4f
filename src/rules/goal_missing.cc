#include <algorithm>

#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// A form that has a field for the goal gives a goal, blank where nothing is written.
void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  const auto goals = goals_of(project);
  const bool blank =
      std::ranges::any_of(goals, [](const Goal* goal) { return goal->text.empty(); });
  if (blank) {
    sink.report(of_project({std::string(project.project)}));
  }
}

}  // namespace

const Rule kGoalMissing{.id = "goal_missing",
                        .number = 1,
                        .severity = Severity::error,
                        .aspect = Aspect::completeness,
                        .check_project = check};

}  // namespace jiheng::rules
