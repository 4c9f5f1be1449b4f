#include <algorithm>
#include <optional>

#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// The sum of all points; nothing when some row has none.
std::optional<Decimal> total_of(const ProjectView& project) {
  auto total = Decimal::whole(0);
  for (const auto& row : project.rows) {
    const auto points = number_in(row.indicator.points);
    const auto sum = points ? total.plus(*points) : Result<Decimal>(total);
    if (!points || !sum) {
      return std::nullopt;
    }
    total = *sum;
  }
  return total;
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto total = total_of(project);
  const auto totals = parameters.words("totals");
  if (!total || totals.empty() || project.rows.size() < 2) {
    return;
  }
  const auto said = total->to_shortest_string();
  if (std::ranges::find(totals, said) == totals.end()) {
    sink.report(of_project({said, totals.front()}));
  }
}

}  // namespace

const Rule kPointsTotalWrong{.id = "points_total_wrong",
                             .number = 51,
                             .severity = Severity::error,
                             .aspect = Aspect::compliance,
                             .check_project = check};

}  // namespace jiheng::rules
