#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"
#include "document/row_taker.h"
#include "document/scan/scan_reading.h"

namespace jiheng::document {

/// How a document of pages is read.
struct PageMeans {
  const ScanReading* scans{};  // how pages that are pictures of print are; not at all without
  RowTaker* taker{};           // who takes rows as they come, if somebody does
};

/// One format: how its bytes are known, and what reads them.
///
/// `recognises` looks at content only and is cheap; `read`, or `read_pages` where the format has
/// pages, is called on what it recognised.
struct Reader {
  Format format{};
  bool (*recognises)(std::string_view bytes){};
  Result<Content> (*read)(std::string_view bytes, const Limits& limits){};
  Result<Content> (*read_pages)(std::string_view bytes, const Limits& limits,
                                const PageMeans& how){};
};

/// The reader of a format that is not plain text; nothing for text, and for what no reader knows.
[[nodiscard]] const Reader* find_reader(std::string_view bytes);

}  // namespace jiheng::document
