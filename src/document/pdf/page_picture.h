#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/pages/page.h"

namespace jiheng::document {

/// A page as it is read upright.
struct PageSize {
  int number{};
  Length width{};
  Length height{};
};

/// Some pages of a PDF; `total` counts all of them.
struct PageSizes {
  int total{};
  std::vector<PageSize> pages{};
};

/// A page as a picture.
struct Picture {
  std::string png{};
};

/// Pages `from` … `from` + `limit` - 1; none beyond the end. A page that cannot be read is given
/// the size of A4: it holds no rows.
///
/// Errors  those of `PdfPages::open`.
[[nodiscard]] Result<PageSizes> page_sizes(std::string_view bytes, int from, int limit);

/// One page as a picture, see `PdfPages::picture`.
///
/// Errors  those of `PdfPages::open` and `PdfPages::picture`; not_found `document.no_page` (args:
///         the number, how many there are).
[[nodiscard]] Result<Picture> page_picture(std::string_view bytes, int number, int width);

/// Who turns the bytes of a PDF into sizes and pictures of its pages: this process, where a bad
/// document is felt, or another one. Safe from several threads.
struct PagePainter {
  std::function<Result<PageSizes>(std::string_view bytes, int from, int limit)> sizes{page_sizes};
  std::function<Result<Picture>(std::string_view bytes, int number, int width)> picture{
      page_picture};
};

}  // namespace jiheng::document
