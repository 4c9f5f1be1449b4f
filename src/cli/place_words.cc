#include "cli/place_words.h"

#include <algorithm>

namespace jiheng::cli {

std::string place_words(std::string_view where, const packs::Catalogue& catalogue,
                        packs::Language language) {
  constexpr std::string_view kLine = "line ";
  constexpr std::string_view kBetween = ": ";
  const auto between = where.rfind(kBetween);
  const auto at = between == std::string_view::npos ? 0 : between + kBetween.size();
  const auto place = where.substr(at);
  const auto number = place.starts_with(kLine) ? place.substr(kLine.size()) : std::string_view();
  const bool is_line =
      !number.empty() && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  return is_line ? std::string(where.substr(0, at)) +
                       catalogue.render(language, {"report.place_line", {std::string(number)}})
                 : std::string(where);
}

}  // namespace jiheng::cli
