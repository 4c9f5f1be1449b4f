#include <algorithm>
#include <utility>

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

/// The kind stands in another frame than the rest of the document: 可持续影响 under 101号. Where
/// the document's frame has the same kind elsewhere, it says where.
void check_frame(const Row& row, Sink& sink) {
  const auto& indicator = row.indicator;
  if (row.frame == nullptr || row.role == CategoryRole::other ||
      category_in(*row.frame, indicator.level1, indicator.level2) != nullptr) {
    return;
  }
  const auto& kinds = row.frame->categories;
  const auto same = std::ranges::find(kinds, row.role, &Category::role);
  Defect defect{.column = Column::level2,
                .args = {indicator.level1 + "/" + indicator.level2, row.frame->title},
                .variant = "frame",
                .cites = row.frame};
  if (same != kinds.end()) {
    defect.suggestion = {{Field::level1, same->level1}, {Field::level2, same->level2}};
  }
  sink.report(std::move(defect));
}

void check(const Row& row, const Parameters& /*parameters*/, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto own = row.vocabulary.frames.category(indicator.level2);
  if (!own || !is_misplaced(row)) {
    check_frame(row, sink);
    return;
  }
  // Where level 2 is right, it says under which level 1 it belongs.
  sink.report({.column = Column::level1,
               .args = {indicator.level2, indicator.level1, own->level1},
               .suggestion = {{Field::level1, own->level1}},
               .cites = row.frame});
}

}  // namespace

const Rule kCategoryOutsideFrame{.id = "category_outside_frame",
                                 .number = 43,
                                 .severity = Severity::hint,
                                 .aspect = Aspect::compliance,
                                 .check = check};

}  // namespace jiheng::rules
