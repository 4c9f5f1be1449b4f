#pragma once

#include <cstddef>
#include <vector>

#include "document/pages/page.h"
#include "document/scan/cut_lines.h"
#include "document/scan/line_glyphs.h"
#include "document/scan/line_memory.h"
#include "document/scan/line_reader.h"
#include "document/scan/picture.h"
#include "domain/place.h"

namespace jiheng::document {

/// How a straight page stands to its picture.
///
/// Shape   the picture was brought upright by `quarters` (see `Page::quarters`), then turned by
///         `turned` radians around its middle, clockwise. `width` and `height` are the picture's,
///         in hundredths of a point as its document has it; the straight page is as large as print
///         says, and `zoom` times that is the picture's.
struct Standing {
  Length width{};
  Length height{};
  int quarters{};
  double turned{};
  double zoom{1};
};

/// A page read from its picture; `page` stands straight.
///
/// Shape   `is_print` is false where there is more to read than any page of print holds: a photo,
///         of which nothing was read. A line that the reader made nothing of is one glyph U+FFFD,
///         not sure at all; `unread` has where they stand, in pixels as `cut`.
struct ScannedPage {
  Page page{};
  Standing standing{};
  bool is_print{true};
  std::vector<PixelBox> unread{};
  CutLines cut{};
  PixelScale scale{};
};

/// Reads the picture of a page: its ruling lines and every printed line, as glyphs and rules like
/// those of a page that a program printed.
///
/// `size` gives the page's number, width and height. Glyphs say how sure they are.
[[nodiscard]] ScannedPage read_scan(const GrayPicture& picture, const Page& size,
                                    LineReader& reader, LineMemory& memory);

/// Reads lines that the page end cut, half of each on either page, as the whole they are: each then
/// stands on the page that has more of it, and no more on the other. `after` is the next page.
void read_cut_lines(ScannedPage& before, ScannedPage& after, LineReader& reader);

/// Where a box of the straight page stands on the picture as it is.
[[nodiscard]] jiheng::Box on_picture(const jiheng::Box& box, const Standing& standing);

}  // namespace jiheng::document
