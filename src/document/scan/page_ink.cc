#include "document/scan/page_ink.h"

#include <algorithm>
#include <cmath>

namespace jiheng::document {
namespace {

/// A turn smaller than this moves no character of a page by a pixel's breadth against its line.
constexpr float kStraight = 0.02F;  // degrees
/// What the search for the turn trusts; below, the page has no lines to go by.
constexpr float kSure = 2.0F;
constexpr double kDegree = 3.14159265358979323846 / 180.0;

PixPtr pix_of(const GrayPicture& page) {
  PixPtr pix(pixCreate(page.width, page.height, 8));
  auto* const data = pixGetData(pix.get());
  const auto words = pixGetWpl(pix.get());
  for (int y = 0; y < page.height; ++y) {
    auto* const line = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < page.width; ++x) {
      SET_DATA_BYTE(line, x, page.at(x, y));
    }
  }
  return pix;
}

/// Dark is what is clearly darker than its surroundings: paper is shaded and yellowed, print is
/// thick or thin. Noise of single pixels is smoothed first.
PixPtr dark_of(const PixPtr& gray, int dpi) {
  constexpr float kClearly = 0.2F;
  const PixPtr smooth(dpi >= 250 ? pixBlockconv(gray.get(), 1, 1) : pixClone(gray.get()));
  Pix* ink = nullptr;
  pixSauvolaBinarizeTiled(smooth.get(), std::max(8, dpi / 12), kClearly, 1, 1, nullptr, &ink);
  return PixPtr(ink);
}

}  // namespace

PageInk ink_of(const GrayPicture& page, int dpi) {
  PageInk result{.dpi = dpi};
  result.gray = pix_of(page);
  result.ink = dark_of(result.gray, dpi);
  float degrees = 0;
  float sure = 0;
  constexpr int kFirstReduction = 4;
  constexpr int kLastReduction = 2;
  constexpr float kRange = 5.0F;
  constexpr float kStep = 1.0F;
  constexpr float kFinest = 0.01F;
  if (pixFindSkewSweepAndSearch(result.ink.get(), &degrees, &sure, kFirstReduction, kLastReduction,
                                kRange, kStep, kFinest) == 0 &&
      sure >= kSure && std::fabs(degrees) >= kStraight) {
    result.turned = degrees * kDegree;
    const auto angle = static_cast<float>(result.turned);
    result.gray.reset(pixRotateAMGray(result.gray.get(), angle, 255));
    result.ink = dark_of(result.gray, dpi);
  }
  return result;
}

}  // namespace jiheng::document
