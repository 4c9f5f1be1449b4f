#pragma once

#include <cstddef>

#include "document/scan/picture.h"

namespace jiheng::document {

/// A picture in colours: red, green, blue, a byte each, rows of `stride` bytes.
struct ColourPicture {
  int width{};
  int height{};
  std::ptrdiff_t stride{};
  const unsigned char* points{};
};

/// The picture in grey, with what stands under seals as if they were not there: a round or square
/// patch of coloured ink, 18 to 60 millimetres wide, is as light as its lightest colour. Other
/// coloured print stays: a red title is a title.
[[nodiscard]] GrayPicture gray_without_seals(const ColourPicture& picture, int dpi);

}  // namespace jiheng::document
