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

std::string project_text(const Indicator& row) {
  const bool both = !row.agency.empty() && !row.project.empty();
  return row.agency + (both ? " · " : "") + row.project;
}

std::string place_text(const Place& place, const ReviewWords& words) {
  return words.catalogue.render_place(words.language, to_string(place));
}

}  // namespace jiheng::report
