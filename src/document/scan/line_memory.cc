#include "document/scan/line_memory.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace jiheng::document {
namespace {

constexpr int kHeight = 24;
constexpr int kWidest = 2048;
/// Lines this much wider or narrower may be the same, cut a little differently.
constexpr int kSlack = 1;
/// The side of the patches that are compared, and how much of one may differ, 0 … 255 a point: a
/// stroke more or less fills more than that, the frayed edge of one does not.
constexpr int kPatch = 6;
constexpr int kMostOfPatch = 62;
/// Short lines are numbers, where a stroke is everything, and cheap to read.
constexpr int kMostOfShortPatch = 48;
constexpr int kShort = 5 * kHeight;
/// Noise spreads over a whole line; a different character does not.
constexpr int kMostOfLine = 26;

int patch_difference(const LineMemory::Look& a, const LineMemory::Look& b, int left, int top) {
  const int right = std::min({left + kPatch, a.width, b.width});
  int sum = 0;
  int points = 0;
  for (int y = top; y < top + kPatch; ++y) {
    const auto row_a = static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width);
    const auto row_b = static_cast<std::size_t>(y) * static_cast<std::size_t>(b.width);
    for (int x = left; x < right; ++x) {
      sum += std::abs(a.points[row_a + static_cast<std::size_t>(x)] -
                      b.points[row_b + static_cast<std::size_t>(x)]);
      ++points;
    }
  }
  return points == 0 ? 0 : sum / points;
}

bool same(const LineMemory::Look& a, const LineMemory::Look& b) {
  int coarse = 0;
  for (std::size_t i = 0; i < a.sums.size(); ++i) {
    coarse += std::abs(a.sums[i] - b.sums[i]);
  }
  if (coarse > kMostOfLine * static_cast<int>(a.sums.size())) {
    return false;
  }
  const int width = std::min(a.width, b.width);
  const int most = width < kShort ? kMostOfShortPatch : kMostOfPatch;
  long all = 0;
  int patches = 0;
  for (int top = 0; top < kHeight; top += kPatch) {
    for (int left = 0; left < width; left += kPatch) {
      const int difference = patch_difference(a, b, left, top);
      if (difference > most) {
        return false;
      }
      all += difference;
      ++patches;
    }
  }
  return patches > 0 && all <= static_cast<long>(kMostOfLine) * patches;
}

/// Softens edges by the mean of each point's neighbours: ink half a pixel beside its place is the
/// same ink.
std::vector<std::uint8_t> softened(const std::vector<std::uint8_t>& points, int width) {
  std::vector<std::uint8_t> soft(points.size());
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < width; ++x) {
      int sum = 0;
      int count = 0;
      for (int py = std::max(0, y - 1); py <= std::min(kHeight - 1, y + 1); ++py) {
        for (int px = std::max(0, x - 1); px <= std::min(width - 1, x + 1); ++px) {
          sum += points[static_cast<std::size_t>(py) * static_cast<std::size_t>(width) +
                        static_cast<std::size_t>(px)];
          ++count;
        }
      }
      soft[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x)] = static_cast<std::uint8_t>(sum / count);
    }
  }
  return soft;
}

}  // namespace

LineMemory::Look LineMemory::look_at(const GrayPicture& ink) {
  Look look;
  look.width =
      std::clamp((ink.width * kHeight + ink.height / 2) / std::max(1, ink.height), 1, kWidest);
  look.points.resize(static_cast<std::size_t>(look.width) * kHeight);
  std::array<std::uint64_t, 16> sums{};
  std::array<std::uint64_t, 16> counts{};
  std::size_t at = 0;
  for (int y = 0; y < kHeight; ++y) {
    const int top = y * ink.height / kHeight;
    const int bottom = std::max(top + 1, (y + 1) * ink.height / kHeight);
    for (int x = 0; x < look.width; ++x) {
      const int left = static_cast<int>(static_cast<long>(x) * ink.width / look.width);
      const int right =
          std::max(left + 1, static_cast<int>(static_cast<long>(x + 1) * ink.width / look.width));
      const auto point = static_cast<std::uint8_t>(darkness(ink, {left, top, right, bottom}));
      look.points[at++] = point;
      const auto stripe =
          static_cast<std::size_t>(x) * look.sums.size() / static_cast<std::size_t>(look.width);
      sums.at(stripe) += point;
      ++counts.at(stripe);
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    look.sums.at(i) = static_cast<std::uint16_t>(counts.at(i) == 0 ? 0 : sums.at(i) / counts.at(i));
  }
  look.points = softened(look.points, look.width);
  return look;
}

const std::vector<ReadCharacter>* LineMemory::find(const Look& look) const {
  for (auto near = by_width_.lower_bound(look.width - kSlack);
       near != by_width_.end() && near->first <= look.width + kSlack; ++near) {
    for (const auto& entry : near->second) {
      if (same(entry.look, look)) {
        return &entry.read;
      }
    }
  }
  return nullptr;
}

void LineMemory::remember(Look look, std::vector<ReadCharacter> read) {
  const int width = look.width;
  by_width_[width].push_back({std::move(look), std::move(read)});
}

}  // namespace jiheng::document
