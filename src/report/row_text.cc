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
  const auto text = to_string(place);
  constexpr std::string_view kLine = "line ";
  return text.starts_with(kLine)
             ? words.catalogue.render(words.language,
                                      {"report.place_line", {text.substr(kLine.size())}})
             : text;
}

}  // namespace jiheng::report
