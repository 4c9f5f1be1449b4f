#include "report/row_text.h"

namespace jiheng::report {

std::string target_text(const Indicator& row) {
  std::string text = row.comparator ? std::string(sign(*row.comparator)) : std::string();
  for (const auto* part : {&row.target, &row.measure}) {
    if (!part->empty()) {
      text += (text.empty() ? "" : " ") + *part;
    }
  }
  return text;
}

}  // namespace jiheng::report
