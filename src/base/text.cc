#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>

#include "base/radicals.h"
#include "base/utf8.h"

namespace jiheng {

namespace {

/// Superscripts, circled numbers and the ellipsis: NFKC would turn m² into m2, ① into 1 and a
/// placeholder … into full stops.
bool is_kept(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2026 || (c >= 0x2070 && c <= 0x207F) ||
         (c >= 0x2460 && c <= 0x2473) || c == 0x24EA || (c >= 0x3251 && c <= 0x325F) ||
         (c >= 0x32B1 && c <= 0x32BF);
}

/// Characters that NFKC leaves alone whatever stands beside them, as long as nothing combines.
bool is_plain(char32_t c) {
  return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x3001 && c <= 0x3020) || (c >= 0x2018 && c <= 0x201D) || c == 0x2014 || c == 0xB7 ||
         c == 0xD7 || c == 0x2264 || c == 0x2265 || c == 0x2605 || c == 0x2030;
}

constexpr char32_t kUnknown = 0xFFFFFFFF;

/// The fold of one character where no neighbour matters; kUnknown where only ICU knows.
char32_t simple_fold(char32_t c) {
  if (is_plain(c) || is_kept(c)) {
    return c;
  }
  if (c >= 0xFF01 && c <= 0xFF5E) {
    return c - 0xFEE0;
  }
  if (c == 0x3000 || c == 0xA0) {
    return ' ';
  }
  const char32_t ideograph = ideograph_of_radical(c);
  return ideograph == c ? kUnknown : ideograph;
}

icu::UnicodeString to_icu(std::u32string_view points) {
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(points.data()),
                                       static_cast<int32_t>(points.size()));
}

std::u32string from_icu(const icu::UnicodeString& text) {
  std::u32string points;
  points.reserve(static_cast<std::size_t>(text.length()));
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    points.push_back(static_cast<char32_t>(text.char32At(at)));
  }
  return points;
}

std::u32string nfkc(std::u32string_view points) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
  auto folded = from_icu(normalizer->normalize(to_icu(points), status));
  std::ranges::transform(folded, folded.begin(), ideograph_of_radical);
  return folded;
}

/// The full fold: NFKC of every stretch between kept characters.
std::string slow_fold(std::string_view text) {
  const auto points = to_code_points(text);
  std::string folded;
  folded.reserve(text.size());
  for (auto at = points.begin(); at != points.end();) {
    const auto stop = std::find_if(at, points.end(), is_kept);
    folded += to_utf8(nfkc({at, stop}));
    at = std::find_if_not(stop, points.end(), is_kept);
    folded += to_utf8({stop, at});
  }
  return folded;
}

bool is_all_plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode_point(text, at);
    if (!is_plain(next.point)) {
      return false;
    }
    at += next.bytes;
  }
  return true;
}

/// Folds case as Unicode does; ASCII and ideographs never reach ICU.
std::string fold_case(std::string folded) {
  if (!is_all_plain(folded)) {
    auto text = to_icu(to_code_points(folded));
    return fold(to_utf8(from_icu(text.foldCase())));
  }
  std::ranges::transform(folded, folded.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return folded;
}

std::string without(std::string_view text, bool (*unwanted)(char32_t)) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode_point(text, at);
    if (!unwanted(next.point)) {
      kept += text.substr(at, next.bytes);
    }
    at += next.bytes;
  }
  return kept;
}

bool is_line_break(char32_t c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// `is_line_break` of any character, told by the bytes of UTF-8.
bool has_line_break(std::string_view text) {
  constexpr char kLongSeparator = '\xE2';  // U+2028, U+2029: E2 80 A8, E2 80 A9
  constexpr char kNextLine = '\xC2';       // U+0085: C2 85
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '\n' && c <= '\r') {
      return true;
    }
    if ((c == kNextLine && text.substr(i).starts_with("\xC2\x85")) ||
        (c == kLongSeparator && (text.substr(i).starts_with("\xE2\x80\xA8") ||
                                 text.substr(i).starts_with("\xE2\x80\xA9")))) {
      return true;
    }
  }
  return false;
}

/// The lines of a text that is plain in between them, without their breaks and trimmed; nothing for
/// another text. A cell that a page wraps is such a text.
std::optional<std::string> joined_plain_lines(std::string_view text) {
  std::string joined;
  joined.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto plain = plain_bytes(text, at);
    joined += text.substr(at, plain);
    at += plain;
    if (at < text.size() && text[at] != '\n') {
      return std::nullopt;
    }
  }
  const auto inner = trim(joined);
  return inner.size() == joined.size() ? std::move(joined) : std::string(inner);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  std::size_t copied = 0;  // everything before it is in `folded`
  for (std::size_t at = plain_bytes(text); at < text.size(); at += plain_bytes(text, at)) {
    const auto next = decode_point(text, at);
    const char32_t point = next.valid ? simple_fold(next.point) : kReplacement;
    if (point == kUnknown) {
      return slow_fold(text);
    }
    if (point != next.point || !next.valid) {
      folded += text.substr(copied, at - copied);
      append_utf8(folded, point);
      copied = at + next.bytes;
    }
    at += next.bytes;
  }
  folded += text.substr(copied);
  return folded;
}

std::string fold_cell(std::string_view text) {
  if (plain_bytes(text) == text.size()) {
    return std::string(trim(text));
  }
  if (auto joined = joined_plain_lines(text)) {
    return *std::move(joined);
  }
  auto folded = fold(text);
  if (has_line_break(folded)) {
    folded = fold(without(folded, is_line_break));
  }
  const auto inner = trim(folded);
  if (inner.size() == folded.size()) {
    return folded;
  }
  return std::string(inner);
}

std::string as_written(std::string_view text) {
  const auto is_control = [](char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
  };
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  const auto points = to_code_points(without(text, is_control));
  const auto composed = to_utf8(from_icu(normalizer->normalize(to_icu(points), status)));
  return std::string(trim(composed));
}

std::string search_key(std::string_view text) {
  auto key = without(fold_case(fold_cell(text)), is_blank);
  // Rare characters need more rounds before they stop changing: a removed blank may let its
  // neighbours combine.
  for (bool changed = !is_all_plain(key); changed;) {
    auto again = without(fold_case(fold_cell(key)), is_blank);
    changed = again != key;
    key = std::move(again);
  }
  return key;
}

}  // namespace jiheng
