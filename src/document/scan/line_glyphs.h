#pragma once

#include <cmath>
#include <vector>

#include "document/pages/page.h"
#include "document/scan/line_reader.h"
#include "document/scan/picture.h"

namespace jiheng::document {

/// Pixels of the picture to hundredths of a point of the page.
struct PixelScale {
  double factor{};

  [[nodiscard]] Length operator()(double pixels) const {
    return static_cast<Length>(std::lround(pixels * factor));
  }
};

/// Adds the characters of a line, their places in pixels of the page, as glyphs that touch: a
/// reader of lines knows the blanks between words better than the places of its characters do.
///
/// `line` is where they stand; `line_height` is more than its height where only a part of the line
/// stands on the page.
void add_glyphs(Page& page, const PixelBox& line, int line_height,
                const std::vector<ReadCharacter>& read, const PixelScale& scale);

}  // namespace jiheng::document
