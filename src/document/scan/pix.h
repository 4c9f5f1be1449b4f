#pragma once

#include <leptonica/allheaders.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "document/scan/picture.h"

namespace jiheng::document {

/// A picture of Leptonica's, given back at the end.
struct DropPix {
  void operator()(Pix* pix) const {
    pixDestroy(&pix);
  }
};

using PixPtr = std::unique_ptr<Pix, DropPix>;

/// The same for its lists of rectangles.
struct DropBoxes {
  void operator()(Boxa* boxes) const {
    boxaDestroy(&boxes);
  }
};

using BoxesPtr = std::unique_ptr<Boxa, DropBoxes>;

/// The boxes around what hangs together in a picture of 1 bit a pixel.
[[nodiscard]] std::vector<PixelBox> components(const PixPtr& pix);

/// Whether a picture of 1 bit a pixel is set there.
[[nodiscard]] inline bool ink_at(const PixPtr& pix, int x, int y) {
  const auto* const data = pixGetData(pix.get());
  return GET_DATA_BIT(data + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get()), x) != 0;
}

/// The shade in a picture of 8 bits a pixel.
[[nodiscard]] inline std::uint8_t gray_at(const PixPtr& pix, int x, int y) {
  const auto* const data = pixGetData(pix.get());
  return static_cast<std::uint8_t>(
      GET_DATA_BYTE(data + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get()), x));
}

}  // namespace jiheng::document
