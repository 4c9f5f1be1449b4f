#pragma once

#include <leptonica/allheaders.h>

#include <memory>

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

}  // namespace jiheng::document
