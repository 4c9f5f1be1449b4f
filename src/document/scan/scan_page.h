#pragma once

#include "document/pages/page.h"
#include "document/scan/line_memory.h"
#include "document/scan/line_reader.h"
#include "document/scan/picture.h"
#include "domain/place.h"

namespace jiheng::document {

/// A page read from its picture.
///
/// Shape   `page` stands straight; `turned` says by how much the picture was turned for that, in
///         radians around its middle, clockwise.
struct ScannedPage {
  Page page{};
  double turned{};
};

/// Reads the picture of a page: its ruling lines and every printed line, as glyphs and rules like
/// those of a page that a program printed.
///
/// `size` gives the page's number, width and height. Glyphs say how sure they are.
[[nodiscard]] ScannedPage read_scan(const GrayPicture& picture, const Page& size,
                                    LineReader& reader, LineMemory& memory);

/// Where a box of the straight page stands on the picture as it is.
[[nodiscard]] jiheng::Box on_picture(const jiheng::Box& box, const Page& page, double turned);

}  // namespace jiheng::document
