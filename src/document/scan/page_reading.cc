#include "document/scan/page_reading.h"

#include <algorithm>
#include <utility>

#include "document/scan/mend_line.h"

namespace jiheng::document {
namespace {

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

LineMargin::LineMargin(int height)
    : above(std::max(2, height / 5)), beside(std::max(4, height * 2 / 5)) {}

GrayPicture ink_in(const RuledInk& ruled, const PixelBox& box) {
  return picture_of(
      box, [&](int x, int y) { return ink_at(ruled.print, x, y) ? std::uint8_t{0} : kWhite; });
}

GrayPicture picture_around(const PageInk& ink, const RuledInk& ruled, const PixelBox& line,
                           const PixelBox& margin) {
  const int width = pixGetWidth(ink.gray.get());
  const int height = pixGetHeight(ink.gray.get());
  const PixelBox around{line.left - margin.left, line.top - margin.top, line.right + margin.right,
                        line.bottom + margin.bottom};
  return picture_of(around, [&](int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return kWhite;
    }
    const bool above_or_below = y < line.top - 1 || y > line.bottom;
    const bool outside = x < line.left || x >= line.right || y < line.top || y >= line.bottom;
    const bool foreign =
        (outside && ink_at(ruled.rules, x, y)) || (above_or_below && ink_at(ruled.print, x, y));
    return foreign ? kWhite : gray_at(ink.gray, x, y);
  });
}

std::vector<ReadCharacter> read_line(const LinePicture& line, LineReader& reader) {
  auto read = reader.read(line.gray);
  for (auto& character : read) {
    character.x -= static_cast<float>(line.beside);
  }
  mend_marks(read, line.ink);
  mend_dashes(read, line.ink);
  mend_comparators(read, line.ink);
  if (reader.has_even_places()) {
    mark_gaps(read, line.ink);
  }
  return read;
}

std::vector<ReadCharacter> PageReading::read(const PixelBox& line) {
  auto ink = ink_in(ruled_, line);
  if (const auto sign = lone_comparator(ink, line)) {
    return {{sign->point, static_cast<float>(line.left + line.right) / 2, sign->likeness}};
  }
  auto look = LineMemory::look_at(ink);
  std::vector<ReadCharacter> read;
  if (const auto* const before = memory_.find(look)) {
    read = *before;
  } else {
    const LineMargin margin(line.height());
    const PixelBox sides{margin.beside, margin.above, margin.beside, margin.above};
    read = read_line({.gray = picture_around(ink_, ruled_, line, sides),
                      .ink = std::move(ink),
                      .beside = margin.beside},
                     reader_);
    memory_.remember(std::move(look), read);
  }
  for (auto& character : read) {
    character.x += static_cast<float>(line.left);
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
  const auto shaded = lone_comparator_in(
      stretched(picture_of(line, [this](int x, int y) { return gray_at(ink_.gray, x, y); })));
  if (shaded && (!sign || shaded->likeness > sign->likeness)) {
    sign = shaded;
  }
  return sign && sign->likeness >= kIsComparator ? sign : std::nullopt;
}

}  // namespace jiheng::document
