#include "rules/output_cost.h"

#include <algorithm>

#include "domain/past_row.h"
#include "rules/catalogue.h"
#include "rules/grouped.h"
#include "rules/project_reading.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

constexpr int kPlaces = 2;  // of an amount in 元

/// The only output of a project: with two, nobody knows what part of the money each takes.
const Row* only_output(const ProjectView& project) {
  const Row* output = nullptr;
  for (const auto& row : project.rows) {
    if (row.role == CategoryRole::quantity) {
      if (output != nullptr) {
        return nullptr;
      }
      output = &row;
    }
  }
  return output;
}

std::optional<Decimal> cost_of(const ProjectView& project, const Row& output,
                               const Parameters& parameters) {
  const auto budget = budget_of(project, parameters, "totals");
  const auto* number = number_of(output.indicator);
  if (!budget || number == nullptr || output.indicator.measured.kind == MeasureKind::ratio) {
    return std::nullopt;
  }
  const auto pieces = in_base(*number, output.indicator.measured);
  if (!pieces || !(*pieces > Decimal::whole(0))) {
    return std::nullopt;
  }
  const auto cost = budget->divided_by(*pieces, kPlaces);
  return cost ? std::optional(*cost) : std::nullopt;
}

}  // namespace

UnitCosts unit_costs(std::span<const ProjectView> projects, const Parameters& parameters) {
  UnitCosts costs;
  std::size_t start = 0;
  for (const auto& project : projects) {
    if (const auto* output = only_output(project)) {
      if (const auto cost = cost_of(project, *output, parameters)) {
        const auto at = start + static_cast<std::size_t>(output - project.rows.data());
        costs[{output->indicator.name, output->indicator.measured.base}].push_back(
            {output, at, *cost});
      }
    }
    start += project.rows.size();
  }
  return costs;
}

std::optional<Distribution> lie_of(const std::vector<UnitCost>& costs) {
  std::vector<Decimal> values;
  values.reserve(costs.size());
  for (const auto& one : costs) {
    values.push_back(one.cost);
  }
  std::ranges::sort(values);
  const auto lies = distribution_of(values);
  return lies ? std::optional(*lies) : std::nullopt;
}

std::vector<ProjectCost> project_costs(std::span<const Indicator> rows, const ReviewFacts& facts,
                                       const packs::RulePack& pack, const Vocabulary& vocabulary) {
  const auto said = pack.rules.find(kCostPerOutputUnusual.id);
  const auto settings = said == pack.rules.end() ? packs::RuleSettings{} : said->second;
  std::vector<ProjectCost> costs;
  if (!settings.on || settings.severity == "off") {
    return costs;
  }
  const Grouped grouped(rows, facts, vocabulary);
  for (const auto& [output, of_projects] : unit_costs(grouped.projects(), Parameters(settings))) {
    for (const auto& one : of_projects) {
      const auto& row = one.row->indicator;
      costs.push_back({{row.agency, row.project}, output.first, output.second, one.cost});
    }
  }
  return costs;
}

}  // namespace jiheng::rules
