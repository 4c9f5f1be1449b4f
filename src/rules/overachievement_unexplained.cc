#include "rules/catalogue.h"
#include "rules/reading.h"
#include "rules/score_reading.h"

namespace jiheng::rules {
namespace {

/// True where what was reached is so many percent of the target, both in one measure: 88 % is not
/// far beyond 0.9.
bool is_far_beyond(const InOneMeasure& compared, const Decimal& limit) {
  const auto most = compared.target.times(limit);
  const auto done = compared.actual.times(Decimal::whole(100));
  return compared.target > Decimal{} && most && done && *done >= *most;
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto* scores = scores_of(project);
  const auto limit = parameters.number("limit");
  if (scores == nullptr || !limit || scores->compared.size() != project.rows.size()) {
    return;
  }
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    const auto& row = project.rows[i].indicator;
    const auto& compared = scores->compared[i];
    if (compared && number_of(row) != nullptr && row.reason.empty() &&
        is_far_beyond(*compared, *limit)) {
      sink.report({.column = Column::actual,
                   .args = {row.actual, row.target, limit->to_shortest_string()},
                   .row = i});
    }
  }
}

}  // namespace

const Rule kOverachievementUnexplained{.id = "overachievement_unexplained",
                                       .number = 59,
                                       .severity = Severity::warning,
                                       .aspect = Aspect::appropriateness,
                                       .check_project = check};

}  // namespace jiheng::rules
