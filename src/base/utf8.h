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

/// How many bytes at the front of `text` from `from` on are printable ASCII and common ideographs
/// (U+4E00 to U+9FFF): what nearly every cell is made of. No fold changes them, none of them breaks
/// a line, and of the blanks only the ASCII one is among them.
[[nodiscard]] inline std::size_t plain_bytes(std::string_view text, std::size_t from = 0) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  std::size_t at = from;
  while (at < text.size()) {
    const auto first = byte(at);
    if (first >= 0x20 && first < 0x7F) {
      ++at;
      continue;
    }
    const bool three = first >= 0xE4 && first <= 0xE9 && at + 2 < text.size();
    if (!three || (byte(at + 1) & 0xC0U) != 0x80 || (byte(at + 2) & 0xC0U) != 0x80 ||
        (first == 0xE4 && byte(at + 1) < 0xB8)) {
      break;
    }
    at += 3;
  }
  return at - from;
}

/// Blanks of every kind: Unicode White_Space, zero-width blanks and the byte order mark.
[[nodiscard]] bool is_rare_blank(char32_t c);

[[nodiscard]] inline bool is_blank(char32_t c) {
  const bool common = (c > ' ' && c < 0x7F) || (c > 0x3000 && c < 0xFEFF);
  return !common && (c == ' ' || is_rare_blank(c));
}

}  // namespace jiheng
