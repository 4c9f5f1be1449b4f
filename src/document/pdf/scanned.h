#pragma once

#include <cstddef>

#include "document/pages/page.h"

namespace jiheng::document {

/// What a page is made of, besides its glyphs and rules.
struct PageMakeup {
  std::size_t visible{};     // glyphs that are printed, not only there to be copied
  std::size_t paths{};       // that are painted
  float covered{};           // by images, of the page: 0 … 1 and more where they overlap
  float image_resolution{};  // pixels for a point, of the finest image
};

/// How many pixels wide to look at a page that is a picture of print: images cover most of it and
/// next to nothing is printed as text, or it is drawn without any text at all. 0 when it is none.
[[nodiscard]] int scan_pixels(const Page& page, const PageMakeup& makeup);

}  // namespace jiheng::document
