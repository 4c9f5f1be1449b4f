#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jiheng {

/// What an ill-formed byte becomes.
inline constexpr char32_t kReplacement = 0xFFFD;

/// One decoded character.
///
/// Shape   `bytes` is at least 1; an ill-formed sequence takes its longest valid start (or one
///         byte), has `valid` false and gives U+FFFD, as the W3C decoder does. `cut` says that the
///         text ended inside a sequence that was well formed so far.
struct DecodedPoint {
  char32_t point{};
  std::size_t bytes{};
  bool valid{};
  bool cut{};
};

/// `decode_point` for everything but the two shapes it knows itself.
[[nodiscard]] DecodedPoint decode_rare_point(std::string_view text, std::size_t position);

/// The character at `position`, which must be inside `text`. ASCII and most of the basic plane
/// (every common ideograph) are decoded in place: this runs for each character of each cell.
[[nodiscard]] inline DecodedPoint decode_point(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t offset) {
    return static_cast<unsigned char>(text[position + offset]);
  };
  const unsigned char first = byte(0);
  if (first < 0x80) {
    return {first, 1, true, false};
  }
  const bool three = first >= 0xE1 && first <= 0xEF && first != 0xED && position + 2 < text.size();
  if (three && (byte(1) & 0xC0U) == 0x80 && (byte(2) & 0xC0U) == 0x80) {
    const auto point = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    return {point, 3, true, false};
  }
  return decode_rare_point(text, position);
}

void append_utf8(std::string& text, char32_t point);

/// Blanks of every kind: Unicode White_Space, zero-width blanks and the byte order mark.
[[nodiscard]] bool is_blank(char32_t c);

}  // namespace jiheng
