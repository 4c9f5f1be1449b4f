#pragma once

#include "document/scan/picture.h"
#include "document/scan/pix.h"

namespace jiheng::document {

/// A scanned page made straight: its picture with an even white ground, and its ink.
///
/// Units   pixels of a picture `dpi` to the inch, of the size of the page's own.
struct PageInk {
  PixPtr gray{};
  PixPtr ink{};  // 1 bit a pixel, set where it is dark
  /// The same without smoothing: noisy, but a line of one pixel among print does not fade in it.
  PixPtr sharp{};
  /// By how much the page was turned to be straight, in radians; clockwise is positive.
  double turned{};
  int dpi{};
};

/// Evens the ground (shadows, yellow paper), tells ink from ground and turns the page straight.
[[nodiscard]] PageInk ink_of(const GrayPicture& page, int dpi);

}  // namespace jiheng::document
