#pragma once

#include <cstdint>
#include <variant>

#include "document/archive.h"
#include "document/document.h"
#include "document/pdf/page_picture.h"

namespace jiheng::app {

// What a reader process is asked about a document, and the type of its answer.

/// What becomes of pages that are pictures of print.
enum class Scans : std::uint8_t { left, read, all_pages_read };

/// See `document::ContentReader`, and `document::ScanReading`.
struct ContentWish {
  using Answer = document::Content;
  document::Limits limits{};
  Scans scans{};
};

/// See `document::PagePainter::sizes`.
struct SizesWish {
  using Answer = document::PageSizes;
  int from{};
  int limit{};
};

/// See `document::PagePainter::picture`.
struct PictureWish {
  using Answer = document::Picture;
  int page{};
  int width{};
};

/// See `document::Unpacker`.
struct MembersWish {
  using Answer = document::Members;
  document::Limits limits{};
};

using Wish = std::variant<ContentWish, SizesWish, PictureWish, MembersWish>;

}  // namespace jiheng::app
