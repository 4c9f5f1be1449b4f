#include "scoring/actual_words.h"

#include <algorithm>
#include <array>

namespace jiheng::scoring {

bool is_blank(std::string_view actual) {
  constexpr std::array<std::string_view, 7> kNothing{"", "-", "--", "—", "——", "/", "\\"};
  return std::ranges::find(kNothing, actual) != kNothing.end();
}

bool says(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) {
    return false;
  }
  const auto rest = text.substr(word.size());
  constexpr std::array<std::string_view, 10> kStops{"，", ",", "。", "；", ";",
                                                    "、", " ", "(",  ":",  "!"};
  return rest.empty() ||
         std::ranges::any_of(kStops, [&](std::string_view stop) { return rest.starts_with(stop); });
}

bool has_no_target(const Indicator& row) {
  const auto* text = std::get_if<TextTarget>(&row.typed);
  return text != nullptr &&
         (text->reason == TextReason::empty || text->reason == TextReason::placeholder);
}

}  // namespace jiheng::scoring
