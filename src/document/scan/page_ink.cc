#include "document/scan/page_ink.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace jiheng::document {
namespace {

/// A turn smaller than this moves no character of a page by a pixel's breadth against its line.
constexpr float kStraight = 0.02F;  // degrees
/// What the search for the turn trusts; below, the page has no lines to go by.
constexpr float kSure = 2.0F;
constexpr float kDegree = 3.14159265F / 180.0F;
/// Ink is darker than this part of what its surroundings are on average: paper is shaded and
/// yellowed, print is thick or thin, and noise stays above it.
constexpr unsigned kInkPercent = 87;

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

struct Dark {
  PixPtr ink{};    // noise of single pixels smoothed first
  PixPtr sharp{};  // as it is
};

/// What is clearly darker than its surroundings, a third of an inch around. The surroundings need
/// no detail: they are taken at a quarter of the size.
Dark dark_of(const PixPtr& gray, int dpi) {
  constexpr int kReduced = 4;
  const int width = pixGetWidth(gray.get());
  const int height = pixGetHeight(gray.get());
  const PixPtr smooth(dpi >= 200 ? pixBlockconv(gray.get(), 1, 1) : pixClone(gray.get()));
  const PixPtr half(pixScaleAreaMap2(gray.get()));
  const PixPtr quarter(half ? pixScaleAreaMap2(half.get()) : nullptr);
  const int reach = std::max(3, dpi / 6 / kReduced);
  PixPtr around(quarter ? pixBlockconv(quarter.get(), reach, reach) : nullptr);
  Dark dark{.ink = PixPtr(pixCreate(width, height, 1)),
            .sharp = PixPtr(pixCreate(width, height, 1))};
  if (!smooth || !around) {
    return dark;
  }
  const auto row_of = [](const PixPtr& pix, int y) {
    return pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
  };
  const int last_x = pixGetWidth(around.get()) - 1;
  const int last_y = pixGetHeight(around.get()) - 1;
  for (int y = 0; y < height; ++y) {
    const auto* const from = row_of(smooth, y);
    const auto* const sharp_from = row_of(gray, y);
    const auto* const mean = row_of(around, std::min(y / kReduced, last_y));
    auto* const into = row_of(dark.ink, y);
    auto* const sharp_into = row_of(dark.sharp, y);
    for (int x = 0; x < width; ++x) {
      const unsigned least = GET_DATA_BYTE(mean, std::min(x / kReduced, last_x)) * kInkPercent;
      if (GET_DATA_BYTE(from, x) * 100U < least) {
        SET_DATA_BIT(into, x);
      }
      if (GET_DATA_BYTE(sharp_from, x) * 100U < least) {
        SET_DATA_BIT(sharp_into, x);
      }
    }
  }
  return dark;
}

/// By how much the page is to be turned to stand straight, in radians; 0 where nothing tells.
float turn_of(const PixPtr& gray, int dpi) {
  constexpr int kFirstReduction = 4;
  constexpr int kLastReduction = 2;
  constexpr float kRange = 5.0F;
  constexpr float kStep = 1.0F;
  constexpr float kFinest = 0.01F;
  const PixPtr half(pixScaleAreaMap2(gray.get()));
  if (!half) {
    return 0;
  }
  const auto ink = dark_of(half, dpi / 2).ink;
  float degrees = 0;
  float sure = 0;
  const bool found = pixFindSkewSweepAndSearch(ink.get(), &degrees, &sure, kFirstReduction,
                                               kLastReduction, kRange, kStep, kFinest) == 0;
  return found && sure >= kSure && std::fabs(degrees) >= kStraight ? degrees * kDegree : 0.0F;
}

}  // namespace

PageInk ink_of(const GrayPicture& page, int dpi) {
  PageInk result{.gray = pix_of(page), .dpi = dpi};
  if (const float turn = turn_of(result.gray, dpi); turn != 0) {
    constexpr std::uint8_t kPaper = 255;
    result.turned = turn;
    result.gray.reset(pixRotateAMGray(result.gray.get(), turn, kPaper));
  }
  auto dark = dark_of(result.gray, dpi);
  result.ink = std::move(dark.ink);
  result.sharp = std::move(dark.sharp);
  return result;
}

}  // namespace jiheng::document
