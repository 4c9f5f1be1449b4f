#pragma once

#include <cstdint>
#include <vector>

namespace jiheng::document {

// What stands on a page, before anything is a table.
// Units   hundredths of a point from the page's top left corner, as it is read upright.

using Length = std::int32_t;

inline constexpr Length kPoint = 100;

/// One printed character. `right` and `bottom` are never less than `left` and `top`.
struct Glyph {
  Length left{};
  Length top{};
  Length right{};
  Length bottom{};
  char32_t point{};
  /// How sure the character is, in percent: less than 100 only where it was read from a picture.
  std::uint8_t sure{100};

  [[nodiscard]] Length height() const {
    return bottom - top;
  }

  /// Twice the middle, which is a whole number.
  [[nodiscard]] Length middle_x2() const {
    return left + right;
  }

  [[nodiscard]] Length middle_y2() const {
    return top + bottom;
  }
};

/// A ruling line: where it stands across its direction, and from where to where it runs.
struct Rule {
  Length at{};
  Length from{};
  Length to{};

  friend bool operator==(const Rule&, const Rule&) = default;
};

struct Page {
  int number{};  // from 1
  Length width{};
  Length height{};
  std::vector<Glyph> glyphs{};
  std::vector<Rule> horizontal{};
  std::vector<Rule> vertical{};
  /// How many quarter turns its text stood away from upright: 1 ran down the page, 2 stood upside
  /// down, 3 ran up. Everything above is upright.
  int quarters{};
  /// How many pixels wide its picture is where the page is nothing but one (a scan), else 0.
  int scan_pixels{};
};

}  // namespace jiheng::document
