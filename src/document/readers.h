#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"

namespace jiheng::document {

/// One format: how its bytes are known, and what reads them.
///
/// `recognises` looks at content only and is cheap; `read` is called on what it recognised.
struct Reader {
  Format format{};
  bool (*recognises)(std::string_view bytes){};
  Result<Content> (*read)(std::string_view bytes, const Limits& limits){};
};

/// The reader of a format that is not plain text; nothing for text, and for what no reader knows.
[[nodiscard]] const Reader* find_reader(std::string_view bytes);

}  // namespace jiheng::document
