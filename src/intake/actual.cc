#include "intake/actual.h"

#include "base/text.h"
#include "intake/target_language.h"

namespace jiheng::intake {

Actual read_actual(std::string_view cell, const Vocabulary& vocabulary) {
  Actual actual{.text = fold_cell(cell)};
  if (actual.text.empty()) {
    return actual;
  }
  auto read = read_target({.comparator = "", .target = actual.text, .measure = ""}, vocabulary);
  if (read.size() == 1) {
    actual.typed = std::move(read.front().typed);
    actual.measured = std::move(read.front().measured);
  } else {
    actual.typed = TextTarget{TextReason::description};
  }
  return actual;
}

}  // namespace jiheng::intake
