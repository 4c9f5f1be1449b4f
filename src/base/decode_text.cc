#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng {

namespace {

/// One reading of the bytes, with what speaks against it.
struct Reading {
  Decoded decoded;
  std::size_t characters{};  // beyond ASCII, well formed
  std::size_t controls{};    // characters no text holds
  std::size_t strange{};     // outside what Chinese tables use
};

Reading reading_as(Encoding encoding) {
  return {.decoded = {.text = {}, .encoding = encoding}};
}

bool is_control(char32_t c) {
  // Tab to carriage return include the form feed of PDF text; 1A ends old DOS files.
  return (c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1A) || c == 0x7F;
}

/// Blocks that a Chinese table is written in; what lies outside speaks against a guessed UTF-16.
bool is_usual(char32_t c) {
  return (c >= 0x20 && c < 0x180) || (c >= '\t' && c <= '\r') || (c >= 0x2000 && c <= 0x27BF) ||
         (c >= 0x2E80 && c <= 0x303F) || (c >= 0x3200 && c <= 0x9FFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFFEF);
}

void add(Reading& reading, char32_t point) {
  append_utf8(reading.decoded.text, point);
  reading.characters += point >= 0x80 ? 1U : 0U;
  reading.controls += is_control(point) ? 1U : 0U;
  reading.strange += is_usual(point) ? 0U : 1U;
}

void add_replacement(Reading& reading) {
  append_utf8(reading.decoded.text, kReplacement);
  ++reading.decoded.replaced;
}

Reading read_utf8(std::string_view bytes, Encoding encoding) {
  Reading reading = reading_as(encoding);
  reading.decoded.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto next = decode_point(bytes, at);
    if (next.valid) {
      add(reading, next.point);
    } else {
      add_replacement(reading);
    }
    at += next.bytes;
  }
  return reading;
}

Reading read_utf16(std::string_view bytes, Encoding encoding) {
  Reading reading = reading_as(encoding);
  reading.decoded.text.reserve(bytes.size() / 2 * 3);
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const bool little = encoding == Encoding::utf16_le;
    return static_cast<char32_t>(little ? second << 8U | first : first << 8U | second);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t high = unit(at);
    const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (high < 0xD800 || high > 0xDFFF) {
      add(reading, high);
    } else if (high <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
      add(reading, 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00));
      at += 2;
    } else {
      add_replacement(reading);
    }
  }
  if (bytes.size() % 2 != 0) {
    add_replacement(reading);
  }
  return reading;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// Adds UTF-16 that may be cut inside a surrogate pair; `high` carries the first half over.
void add_units(Reading& reading, const UChar* begin, const UChar* end, char32_t& high) {
  for (; begin != end; ++begin) {
    const char32_t unit = *begin;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high = unit;
    } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
      add(reading, 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00));
    } else if (unit == kReplacement) {
      add_replacement(reading);
    } else {
      add(reading, unit);
    }
  }
}

Reading read_gb18030(std::string_view bytes) {
  Reading reading = reading_as(Encoding::gb18030);
  reading.decoded.text.reserve(bytes.size() / 2 * 3);
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter{ucnv_open("gb18030", &status), &ucnv_close};
  std::array<UChar, 4096> units{};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char32_t high = 0xD800;
  do {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1,
                   &status);
    add_units(reading, units.data(), target, high);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return reading;
}

/// One wrong character in twenty may be damage; more means another encoding.
bool is_mostly_right(const Reading& reading) {
  return reading.decoded.replaced <= reading.characters / 20;
}

/// Text may hold a stray control character or two in a thousand; NUL is never one of them.
bool is_text(const Reading& reading) {
  return reading.decoded.text.find('\0') == std::string::npos &&
         reading.controls <= reading.decoded.text.size() / 500;
}

/// Ends inside a character and is well formed up to there.
bool is_cut_at_end(std::string_view bytes) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
    const auto last = decode_point(bytes, bytes.size() - back);
    if (last.cut && last.bytes == back) {
      return true;
    }
  }
  return false;
}

/// Names of GB18030 and of what it contains. UTF-8 needs no name: nothing else looks like it.
bool is_chinese_name(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{"gb18030", "gbk",   "gb2312",      "x-gbk",
                                                   "gb_2312", "cp936", "windows-936", "chinese"};
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::ranges::find(kNames, lower) != kNames.end();
}

std::optional<Decoded> if_text(Reading reading) {
  if (!is_text(reading)) {
    return std::nullopt;
  }
  return std::move(reading.decoded);
}

std::optional<Decoded> decode_marked(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    return if_text(read_utf8(bytes.substr(3), Encoding::utf8_bom));
  }
  if (bytes.starts_with("\xFF\xFE")) {
    return if_text(read_utf16(bytes.substr(2), Encoding::utf16_le));
  }
  return if_text(read_utf16(bytes.substr(2), Encoding::utf16_be));
}

bool has_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
         bytes.starts_with("\xFE\xFF");
}

/// UTF-16 without a mark: believed only when every character is one that tables use.
std::optional<Decoded> decode_bare_utf16(std::string_view bytes) {
  if (bytes.size() % 2 != 0) {
    return std::nullopt;
  }
  for (const auto encoding : {Encoding::utf16_le, Encoding::utf16_be}) {
    auto reading = read_utf16(bytes, encoding);
    if (reading.decoded.replaced == 0 && reading.strange == 0) {
      return std::move(reading.decoded);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view word(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "utf-8";
    case Encoding::utf8_bom:
      return "utf-8-bom";
    case Encoding::gb18030:
      return "gb18030";
    case Encoding::utf16_le:
      return "utf-16le";
    case Encoding::utf16_be:
      return "utf-16be";
  }
  return "";
}

std::optional<Decoded> decode_text(std::string_view bytes) {
  if (has_mark(bytes)) {
    return decode_marked(bytes);
  }
  auto utf8 = read_utf8(bytes, Encoding::utf8);
  const std::size_t forgiven = is_cut_at_end(bytes) ? 1 : 0;
  if (is_text(utf8) && utf8.decoded.replaced <= forgiven) {
    return std::move(utf8.decoded);
  }
  if (auto utf16 = decode_bare_utf16(bytes)) {
    return utf16;
  }
  if (is_text(utf8) && is_mostly_right(utf8)) {
    return std::move(utf8.decoded);
  }
  auto gb18030 = read_gb18030(bytes);
  if (is_text(gb18030) && is_mostly_right(gb18030)) {
    return std::move(gb18030.decoded);
  }
  return std::nullopt;
}

std::optional<Decoded> decode_text(std::string_view bytes, std::string_view named) {
  if (has_mark(bytes) || !is_chinese_name(named)) {
    return decode_text(bytes);
  }
  auto gb18030 = read_gb18030(bytes);
  if (!is_text(gb18030) || !is_mostly_right(gb18030)) {
    return decode_text(bytes);
  }
  const auto utf8 = read_utf8(bytes, Encoding::utf8);
  if (utf8.decoded.replaced == 0 && utf8.strange * 2 < utf8.characters) {
    return decode_text(bytes);
  }
  return std::move(gb18030.decoded);
}

}  // namespace jiheng
