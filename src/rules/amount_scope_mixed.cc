#include <optional>

#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// The year an amount is for: its own, or the budget year where its label says "this year".
std::optional<int> year_of(const Funding& said, const ProjectView& project) {
  return said.year ? said.year : project.facts.year;
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto tolerance = parameters.number("tolerance");
  const Funding* first = nullptr;
  for (const auto* said : funding_of(project)) {
    const bool annual = said->amount && parameters.has("annual", said->source);
    if (!annual || !tolerance) {
      continue;
    }
    const bool same_year = first != nullptr && year_of(*said, project) == year_of(*first, project);
    if (same_year && differ(*said->amount, *first->amount, *tolerance)) {
      sink.report(of_project({first->amount->to_shortest_string(), to_string(first->place),
                              said->amount->to_shortest_string(), to_string(said->place)}));
      return;
    }
    const bool of_year = !project.facts.year || year_of(*said, project) == project.facts.year;
    if (first == nullptr && of_year) {
      first = said;
    }
  }
}

}  // namespace

const Rule kAmountScopeMixed{.id = "amount_scope_mixed",
                             .number = 67,
                             .severity = Severity::warning,
                             .aspect = Aspect::compliance,
                             .check_project = check};

}  // namespace jiheng::rules
