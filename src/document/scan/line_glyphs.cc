#include "document/scan/line_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace jiheng::document {
namespace {

/// Where the character at `x` ends towards its neighbour: half way, unless a blank stands between
/// or they stand too far apart to be neighbours. No character is wider than its line is high.
float edge(float neighbour, float x, bool blank, float height) {
  const float half = (neighbour - x) / 2;
  const float reach = height * (blank ? 0.3F : 0.5F);
  // Characters of a line stand a height apart, brackets and quotes up to one and a half.
  const bool apart = blank || std::fabs(half) > height * 0.8F;
  return x + (apart ? std::clamp(half, -reach, reach) : half);
}

}  // namespace

void add_glyphs(Page& page, const PixelBox& line, int line_height,
                const std::vector<ReadCharacter>& read, const PixelScale& scale) {
  const auto height = static_cast<float>(line_height);
  const auto left = static_cast<float>(line.left);
  const auto right = static_cast<float>(line.right);
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i].point == U' ') {
      continue;
    }
    const bool blank_before = i > 0 && read[i - 1].point == U' ';
    const bool blank_after = i + 1 < read.size() && read[i + 1].point == U' ';
    const float x = read[i].x;
    float from = i == 0 ? std::max(left, x - height) : edge(read[i - 1].x, x, blank_before, height);
    float to = i + 1 == read.size() ? std::min(right, x + height)
                                    : edge(read[i + 1].x, x, blank_after, height);
    from = std::clamp(from, left, right);
    to = std::clamp(to, from, right);
    const float sure = std::clamp(read[i].confidence, 0.0F, 1.0F) * 100;
    page.glyphs.push_back({.left = scale(from),
                           .top = scale(line.top),
                           .right = scale(to),
                           .bottom = scale(line.bottom),
                           .point = read[i].point,
                           .sure = static_cast<std::uint8_t>(std::lround(sure))});
  }
}

}  // namespace jiheng::document
