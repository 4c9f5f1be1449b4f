#pragma once

#include <string>
#include <vector>

#include "domain/library_indicator.h"

namespace jiheng::app {

/// The indicator library of the program, or with that of a folder laid over it ("" for none).
/// Errors  those of `packs::load_indicators` and `make_library_indicators`.
[[nodiscard]] Result<std::vector<LibraryIndicator>> load_library(const std::string& folder,
                                                                 const Vocabulary& vocabulary);

}  // namespace jiheng::app
