#include "document/scan/page_reading.h"

#include <algorithm>
#include <utility>

#include "document/scan/mend_line.h"

namespace jiheng::document {
namespace {

/// White left around a line, in parts of its height: a reader of lines sees worse without, and a
/// wider margin makes it confuse % with 8.
constexpr int kPartAbove = 5;
constexpr int kTwoPartsBeside = 5;
constexpr std::uint8_t kWhite = 255;
/// From this likeness on a lone sign is a comparator: letters and digits stay below 0.5.
constexpr float kIsComparator = 0.6F;
/// A sign is no wider than so many times its height: that of =.
constexpr int kFlattest = 5;

/// Its darkest point black and its lightest white.
GrayPicture stretched(GrayPicture picture) {
  const auto [dark, light] = std::ranges::minmax(picture.pixels);
  const int range = std::max(1, light - dark);
  for (auto& point : picture.pixels) {
    point = static_cast<std::uint8_t>((point - dark) * kWhite / range);
  }
  return picture;
}

}  // namespace

std::vector<ReadCharacter> PageReading::read(const PixelBox& line) {
  const auto ink = ink_in(line);
  if (const auto sign = lone_comparator(ink, line)) {
    return {{sign->point, static_cast<float>(line.left + line.right) / 2, sign->likeness}};
  }
  auto look = LineMemory::look_at(ink);
  std::vector<ReadCharacter> read;
  if (const auto* const before = memory_.find(look)) {
    read = *before;
  } else {
    read = read_anew(line);
    mend_dashes(read, ink);
    mend_comparators(read, ink);
    memory_.remember(std::move(look), read);
  }
  for (auto& character : read) {
    character.x += static_cast<float>(line.left);
  }
  return read;
}

GrayPicture PageReading::ink_in(const PixelBox& line) const {
  return picture_of(
      line, [this](int x, int y) { return ink_at(ruled_.print, x, y) ? std::uint8_t{0} : kWhite; });
}

GrayPicture PageReading::picture_around(const PixelBox& line, int above, int beside) const {
  const int width = pixGetWidth(ink_.gray.get());
  const int height = pixGetHeight(ink_.gray.get());
  const PixelBox around{line.left - beside, line.top - above, line.right + beside,
                        line.bottom + above};
  return picture_of(around, [&](int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return kWhite;
    }
    const bool above_or_below = y < line.top - 1 || y > line.bottom;
    const bool outside = x < line.left || x >= line.right || y < line.top || y >= line.bottom;
    const bool foreign =
        (outside && ink_at(ruled_.rules, x, y)) || (above_or_below && ink_at(ruled_.print, x, y));
    return foreign ? kWhite : gray_at(ink_.gray, x, y);
  });
}

std::vector<ReadCharacter> PageReading::read_anew(const PixelBox& line) {
  const int above = std::max(2, line.height() / kPartAbove);
  const int beside = std::max(4, line.height() * 2 / kTwoPartsBeside);
  auto read = reader_.read(picture_around(line, above, beside));
  for (auto& character : read) {
    character.x -= static_cast<float>(beside);
  }
  return read;
}

/// Ink is clearer where a sign is large; where it is a few pixels high, its shades say more.
std::optional<ComparatorShape> PageReading::lone_comparator(const GrayPicture& ink,
                                                            const PixelBox& line) const {
  if (ink.width > ink.height * kFlattest) {
    return std::nullopt;
  }
  auto sign = comparator_in(ink);
  const auto shaded = comparator_in(
      stretched(picture_of(line, [this](int x, int y) { return gray_at(ink_.gray, x, y); })));
  if (shaded && (!sign || shaded->likeness > sign->likeness)) {
    sign = shaded;
  }
  return sign && sign->likeness >= kIsComparator ? sign : std::nullopt;
}

}  // namespace jiheng::document
