#include "rules/catalogue.h"
#include "rules/score_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  const auto* scores = scores_of(project);
  for (std::size_t i = 0; scores != nullptr && i < scores->scores.size(); ++i) {
    const auto& score = scores->scores[i];
    if (score.difference == Difference::outside_level && score.interval) {
      sink.report({.column = Column::score,
                   .args = {project.rows[i].indicator.score, score.level,
                            score.interval->low.to_shortest_string(),
                            score.interval->high.to_shortest_string()},
                   .row = i});
    }
  }
}

}  // namespace

const Rule kGradeOutsideBand{.id = "grade_outside_band",
                             .number = 61,
                             .severity = Severity::warning,
                             .aspect = Aspect::compliance,
                             .check_project = check};

}  // namespace jiheng::rules
