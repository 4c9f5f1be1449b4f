#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// A satisfaction that was scored must say whom it asked: how many, or in what survey.
void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (row.role != CategoryRole::satisfaction || !number_in(indicator.score)) {
    return;
  }
  const bool said = !parameters.containing("evidence", indicator.reason).empty() ||
                    !parameters.containing("evidence", indicator.actual).empty();
  if (!said) {
    sink.report({.column = Column::actual, .args = {indicator.actual}});
  }
}

}  // namespace

const Rule kSurveyMissing{.id = "survey_missing",
                          .number = 64,
                          .severity = Severity::warning,
                          .aspect = Aspect::measurability,
                          .check = check};

}  // namespace jiheng::rules
