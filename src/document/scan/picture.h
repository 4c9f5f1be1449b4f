#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace jiheng::document {

/// A grey picture: 0 is black, 255 white, rows from the top.
struct GrayPicture {
  int width{};
  int height{};
  std::vector<std::uint8_t> pixels{};

  [[nodiscard]] std::uint8_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

/// A rectangle of pixels; `right` and `bottom` are the first ones outside.
struct PixelBox {
  int left{};
  int top{};
  int right{};
  int bottom{};

  [[nodiscard]] int width() const {
    return right - left;
  }

  [[nodiscard]] int height() const {
    return bottom - top;
  }

  friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

/// The smallest box around two.
[[nodiscard]] inline PixelBox around(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

/// A picture of what `shade` says of each pixel of a box.
template <typename Shade>
[[nodiscard]] GrayPicture picture_of(const PixelBox& box, Shade shade) {
  GrayPicture picture{.width = box.width(), .height = box.height()};
  picture.pixels.reserve(static_cast<std::size_t>(box.width()) *
                         static_cast<std::size_t>(box.height()));
  for (int y = box.top; y < box.bottom; ++y) {
    for (int x = box.left; x < box.right; ++x) {
      picture.pixels.push_back(shade(x, y));
    }
  }
  return picture;
}

/// How dark a box is on average: 0 is white, 255 black.
[[nodiscard]] inline int darkness(const GrayPicture& picture, const PixelBox& box) {
  int dark = 0;
  for (int y = box.top; y < box.bottom; ++y) {
    for (int x = box.left; x < box.right; ++x) {
      dark += 255 - picture.at(x, y);
    }
  }
  return dark / (box.width() * box.height());
}

}  // namespace jiheng::document
