#include "intake/level_words.h"

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::intake {
namespace {

/// What points are written with: "(50分)", "50", "〔权重 50%〕".
bool belongs_to_points(char32_t point) {
  constexpr std::u32string_view kSigns = U"0123456789.()[]【】〔〕分值权重占比共计:%";
  return is_blank(point) || kSigns.find(point) != std::u32string_view::npos;
}

/// The text before its trailing points; the whole text when it holds no digit there.
std::string_view without_points(std::string_view text) {
  std::size_t end = 0;  // behind the last character that is no part of points
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_point(text, at);
    at += point.bytes;
    end = belongs_to_points(point.point) ? end : at;
  }
  const bool digits = text.find_first_of("0123456789", end) != std::string_view::npos;
  return digits ? trim(text.substr(0, end)) : text;
}

}  // namespace

std::string level1_of(std::string_view folded, const Frames& frames) {
  const auto bare = without_points(folded);
  return std::string(frames.is_level1(bare) ? bare : folded);
}

std::string level2_of(std::string_view folded, const Frames& frames) {
  const auto bare = without_points(folded);
  return std::string(frames.is_level2(bare) ? bare : folded);
}

}  // namespace jiheng::intake
