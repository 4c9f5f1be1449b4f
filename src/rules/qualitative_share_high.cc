#include <algorithm>

#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// A date, a duration or a frequency can be measured, whatever sign stands before it.
bool is_words(const Row& row) {
  return row.indicator.comparator == Comparator::qualitative && !is_measurable(row.indicator) &&
         !row.indicator.target.empty();
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto limit = parameters.number("limit");
  const auto words = std::ranges::count_if(project.rows, is_words);
  if (!limit || !is_project(project) || words < 2) {
    return;
  }
  const auto share =
      Decimal::whole(100 * words)
          .divided_by(Decimal::whole(static_cast<std::int64_t>(project.rows.size())), 0);
  if (share && *share > *limit) {
    sink.report(of_project(
        {std::to_string(words), std::to_string(project.rows.size()), limit->to_shortest_string()}));
  }
}

}  // namespace

const Rule kQualitativeShareHigh{.id = "qualitative_share_high",
                                 .number = 13,
                                 .severity = Severity::warning,
                                 .aspect = Aspect::measurability,
                                 .check_project = check};

}  // namespace jiheng::rules
