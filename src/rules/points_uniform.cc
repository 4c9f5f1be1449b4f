#include <algorithm>
#include <vector>

#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto limit = parameters.number("most_of_total");
  const auto least = parameters.number("least_rows");
  const auto rows = Decimal::whole(static_cast<std::int64_t>(project.rows.size()));
  auto total = Decimal::whole(0);
  std::vector<Decimal> points;
  for (const auto& row : project.rows) {
    const auto own = number_in(row.indicator.points);
    const auto sum = own ? total.plus(*own) : Result<Decimal>(total);
    if (!own || !sum) {
      return;
    }
    points.push_back(*own);
    total = *sum;
  }
  if (!limit || !least || rows < *least) {
    return;
  }
  if (std::ranges::all_of(points, [&](const Decimal& own) { return own == points.front(); })) {
    sink.report(of_project({points.front().to_shortest_string()}));
    return;
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto hundredfold = points[i].times(Decimal::whole(100));
    const auto most = total.times(*limit);
    if (hundredfold && most && *hundredfold > *most) {
      sink.report({.column = Column::points,
                   .args = {points[i].to_shortest_string(), total.to_shortest_string(),
                            limit->to_shortest_string()},
                   .variant = "one",
                   .row = i});
    }
  }
}

}  // namespace

const Rule kPointsUniform{.id = "points_uniform",
                          .number = 53,
                          .severity = Severity::warning,
                          .aspect = Aspect::appropriateness,
                          .check_project = check};

}  // namespace jiheng::rules
