#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters&, Sink& sink) {
  if (row.indicator.target.empty()) {
    sink.report({.column = Column::target});
  }
}

}  // namespace

const Rule kTargetEmpty{.id = "target_empty",
                        .number = 7,
                        .severity = Severity::error,
                        .aspect = Aspect::completeness,
                        .check = check};

}  // namespace jiheng::rules
