#include "document/scan/seals.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace jiheng::document {
namespace {

constexpr int kBlock = 8;
/// Colour differs from grey by more than what compression leaves on black print.
constexpr int kColoured = 48;
constexpr int kTinted = 20;
constexpr int kBlocksApart = 3;  // pieces of one seal

struct Point {
  const unsigned char* at;

  [[nodiscard]] int lightest() const {
    return std::max({at[0], at[1], at[2]});
  }

  [[nodiscard]] int colour() const {
    return lightest() - std::min({at[0], at[1], at[2]});
  }

  [[nodiscard]] int gray() const {
    constexpr int kRed = 77;
    constexpr int kGreen = 150;
    constexpr int kBlue = 29;
    return (kRed * at[0] + kGreen * at[1] + kBlue * at[2]) >> 8;
  }
};

Point point_at(const ColourPicture& picture, int x, int y) {
  return {picture.points + y * picture.stride + std::ptrdiff_t{3} * x};
}

/// Blocks of the picture and whether much of each is coloured.
struct Blocks {
  int width{};
  int height{};
  std::vector<bool> coloured{};

  [[nodiscard]] std::size_t at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
};

Blocks blocks_of(const ColourPicture& picture) {
  constexpr int kFewest = 4;
  Blocks blocks{.width = (picture.width + kBlock - 1) / kBlock,
                .height = (picture.height + kBlock - 1) / kBlock};
  std::vector<int> counts(static_cast<std::size_t>(blocks.width) *
                          static_cast<std::size_t>(blocks.height));
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      counts[blocks.at(x / kBlock, y / kBlock)] +=
          point_at(picture, x, y).colour() > kColoured ? 1 : 0;
    }
  }
  for (const int count : counts) {
    blocks.coloured.push_back(count >= kFewest);
  }
  return blocks;
}

/// The blocks that hang together with one, taken out; the box around them.
PixelBox take_patch(Blocks& blocks, int x, int y) {
  PixelBox box{x, y, x + 1, y + 1};
  std::vector<std::pair<int, int>> open{{x, y}};
  blocks.coloured[blocks.at(x, y)] = false;
  while (!open.empty()) {
    const auto [bx, by] = open.back();
    open.pop_back();
    box = {std::min(box.left, bx), std::min(box.top, by), std::max(box.right, bx + 1),
           std::max(box.bottom, by + 1)};
    for (int ny = std::max(0, by - kBlocksApart);
         ny <= std::min(blocks.height - 1, by + kBlocksApart); ++ny) {
      for (int nx = std::max(0, bx - kBlocksApart);
           nx <= std::min(blocks.width - 1, bx + kBlocksApart); ++nx) {
        if (blocks.coloured[blocks.at(nx, ny)]) {
          blocks.coloured[blocks.at(nx, ny)] = false;
          open.emplace_back(nx, ny);
        }
      }
    }
  }
  return box;
}

bool is_seal(const PixelBox& blocks, int dpi) {
  constexpr double kSmallest = 18 / 25.4;  // inches
  constexpr double kLargest = 60 / 25.4;
  constexpr double kLongest = 1.6;  // for its other side
  const double width = static_cast<double>(blocks.width()) * kBlock / dpi;
  const double height = static_cast<double>(blocks.height()) * kBlock / dpi;
  return std::min(width, height) >= kSmallest && std::max(width, height) <= kLargest &&
         std::max(width, height) <= kLongest * std::min(width, height);
}

std::vector<PixelBox> seals_of(const ColourPicture& picture, int dpi) {
  auto blocks = blocks_of(picture);
  std::vector<PixelBox> seals;
  for (int y = 0; y < blocks.height; ++y) {
    for (int x = 0; x < blocks.width; ++x) {
      if (!blocks.coloured[blocks.at(x, y)]) {
        continue;
      }
      if (const auto patch = take_patch(blocks, x, y); is_seal(patch, dpi)) {
        // Its frayed edge too.
        seals.push_back({std::max(0, patch.left - 1) * kBlock, std::max(0, patch.top - 1) * kBlock,
                         std::min(picture.width, (patch.right + 1) * kBlock),
                         std::min(picture.height, (patch.bottom + 1) * kBlock)});
      }
    }
  }
  return seals;
}

}  // namespace

GrayPicture gray_without_seals(const ColourPicture& picture, int dpi) {
  auto gray = picture_of({0, 0, picture.width, picture.height}, [&](int x, int y) {
    return static_cast<std::uint8_t>(point_at(picture, x, y).gray());
  });
  for (const auto& seal : seals_of(picture, dpi)) {
    for (int y = seal.top; y < seal.bottom; ++y) {
      for (int x = seal.left; x < seal.right; ++x) {
        if (const auto point = point_at(picture, x, y); point.colour() > kTinted) {
          gray.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(gray.width) +
                      static_cast<std::size_t>(x)] = static_cast<std::uint8_t>(point.lightest());
        }
      }
    }
  }
  return gray;
}

}  // namespace jiheng::document
