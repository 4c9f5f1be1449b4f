#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/distribution.h"
#include "rules/catalogue.h"
#include "rules/output_cost.h"

namespace jiheng::rules {
namespace {

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

/// How costs lie among those looked at together, where that is known: more than these rows.
class KnownCosts {
 public:
  explicit KnownCosts(const std::vector<OutputCosts>& costs) {
    for (const auto& one : costs) {
      known_.emplace(std::pair(std::string_view(one.of.agency), std::string_view(one.of.project)),
                     &one);
    }
  }

  [[nodiscard]] const Distribution* of(const UnitCost& one) const {
    const auto& row = one.row->indicator;
    const auto found = known_.find({row.agency, row.project});
    const bool same = found != known_.end() && found->second->name == row.name &&
                      found->second->base == row.measured.base;
    return same ? &found->second->lies : nullptr;
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, const OutputCosts*> known_;
};

/// The project itself is among those it is held against: one among many hardly moves a quarter.
void check_output(const std::vector<UnitCost>& costs, const KnownCosts& known,
                  const Parameters& parameters, Sink& sink) {
  const auto least = parameters.number("least_peers");
  const auto own = lie_of(costs);
  for (const auto& one : costs) {
    const auto* said = known.of(one);
    const auto lies = said != nullptr ? std::optional(*said) : own;
    if (least && lies && Decimal::whole(static_cast<std::int64_t>(lies->n)) > *least &&
        is_unusual(one.cost, *lies, parameters)) {
      sink.report({.column = Column::target,
                   .args = {one.row->indicator.name, one.cost.to_shortest_string(),
                            std::to_string(lies->n - 1), lies->median.to_shortest_string()},
                   .row = one.place});
    }
  }
}

void check(std::span<const ProjectView> projects, const Parameters& parameters, Sink& sink) {
  if (projects.empty()) {
    return;
  }
  const KnownCosts known(projects.front().facts.costs);
  for (const auto& [output, of_projects] : unit_costs(projects, parameters)) {
    check_output(of_projects, known, parameters, sink);
  }
}

}  // namespace

const Rule kCostPerOutputUnusual{.id = "cost_per_output_unusual",
                                 .number = 46,
                                 .severity = Severity::warning,
                                 .aspect = Aspect::appropriateness,
                                 .check_all = check};

}  // namespace jiheng::rules
