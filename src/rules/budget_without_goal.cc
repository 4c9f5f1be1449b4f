#include <algorithm>

#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

bool has_rows(std::span<const ProjectView> projects, const ProjectRecord& record) {
  return std::ranges::any_of(
      projects, [&](const ProjectView& project) { return project.project == record.name; });
}

/// The first amount a form states for the project, if it is more than nothing.
const Funding* money_of(const ReviewFacts& facts, const ProjectRecord& record) {
  const auto found = std::ranges::find_if(facts.funding, [&](const Funding& said) {
    return said.project == record.name && said.amount && !said.amount->is_zero();
  });
  return found == facts.funding.end() ? nullptr : &*found;
}

void check(std::span<const ProjectView> projects, const Parameters& parameters, Sink& sink) {
  if (projects.empty()) {
    return;
  }
  const auto& facts = projects.front().facts;
  for (const auto& record : facts.projects) {
    const auto* money = money_of(facts, record);
    if (money == nullptr || has_rows(projects, record) ||
        !parameters.containing("exempt", record.name).empty()) {
      continue;
    }
    // The project has no row of its own to stand beside.
    sink.report(
        of_project({record.name, money->amount->to_shortest_string(), to_string(record.place)}));
  }
}

}  // namespace

const Rule kBudgetWithoutGoal{.id = "budget_without_goal",
                              .number = 66,
                              .severity = Severity::error,
                              .aspect = Aspect::completeness,
                              .check_all = check};

}  // namespace jiheng::rules
