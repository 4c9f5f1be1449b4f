#include "rules/catalogue.h"
#include "rules/score_reading.h"

namespace jiheng::rules {
namespace {

/// Little money spent, and yet nearly all points: (results − money) ÷ results above the limit.
void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto* execution = execution_of(project);
  const auto low = parameters.number("low");
  const auto limit = parameters.number("limit");
  const auto scores = sum_of(project, &Indicator::score);
  const auto points = sum_of(project, &Indicator::points);
  if (execution == nullptr || !execution->budget || !execution->executed || !low || !limit ||
      !scores || !points) {
    return;
  }
  const auto money = percent_of(*execution->executed, *execution->budget);
  const auto results = percent_of(*scores, *points);
  if (!money || !results || *money >= *low || *results <= *money) {
    return;
  }
  const auto apart = results->minus(*money);
  const auto gap = apart ? percent_of(*apart, *results) : std::nullopt;
  if (gap && *gap > *limit) {
    sink.report(of_project({results->to_shortest_string(), money->to_shortest_string()}));
  }
}

}  // namespace

const Rule kResultsOutrunMoney{.id = "results_outrun_money",
                               .number = 62,
                               .severity = Severity::warning,
                               .aspect = Aspect::appropriateness,
                               .check_project = check};

}  // namespace jiheng::rules
