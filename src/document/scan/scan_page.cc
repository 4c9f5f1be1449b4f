#include "document/scan/scan_page.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "document/scan/comparator_shapes.h"
#include "document/scan/page_ink.h"
#include "document/scan/page_rules.h"
#include "document/scan/print_lines.h"

namespace jiheng::document {
namespace {

/// No page is larger than A3, whatever a camera says: its short side in inches.
constexpr double kLargestShortSide = 11.7;
constexpr double kInch = 72.0 * kPoint;
/// White left around a line: a reader of lines sees worse without.
constexpr int kMarginAbove = 5;   // the height's parts
constexpr int kMarginBeside = 5;  // of the height: 2 / kMarginBeside
/// From this likeness on a lone sign is a comparator: letters and digits stay below 0.5.
constexpr float kIsComparator = 0.6F;

/// All that reading the lines of one page takes.
class PageReading {
 public:
  PageReading(const PageInk& ink, const RuledInk& ruled, LineReader& reader, LineMemory& memory)
      : ink_(ink), ruled_(ruled), reader_(reader), memory_(memory) {}

  /// The characters of a line, their places in pixels of the page.
  [[nodiscard]] std::vector<ReadCharacter> read(const PixelBox& line) {
    const auto bare = ink_in(line);
    if (const auto sign = lone_comparator(bare, line)) {
      return {{sign->point, static_cast<float>(line.left + line.right) / 2, sign->likeness}};
    }
    auto look = LineMemory::look_at(bare);
    std::vector<ReadCharacter> read;
    if (const auto* const before = memory_.find(look)) {
      read = *before;
    } else {
      read = read_anew(line);
      mend_dashes(read, bare);
      memory_.remember(std::move(look), read);
    }
    for (auto& character : read) {
      character.x += static_cast<float>(line.left);
    }
    return read;
  }

 private:
  /// The line's ink alone, black on white.
  [[nodiscard]] GrayPicture ink_in(const PixelBox& box) const {
    return cut(box, [this](int x, int y) {
      return bit(ruled_.print, x, y) ? std::uint8_t{0} : std::uint8_t{255};
    });
  }

  /// Characters with places from the line's left side.
  [[nodiscard]] std::vector<ReadCharacter> read_anew(const PixelBox& line) {
    const int above = std::max(2, line.height() / kMarginAbove);
    const int beside = std::max(4, line.height() * 2 / kMarginBeside);
    const PixelBox around{line.left - beside, line.top - above, line.right + beside,
                          line.bottom + above};
    // Rules and other lines' ink within the margin are no part of it.
    auto read = reader_.read(cut(around, [&](int x, int y) {
      const bool inside = x >= line.left && x < line.right && y >= line.top && y < line.bottom;
      return !inside && (is_outside(x, y) || bit(ruled_.rules, x, y) || is_other_ink(x, y, line))
                 ? std::uint8_t{255}
                 : gray(x, y);
    }));
    std::erase_if(read, [](const ReadCharacter& character) { return character.point == 0; });
    for (auto& character : read) {
      character.x -= static_cast<float>(beside);
    }
    return read;
  }

  /// A dash is read as 一 in running text; 一 is nearly as wide as its line is high, a dash is not.
  static void mend_dashes(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
    constexpr float kOne = 0.6F;
    for (auto& character : read) {
      const auto width = static_cast<float>(ink_around(ink, static_cast<int>(character.x)));
      if (character.point == U'一' && width > 0 && width < static_cast<float>(ink.height) * kOne) {
        character.point = U'-';
      }
    }
  }

  /// How many columns with ink stand side by side around column `x`; 0 where it has none.
  [[nodiscard]] static int ink_around(const GrayPicture& ink, int x) {
    const auto has_ink = [&](int column) {
      if (column < 0 || column >= ink.width) {
        return false;
      }
      for (int y = 0; y < ink.height; ++y) {
        if (ink.at(column, y) == 0) {
          return true;
        }
      }
      return false;
    };
    // A fine stroke fades here and there.
    const auto end = [&](int step) {
      constexpr int kFaded = 3;
      int last = x;
      for (int column = x; std::abs(column - last) <= kFaded; column += step) {
        last = has_ink(column) ? column : last;
      }
      return last;
    };
    return has_ink(x) ? end(1) - end(-1) + 1 : 0;
  }

  /// Ink is clearer where a sign is large; where it is a few pixels high, its shades say more.
  [[nodiscard]] std::optional<ComparatorShape> lone_comparator(const GrayPicture& ink,
                                                               const PixelBox& box) const {
    constexpr int kFlattest = 5;
    if (ink.width > ink.height * kFlattest) {
      return std::nullopt;
    }
    auto sign = comparator_in(ink);
    const auto shaded =
        comparator_in(stretched(cut(box, [this](int x, int y) { return gray(x, y); })));
    if (shaded && (!sign || shaded->likeness > sign->likeness)) {
      sign = shaded;
    }
    return sign && sign->likeness >= kIsComparator ? sign : std::nullopt;
  }

  /// Its darkest point black and its lightest white.
  [[nodiscard]] static GrayPicture stretched(GrayPicture picture) {
    const auto [dark, light] = std::ranges::minmax(picture.pixels);
    const int range = std::max(1, light - dark);
    for (auto& point : picture.pixels) {
      point = static_cast<std::uint8_t>((point - dark) * 255 / range);
    }
    return picture;
  }

