#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters&, Sink& sink) {
  if (row.role == CategoryRole::quantity && is_numeric(row.indicator) &&
      is_share(row.indicator.measured)) {
    sink.report({.column = Column::level2,
                 .args = {row.indicator.level2, row.indicator.measure},
                 .suggestion = move_to(row, CategoryRole::quality)});
  }
}

}  // namespace

const Rule kRatioInQuantity{.id = "ratio_in_quantity",
                            .number = 36,
                            .severity = Severity::warning,
                            .aspect = Aspect::relevance,
                            .check = check};

}  // namespace jiheng::rules
