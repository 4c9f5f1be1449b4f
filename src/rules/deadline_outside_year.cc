#include <algorithm>
#include <variant>

#include "rules/catalogue.h"
#include "rules/period.h"

namespace jiheng::rules {
namespace {

/// True when a form says that the project goes on over the year of the deadline.
bool covers(const Row& row, int year) {
  return std::ranges::any_of(row.facts.projects, [&](const ProjectRecord& said) {
    const auto period = period_of(said.period);
    return said.name == row.indicator.project && period && period->begin.year <= year &&
           year <= period->end.year;
  });
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto* date = std::get_if<DateTarget>(&row.indicator.typed);
  if (date == nullptr || !date->year || !row.facts.year || *date->year == *row.facts.year ||
      covers(row, *date->year) ||
      !parameters.containing("several_years", row.indicator.project).empty()) {
    return;
  }
  sink.report(
      {.column = Column::target, .args = {row.indicator.target, std::to_string(*row.facts.year)}});
}

}  // namespace

const Rule kDeadlineOutsideYear{.id = "deadline_outside_year",
                                .number = 48,
                                .severity = Severity::error,
                                .aspect = Aspect::feasibility,
                                .check = check};

}  // namespace jiheng::rules
