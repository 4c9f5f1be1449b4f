#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/distribution.h"
#include "rules/rule.h"

namespace jiheng::rules {

/// One project's price of one piece of its only output.
///
/// Units   元 a piece; `place` counts the rows through all projects.
struct UnitCost {
  const Row* row;
  std::size_t place{};
  Decimal cost;
};

/// What is produced, name and base of its measure, and what it costs where.
using UnitCosts = std::map<std::pair<std::string, std::string>, std::vector<UnitCost>>;

/// The costs of projects with one output and a budget.
[[nodiscard]] UnitCosts unit_costs(std::span<const ProjectView> projects,
                                   const Parameters& parameters);

[[nodiscard]] std::optional<Distribution> lie_of(const std::vector<UnitCost>& costs);

/// What a piece of a project's output costs, for looks at more rows than are in memory.
struct ProjectCost {
  ProjectOf of;
  std::string name;
  std::string base;
  Decimal cost;
};

/// Those of rows, by the pack's settings of `cost_per_output_unusual`; none where that is off.
[[nodiscard]] std::vector<ProjectCost> project_costs(std::span<const Indicator> rows,
                                                     const ReviewFacts& facts,
                                                     const packs::RulePack& pack,
                                                     const Vocabulary& vocabulary);

}  // namespace jiheng::rules
