#include "rules/project_reading.h"

#include <algorithm>

namespace jiheng::rules {
namespace {

template <typename Said>
std::vector<const Said*> said_of(const ProjectView& project, const std::vector<Said>& all) {
  std::vector<const Said*> found;
  for (const auto& said : all) {
    if (said.project == project.project && said.agency == project.agency) {
      found.push_back(&said);
    }
  }
  return found;
}

}  // namespace

std::size_t count_of(const ProjectView& project, CategoryRole role) {
  return static_cast<std::size_t>(
      std::ranges::count_if(project.rows, [&](const Row& row) { return row.role == role; }));
}

bool is_project(const ProjectView& project) {
  return !project.project.empty();
}

std::vector<const Goal*> goals_of(const ProjectView& project) {
  return said_of(project, project.facts.goals);
}

std::vector<const Funding*> funding_of(const ProjectView& project) {
  return said_of(project, project.facts.funding);
}

const ProjectRecord* record_of(const ProjectView& project) {
  const auto found = std::ranges::find_if(project.facts.projects, [&](const ProjectRecord& said) {
    return said.name == project.project;
  });
  return found == project.facts.projects.end() ? nullptr : &*found;
}

std::optional<Decimal> budget_of(const ProjectView& project, const Parameters& parameters,
                                 std::string_view labels) {
  for (const auto* said : funding_of(project)) {
    const bool of_year = !said->year || !project.facts.year || *said->year == *project.facts.year;
    if (said->amount && of_year && parameters.has(labels, said->source)) {
      return said->amount;
    }
  }
  return std::nullopt;
}

Defect of_project(std::vector<std::string> args, std::string variant) {
  return {.column = Column::project, .args = std::move(args), .variant = std::move(variant)};
}

bool differ(const Decimal& one, const Decimal& other, const Decimal& tolerance) {
  const auto difference = one > other ? one.minus(other) : other.minus(one);
  return !difference || *difference > tolerance;
}

}  // namespace jiheng::rules
