#include <algorithm>

#include "rules/catalogue.h"
#include "rules/project_reading.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// Full marks, and done to the letter what was planned.
bool is_full(const Row& row) {
  const auto points = number_in(row.indicator.points);
  const auto score = number_in(row.indicator.score);
  const auto actual = number_in(row.indicator.actual);
  const auto* target = number_of(row.indicator);
  const bool same = target != nullptr && actual ? *actual == *target
                                                : row.indicator.actual == row.indicator.target;
  return points && score && *points == *score && same;
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto least = parameters.number("least_rows");
  const auto rows = Decimal::whole(static_cast<std::int64_t>(project.rows.size()));
  if (least && rows >= *least && std::ranges::all_of(project.rows, is_full)) {
    sink.report(of_project({rows.to_string()}));
  }
}

}  // namespace

const Rule kFullMarksEverywhere{.id = "full_marks_everywhere",
                                .number = 60,
                                .severity = Severity::warning,
                                .aspect = Aspect::appropriateness,
                                .check_project = check};

}  // namespace jiheng::rules
