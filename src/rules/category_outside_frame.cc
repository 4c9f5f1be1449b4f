#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

// 成本指标 under 成本指标 says one word twice, and no frame is meant by it.
bool is_misplaced(const Row& row) {
  const auto& indicator = row.indicator;
  const auto& frames = row.vocabulary.frames;
  return indicator.level1 != indicator.level2 && frames.is_level1(indicator.level1) &&
         frames.role(indicator.level1, indicator.level2) == CategoryRole::other;
}

void check(const Row& row, const Parameters&, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto own = row.vocabulary.frames.category(indicator.level2);
  if (!own || !is_misplaced(row)) {
    return;
  }
  // Where level 2 is right, it says under which level 1 it belongs.
  sink.report({.column = Column::level1,
               .args = {indicator.level2, indicator.level1, own->level1},
               .suggestion = {{Field::level1, own->level1}}});
}

}  // namespace

const Rule kCategoryOutsideFrame{.id = "category_outside_frame",
                                 .number = 43,
                                 .severity = Severity::hint,
                                 .aspect = Aspect::compliance,
                                 .check = check};

}  // namespace jiheng::rules
