#include "document/scan/scan_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "document/scan/page_ink.h"
#include "document/scan/page_reading.h"
#include "document/scan/page_rules.h"
#include "document/scan/print_lines.h"

namespace jiheng::document {
namespace {

/// No page is larger than A3, whatever a camera says: its short side in inches.
constexpr double kLargestShortSide = 11.7;
constexpr double kInch = 72.0 * kPoint;

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
