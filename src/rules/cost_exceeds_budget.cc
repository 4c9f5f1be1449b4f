#include <optional>

#include "rules/catalogue.h"
#include "rules/project_reading.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// A cost of the whole, in 元; a price for one piece is none.
std::optional<Decimal> cost_of(const Row& row, const Parameters& parameters) {
  const auto* number = number_of(row.indicator);
  const auto& measure = row.indicator.measured;
  if (row.role != CategoryRole::cost || number == nullptr || measure.kind != MeasureKind::money ||
      !parameters.containing("unit_costs", row.indicator.name).empty()) {
    return std::nullopt;
  }
  const auto yuan = number->times(measure.scale);
  return yuan ? std::optional(*yuan) : std::nullopt;
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto budget = budget_of(project, parameters, "totals");
  auto sum = Decimal::whole(0);
  for (const auto& row : project.rows) {
    if (const auto cost = cost_of(row, parameters)) {
      const auto next = sum.plus(*cost);
      if (!next) {
        return;
      }
      sum = *next;
    }
  }
  if (budget && sum > *budget) {
    sink.report(of_project({sum.to_shortest_string(), budget->to_shortest_string()}));
  }
}

}  // namespace

const Rule kCostExceedsBudget{.id = "cost_exceeds_budget",
                              .number = 45,
                              .severity = Severity::warning,
                              .aspect = Aspect::feasibility,
                              .check_project = check};

}  // namespace jiheng::rules
