#include "cli/place_words.h"

namespace jiheng::cli {

std::string place_words(std::string_view where, const packs::Catalogue& catalogue,
                        packs::Language language) {
  constexpr std::string_view kBetween = ": ";
  const auto between = where.rfind(kBetween);
  const auto at = between == std::string_view::npos ? 0 : between + kBetween.size();
  return std::string(where.substr(0, at)) + catalogue.render_place(language, where.substr(at));
}

}  // namespace jiheng::cli
