#include "app/library.h"

namespace jiheng::app {

Result<std::vector<LibraryIndicator>> load_library(const std::string& folder,
                                                   const Vocabulary& vocabulary) {
  JH_TRY(const auto data,
         folder.empty() ? packs::load_builtin_indicators() : packs::load_indicators(folder));
  return make_library_indicators(data, vocabulary);
}

}  // namespace jiheng::app
