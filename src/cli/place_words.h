#pragma once

#include <string>
#include <string_view>

#include "packs/library.h"

namespace jiheng::cli {

/// A place as it stands in data files ("line 18", "表.csv: line 18"), in the words of a sentence
/// ("第 18 行"). Cells, pages and paths stay what they are.
[[nodiscard]] std::string place_words(std::string_view where, const packs::Catalogue& catalogue,
                                      packs::Language language);

}  // namespace jiheng::cli
