#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"
#include "document/scan/scan_reading.h"

namespace jiheng::document {

/// One format: how its bytes are known, and what reads them.
///
/// `recognises` looks at content only and is cheap; `read` is called on what it recognised.
struct Reader {
  Format format{};
  bool (*recognises)(std::string_view bytes){};
  Result<Content> (*read)(std::string_view bytes, const Limits& limits){};
  /// The same with pages read that are pictures of print; null where the format has no pages.
  Result<Content> (*read_scans)(std::string_view bytes, const Limits& limits,
                                const ScanReading& scans){};
};

/// The reader of a format that is not plain text; nothing for text, and for what no reader knows.
[[nodiscard]] const Reader* find_reader(std::string_view bytes);

}  // namespace jiheng::document
