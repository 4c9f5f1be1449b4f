#pragma once

#include <algorithm>

#include "domain/place.h"

namespace jiheng::document {

/// Brings a page upright: what the reader does to glyphs and rules, and the painter to the picture.
///
/// Shape   a point (x, y) goes to (a·x + c·y + e, b·x + d·y + f). `quarters` as `Page::quarters`;
///         width and height are those before the turn.
/// Units   those of width and height: hundredths of a point as whole numbers, or points.
template <typename Number>
struct Turn {
  Number a{1};
  Number b{0};
  Number c{0};
  Number d{1};
  Number e{0};
  Number f{0};

  [[nodiscard]] static Turn upright(int quarters, Number width, Number height) {
    switch (quarters) {
      case 1:
        return {0, -1, 1, 0, 0, width};
      case 2:
        return {-1, 0, 0, -1, width, height};
      case 3:
        return {0, 1, -1, 0, height, 0};
      default:
        return {};
    }
  }

  [[nodiscard]] bool swaps_sides() const {
    return a == 0;
  }

  [[nodiscard]] Box operator()(const Box& box) const {
    const auto [left, right] = std::minmax({x(box.left, box.top), x(box.right, box.bottom)});
    const auto [top, bottom] = std::minmax({y(box.left, box.top), y(box.right, box.bottom)});
    return {box.page, left, top, right, bottom, box.sure};
  }

 private:
  [[nodiscard]] Number x(Number from_x, Number from_y) const {
    return a * from_x + c * from_y + e;
  }

  [[nodiscard]] Number y(Number from_x, Number from_y) const {
    return b * from_x + d * from_y + f;
  }
};

}  // namespace jiheng::document
