#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  if (!is_benefit(row.role) || is_numeric(row.indicator)) {
    return;
  }
  if (const auto phrase = parameters.containing("phrases", row.indicator.name); !phrase.empty()) {
    sink.report({.column = Column::name, .args = {std::string(phrase)}});
  }
}

}  // namespace

const Rule kBoilerplate{.id = "boilerplate",
                        .number = 41,
                        .severity = Severity::warning,
                        .aspect = Aspect::relevance,
                        .check = check};

}  // namespace jiheng::rules
