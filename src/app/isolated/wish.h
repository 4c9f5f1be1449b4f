#pragma once

#include <variant>

#include "document/archive.h"
#include "document/document.h"
#include "document/pdf/page_picture.h"

namespace jiheng::app {

// What a reader process is asked about a document, and the type of its answer.

/// See `document::ContentReader`.
struct ContentWish {
  using Answer = document::Content;
  document::Limits limits{};
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
