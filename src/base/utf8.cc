#include "base/utf8.h"

#include "base/text.h"

namespace jiheng {

namespace {

/// What a leading byte promises: how many bytes follow, and the range of the first of them (which
/// keeps out overlong forms, surrogates and what lies beyond U+10FFFF).
struct Lead {
  int more{};
  unsigned char low{0x80};
  unsigned char high{0xBF};
  unsigned char mask{};
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) {
    return {.more = 1, .mask = 0x1F};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    const auto low = static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80);
    const auto high = static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF);
    return {.more = 2, .low = low, .high = high, .mask = 0x0F};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    const auto low = static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80);
    const auto high = static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF);
    return {.more = 3, .low = low, .high = high, .mask = 0x07};
  }
  return {};
}

/// East Asian Wide and Fullwidth, by block: what a terminal and a sheet draw two columns wide.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) ||
         (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
         (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_zero_width(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

}  // namespace

DecodedPoint decode_rare_point(std::string_view text, std::size_t position) {
  const auto first = static_cast<unsigned char>(text[position]);
  const Lead lead = lead_of(first);
  if (lead.more == 0) {
    return {kReplacement, 1, false, false};
  }
  char32_t point = first & lead.mask;
  for (int i = 1; i <= lead.more; ++i) {
    const auto at = position + static_cast<std::size_t>(i);
    if (at == text.size()) {
      return {kReplacement, static_cast<std::size_t>(i), false, true};
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto low = i == 1 ? lead.low : static_cast<unsigned char>(0x80);
    const auto high = i == 1 ? lead.high : static_cast<unsigned char>(0xBF);
    if (byte < low || byte > high) {
      return {kReplacement, static_cast<std::size_t>(i), false, false};
    }
    point = point << 6U | (byte & 0x3FU);
  }
  return {point, static_cast<std::size_t>(lead.more) + 1, true, false};
}

void append_utf8(std::string& text, char32_t point) {
  const auto tail = [&](unsigned shift) {
    text.push_back(static_cast<char>(0x80U | (point >> shift & 0x3FU)));
  };
  if (point < 0x80) {
    text.push_back(static_cast<char>(point));
  } else if (point < 0x800) {
    text.push_back(static_cast<char>(0xC0U | point >> 6U));
    tail(0);
  } else if (point < 0x10000) {
    text.push_back(static_cast<char>(0xE0U | point >> 12U));
    tail(6);
    tail(0);
  } else {
    text.push_back(static_cast<char>(0xF0U | point >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

namespace {

/// Where the last character of a text that is not empty begins, if it is well formed.
std::size_t last_point(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  auto at = text.size() - 1;
  while (at > 0 && text.size() - at < kLongest &&
         (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
    --at;
  }
  return at;
}

}  // namespace

bool is_rare_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto next = decode_point(bytes, at);
    if (!next.valid) {
      return false;
    }
    at += next.bytes;
  }
  return true;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode_point(text, at);
    points.push_back(next.point);
    at += next.bytes;
  }
  return points;
}

std::string to_utf8(std::u32string_view points) {
  std::string text;
  text.reserve(3 * points.size());
  for (const char32_t point : points) {
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    append_utf8(text, surrogate || point > 0x10FFFF ? kReplacement : point);
  }
  return text;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const auto first = decode_point(text, 0);
    if (!is_blank(first.point)) {
      break;
    }
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    const auto at = last_point(text);
    const auto last = decode_point(text, at);
    // The last bytes may be what is left of a longer character.
    if (at + last.bytes != text.size() || !is_blank(last.point)) {
      break;
    }
    text.remove_suffix(last.bytes);
  }
  return text;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_point(text, at).bytes) {
    ++count;
  }
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode_point(text, at);
    if (!is_zero_width(next.point)) {
      width += is_wide(next.point) ? 2 : 1;
    }
    at += next.bytes;
  }
  return width;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(at + 1);
  }
}

}  // namespace jiheng
