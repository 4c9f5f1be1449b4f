#include "intake/bare_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::intake {
namespace {

bool counts(char32_t point) {
  constexpr std::u32string_view kNumerals = U"0123456789一二三四五六七八九十";
  return kNumerals.find(point) != std::u32string_view::npos;
}

bool is_circled(char32_t point) {
  return point >= 0x2460 && point <= 0x2473;
}

}  // namespace

std::string without_blanks(std::string_view text) {
  if (plain_bytes(text) == text.size() && text.find(' ') == std::string_view::npos) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_point(text, at);
    if (!is_blank(point.point)) {
      out.append(text.substr(at, point.bytes));
    }
    at += point.bytes;
  }
  return out;
}

std::string_view without_numbering(std::string_view folded) {
  constexpr std::size_t kMostNumerals = 3;
  std::size_t at = folded.starts_with('(') ? 1 : 0;
  const bool bracket = at > 0;
  std::size_t numerals = 0;
  while (at < folded.size()) {
    const auto point = decode_point(folded, at);
    if (is_circled(point.point) && numerals == 0) {
      return trim(folded.substr(at + point.bytes));
    }
    if (!counts(point.point)) {
      break;
    }
    at += point.bytes;
    ++numerals;
  }
  if (numerals == 0 || numerals > kMostNumerals || at >= folded.size()) {
    return folded;
  }
  const auto point = decode_point(folded, at);
  const bool closes = bracket ? point.point == U')'
                              : point.point == U'.' || point.point == U'、' || point.point == U')';
  const auto rest = folded.substr(at + point.bytes);
  // 1.5 is a number, 1.就业补助 is the first of a list.
  const bool fraction = point.point == U'.' && !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
  return closes && !fraction && !trim(rest).empty() ? trim(rest) : folded;
}

}  // namespace jiheng::intake
