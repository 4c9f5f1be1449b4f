#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/distribution.h"
#include "domain/past_row.h"
#include "rules/catalogue.h"
#include "rules/project_reading.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

constexpr int kPlaces = 2;  // of an amount in 元

/// One project's price of one piece of its output.
struct UnitCost {
  const Row* row;
  std::size_t place{};  // of the row, through all projects
  Decimal cost;
};

/// What is produced: name and base of its measure.
using Output = std::pair<std::string_view, std::string_view>;

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

/// Far above the others: beyond the upper fence and several times the median.
bool is_unusual(const Decimal& cost, const Distribution& lies, const Parameters& parameters) {
  const auto times = parameters.number("times");
  const auto spread = parameters.number("spread");
  if (!times || !spread) {
    return false;
  }
  const auto middle = lies.third_quarter.minus(lies.first_quarter);
  const auto reach = middle ? middle->times(*spread) : middle;
  const auto fence = reach ? lies.third_quarter.plus(*reach) : reach;
  const auto multiple = lies.median.times(*times);
  return fence && multiple && cost > *fence && cost > *multiple;
}

/// The project itself is among those it is held against: one among many hardly moves a quarter.
void check_output(std::span<const UnitCost> costs, const Parameters& parameters, Sink& sink) {
  const auto least = parameters.number("least_peers");
  if (!least || Decimal::whole(static_cast<std::int64_t>(costs.size())) <= *least) {
    return;
  }
  std::vector<Decimal> values;
  for (const auto& one : costs) {
    values.push_back(one.cost);
  }
  std::ranges::sort(values);
  const auto lies = distribution_of(values);
  for (const auto& one : costs) {
    if (lies && is_unusual(one.cost, *lies, parameters)) {
      sink.report({.column = Column::target,
                   .args = {one.row->indicator.name, one.cost.to_shortest_string(),
                            std::to_string(lies->n - 1), lies->median.to_shortest_string()},
                   .row = one.place});
    }
  }
}

void check(std::span<const ProjectView> projects, const Parameters& parameters, Sink& sink) {
  std::map<Output, std::vector<UnitCost>> costs;
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
  for (const auto& [output, of_projects] : costs) {
    check_output(of_projects, parameters, sink);
  }
}

}  // namespace

const Rule kCostPerOutputUnusual{.id = "cost_per_output_unusual",
                                 .number = 46,
                                 .severity = Severity::warning,
                                 .aspect = Aspect::appropriateness,
                                 .check_all = check};

}  // namespace jiheng::rules
