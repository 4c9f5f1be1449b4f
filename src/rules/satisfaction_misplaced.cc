#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  // A kind no frame knows may well be one of satisfaction.
  if (row.role == CategoryRole::satisfaction || row.role == CategoryRole::other) {
    return;
  }
  const auto name = parts_of(row.indicator.name).head;
  if (const auto word = parameters.ending("satisfaction", name); !word.empty()) {
    sink.report({.column = Column::level2,
                 .args = {row.indicator.level2},
                 .suggestion = move_to(row, CategoryRole::satisfaction)});
  }
}

}  // namespace

const Rule kSatisfactionMisplaced{.id = "satisfaction_misplaced",
                                  .number = 39,
                                  .severity = Severity::warning,
                                  .aspect = Aspect::relevance,
                                  .check = check};

}  // namespace jiheng::rules
