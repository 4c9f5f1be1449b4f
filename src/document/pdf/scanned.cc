#include "document/pdf/scanned.h"

#include <algorithm>
#include <cmath>

namespace jiheng::document {

int scan_pixels(const Page& page, const PageMakeup& makeup) {
  constexpr float kMost = 0.5F;
  constexpr std::size_t kPageNumber = 20;  // glyphs that a program printed onto a scan
  constexpr std::size_t kDrawing = 20;     // paths; fewer are a frame around nothing
  constexpr float kUsual = 300.0F / 72;
  constexpr float kCoarsest = 100.0F / 72;
  constexpr float kFinest = 400.0F / 72;
  constexpr float kLongestSide = 5000;
  const bool image = makeup.covered >= kMost && makeup.visible <= kPageNumber;
  const bool drawn = page.glyphs.empty() && makeup.paths >= kDrawing;
  if (!image && !drawn) {
    return 0;
  }
  const float width = static_cast<float>(page.width) / kPoint;
  const float longest = static_cast<float>(std::max(page.width, page.height)) / kPoint;
  const float wanted = image ? std::clamp(makeup.image_resolution, kCoarsest, kFinest) : kUsual;
  const float resolution = std::min(wanted, kLongestSide / std::max(longest, 1.0F));
  return std::max(1, static_cast<int>(std::lround(width * resolution)));
}

}  // namespace jiheng::document