  template <typename Point>
  [[nodiscard]] static GrayPicture cut(const PixelBox& box, Point point) {
    GrayPicture picture{.width = box.width(), .height = box.height()};
    picture.pixels.reserve(static_cast<std::size_t>(box.width()) *
                           static_cast<std::size_t>(box.height()));
    for (int y = box.top; y < box.bottom; ++y) {
      for (int x = box.left; x < box.right; ++x) {
        picture.pixels.push_back(point(x, y));
      }
    }
    return picture;
  }

  [[nodiscard]] bool is_outside(int x, int y) const {
    return x < 0 || y < 0 || x >= pixGetWidth(ink_.gray.get()) ||
           y >= pixGetHeight(ink_.gray.get());
  }

  /// Ink above or below that belongs to a neighbour.
  [[nodiscard]] bool is_other_ink(int x, int y, const PixelBox& line) const {
    return (y < line.top - 1 || y > line.bottom) && bit(ruled_.print, x, y);
  }

  [[nodiscard]] static bool bit(const PixPtr& pix, int x, int y) {
    const auto* const data = pixGetData(pix.get());
    return GET_DATA_BIT(data + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get()), x) != 0;
  }

  [[nodiscard]] std::uint8_t gray(int x, int y) const {
    const auto* const data = pixGetData(ink_.gray.get());
    return static_cast<std::uint8_t>(
        GET_DATA_BYTE(data + static_cast<std::ptrdiff_t>(y) * pixGetWpl(ink_.gray.get()), x));
  }

  const PageInk& ink_;
  const RuledInk& ruled_;
  LineReader& reader_;
  LineMemory& memory_;
};

/// Pixels of the picture to hundredths of a point of the page.
struct Scale {
  double factor;

  [[nodiscard]] Length operator()(double pixels) const {
    return static_cast<Length>(std::lround(pixels * factor));
  }
};

/// Where the character at `x` ends towards its neighbour: half way, unless a blank stands between
/// or they stand too far apart to be neighbours. No character is wider than its line is high.
float edge(float neighbour, float x, bool blank, float height) {
  const float half = (neighbour - x) / 2;
  const float reach = height * (blank ? 0.3F : 0.6F);
  const bool apart = blank || std::fabs(half) > height;
  return x + (apart ? std::clamp(half, -reach, reach) : half);
}

/// A line's characters as glyphs that touch: a reader of lines knows the blanks between words
/// better than the places of its characters do.
void add_glyphs(Page& page, const PixelBox& line, const std::vector<ReadCharacter>& read,
                const Scale& scale) {
  const auto height = static_cast<float>(line.height());
  const auto left = static_cast<float>(line.left);
  const auto right = static_cast<float>(line.right);
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i].point == U' ') {
      continue;
    }
    const bool blank_before = i > 0 && read[i - 1].point == U' ';
    const bool blank_after = i + 1 < read.size() && read[i + 1].point == U' ';
    const float x = read[i].x;
    float from = i == 0 ? left : edge(read[i - 1].x, x, blank_before, height);
    float to = i + 1 == read.size() ? right : edge(read[i + 1].x, x, blank_after, height);
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

std::vector<Rule> scaled(const std::vector<Rule>& rules, const Scale& scale) {
  std::vector<Rule> result;
  result.reserve(rules.size());
  for (const auto& rule : rules) {
    result.push_back({scale(rule.at), scale(rule.from), scale(rule.to)});
  }
  return result;
}

int dots_per_inch(const GrayPicture& picture, const Page& size) {
  const double stated = picture.width * kInch / std::max(size.width, Length{1});
  const double least = std::min(picture.width, picture.height) / kLargestShortSide;
  return static_cast<int>(std::lround(std::max(stated, least)));
}

}  // namespace

ScannedPage read_scan(const GrayPicture& picture, const Page& size, LineReader& reader,
                      LineMemory& memory) {
  ScannedPage result{.page = {.number = size.number, .width = size.width, .height = size.height}};
  const int dpi = dots_per_inch(picture, size);
  const auto ink = ink_of(picture, dpi);
  const auto ruled = rules_of(ink);
  const Scale scale{static_cast<double>(size.width) / picture.width};
  result.turned = ink.turned;
  result.page.horizontal = scaled(ruled.horizontal, scale);
  result.page.vertical = scaled(ruled.vertical, scale);
  PageReading reading(ink, ruled, reader, memory);
  for (const auto& line : print_lines(ruled, dpi)) {
    add_glyphs(result.page, line, reading.read(line), scale);
  }
  return result;
}

jiheng::Box on_picture(const jiheng::Box& box, const Page& page, double turned) {
  // Turned back around the middle; of the turned rectangle the one around it is given.
  const double sine = std::sin(-turned);
  const double cosine = std::cos(-turned);
  const double middle_x = page.width / 2.0;
  const double middle_y = page.height / 2.0;
  jiheng::Box result = box;
  bool first = true;
  for (const double x : {box.left, box.right}) {
    for (const double y : {box.top, box.bottom}) {
      const double dx = x - middle_x;
      const double dy = y - middle_y;
      const auto to_x = static_cast<Length>(std::lround(middle_x + dx * cosine - dy * sine));
      const auto to_y = static_cast<Length>(std::lround(middle_y + dx * sine + dy * cosine));
      result.left = first ? to_x : std::min(result.left, to_x);
      result.right = first ? to_x : std::max(result.right, to_x);
      result.top = first ? to_y : std::min(result.top, to_y);
      result.bottom = first ? to_y : std::max(result.bottom, to_y);
      first = false;
    }
  }
  return result;
}

}  // namespace jiheng::document
