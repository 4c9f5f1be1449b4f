#include "document/scan/scan_page.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "document/pages/turn.h"
#include "document/scan/page_ink.h"
#include "document/scan/page_reading.h"
#include "document/scan/page_rules.h"
#include "document/scan/print_lines.h"

namespace jiheng::document {
namespace {

/// No page is larger than A3, whatever a camera says: its short side in inches.
constexpr double kLargestShortSide = 11.7;
/// What states no resolution is taken for a screen's, which no scanner has: such a picture is A4.
constexpr double kScanned = 100;
constexpr double kUsualLongSide = 11.69;
constexpr double kInch = 72.0 * kPoint;

std::vector<Rule> scaled(const std::vector<Rule>& rules, const PixelScale& scale) {
  std::vector<Rule> result;
  result.reserve(rules.size());
  for (const auto& rule : rules) {
    result.push_back({scale(rule.at), scale(rule.from), scale(rule.to)});
  }
  return result;
}

/// How large a picture is, where its document may not know.
struct Resolution {
  int dpi{};
  double zoom{1};  // so many times its true size is what the document takes it for
};

Resolution resolution_of(const GrayPicture& picture, const Page& size) {
  const double stated = picture.width * kInch / std::max(size.width, Length{1});
  if (stated < kScanned) {
    const double dpi = std::max(stated, std::max(picture.width, picture.height) / kUsualLongSide);
    return {static_cast<int>(std::lround(dpi)), dpi / stated};
  }
  const double least = std::min(picture.width, picture.height) / kLargestShortSide;
  return {static_cast<int>(std::lround(std::max(stated, least)))};
}

/// What is found on a picture before anything is read.
struct Found {
  PageInk ink;
  RuledInk ruled;
  std::vector<PixelBox> lines;
};

Found look_at(const GrayPicture& picture, int dpi) {
  Found found{.ink = ink_of(picture, dpi), .ruled = {}, .lines = {}};
  found.ruled = rules_of(found.ink);
  found.lines = print_lines(found.ruled, dpi);
  return found;
}

/// The height in the middle of all lines; 0 where there is none.
int usual_height(std::vector<PixelBox> lines) {
  if (lines.empty()) {
    return 0;
  }
  const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
  std::ranges::nth_element(lines, middle, {}, &PixelBox::height);
  return middle->height();
}

/// How sure a line's characters are on average, 0 … 1; a line that says nothing is not sure at all.
float mean_confidence(const std::vector<ReadCharacter>& read) {
  float sum = 0;
  for (const auto& character : read) {
    sum += character.confidence;
  }
  return read.empty() ? 0 : sum / static_cast<float>(read.size());
}

/// What a page end left of a line that stands whole on the page before: far too low for print, and
/// read as signs nobody can be sure of. A dash or 一 of its own reads well.
bool is_sliver(const PixelBox& line, const std::vector<ReadCharacter>& read, int usual) {
  constexpr float kGuessed = 0.5F;
  return !read.empty() && line.height() * 3 < usual && mean_confidence(read) < kGuessed;
}

/// How sure a long line reads, 0 … 1: the middle one of the longest. A line that says nothing is
/// not sure at all, nor is a lone character: those of a page on its side stand alone, and some read
/// well even so.
float sureness(const Found& found, LineReader& reader, LineMemory& memory) {
  constexpr std::size_t kSample = 9;
  constexpr std::size_t kFewest = 3;
  auto lines = found.lines;
  if (lines.empty()) {
    return 0;
  }
  const int height = usual_height(lines);
  std::ranges::stable_sort(lines, std::greater(), [](const PixelBox& line) {
    return std::tuple(line.width(), line.top, line.left);
  });
  lines.resize(std::min(lines.size(), kSample));
  PageReading reading(found.ink, found.ruled, reader, memory);
  std::vector<float> sure;
  for (const auto& line : lines) {
    const auto read = reading.read(line);
    const bool is_line =
        line.width() > 2 * std::max(height, line.height()) && read.size() >= kFewest;
    sure.push_back(is_line ? mean_confidence(read) : 0);
  }
  const auto middle = sure.begin() + static_cast<std::ptrdiff_t>(sure.size() / 2);
  std::ranges::nth_element(sure, middle);
  return *middle;
}

/// Does a character stand in a part of a line? Those of one line stand as high as it does.
auto stands_in(const ScannedPage& page, const PixelBox& box) {
  return [left = page.scale(box.left), top = page.scale(box.top), right = page.scale(box.right),
          bottom = page.scale(box.bottom)](const Glyph& glyph) {
    return glyph.left >= left && glyph.right <= right && glyph.top >= top && glyph.bottom <= bottom;
  };
}

/// How sure what was read in a part of a line is on average, 0 … 1.
float sureness(const ScannedPage& page, const PixelBox& box) {
  int sum = 0;
  int count = 0;
  for (const auto& glyph : page.page.glyphs) {
    if (stands_in(page, box)(glyph)) {
      sum += glyph.sure;
      ++count;
    }
  }
  return count == 0 ? 0 : static_cast<float>(sum) / static_cast<float>(count * 100);
}

/// Leaves nothing of a part of a line on its page.
void take_away(ScannedPage& page, const PixelBox& box) {
  std::erase_if(page.page.glyphs, stands_in(page, box));
  std::erase_if(page.unread, [&](const PixelBox& line) {
    return line.left >= box.left && line.right <= box.right && line.top >= box.top &&
           line.bottom <= box.bottom;
  });
}

GrayPicture upright(const GrayPicture& picture, int quarters) {
  const bool aside = quarters % 2 != 0;
  const int width = picture.width;
  const int height = picture.height;
  return picture_of({0, 0, aside ? height : width, aside ? width : height}, [&](int x, int y) {
    switch (quarters) {
      case 1:
        return picture.at(width - 1 - y, x);
      case 2:
        return picture.at(width - 1 - x, height - 1 - y);
      case 3:
        return picture.at(y, height - 1 - x);
      default:
        return picture.at(x, y);
    }
  });
}

/// One way to look at a picture.
struct Way {
  Found found;
  int quarters{};
  float sure{};
};

/// Print on its head reads too, though less surely.
constexpr float kReads = 0.85F;

/// Do the lines run along the page? On a page that lies on its side lines are made of the
/// characters of lines that stand side by side: there are many, and each is short.
bool runs_along(const Found& found) {
  std::int64_t width = 0;
  std::int64_t height = 0;
  for (const auto& line : found.lines) {
    width += line.width();
    height += line.height();
  }
  return width >= 3 * height;
}

/// Readers of lines read some characters that lie on their side as surely as upright ones. Of two
/// ways that read, the one with far fewer lines has the whole ones.
bool reads_better(const Way& way, const Way& than) {
  if (way.sure >= kReads && than.sure >= kReads) {
    const auto lines = way.found.lines.size();
    const auto others = than.found.lines.size();
    if (lines * 3 < others * 2 || others * 3 < lines * 2) {
      return lines < others;
    }
  }
  return way.sure > than.sure;
}

/// The picture looked at the way in which it reads best, and that way.
std::pair<Found, int> look_upright(const GrayPicture& picture, int dpi, LineReader& reader,
                                   LineMemory& memory) {
  Way best{.found = look_at(picture, dpi)};
  if (best.found.lines.empty()) {
    return {std::move(best.found), 0};
  }
  best.sure = sureness(best.found, reader, memory);
  const bool is_upright = best.sure >= kReads && runs_along(best.found);
  for (int turn = 1; turn < 4 && !is_upright; ++turn) {
    Way way{.found = look_at(upright(picture, turn), dpi), .quarters = turn};
    way.sure = sureness(way.found, reader, memory);
    if (reads_better(way, best)) {
      best = std::move(way);
    }
  }
  return {std::move(best.found), best.quarters};
}

}  // namespace

ScannedPage read_scan(const GrayPicture& picture, const Page& size, LineReader& reader,
                      LineMemory& memory) {
  // Smaller than a stamp: nothing to read, and less than the search for lines can look at.
  constexpr int kSmallest = 64;
  if (std::min(picture.width, picture.height) < kSmallest) {
    return {.page = {.number = size.number, .width = size.width, .height = size.height},
            .standing = {.width = size.width, .height = size.height}};
  }
  // Sixty rows of twenty cells of four lines.
  constexpr std::size_t kMostLines = 5000;
  const auto [dpi, zoom] = resolution_of(picture, size);
  auto [found, quarters] = look_upright(picture, dpi, reader, memory);
  const bool aside = quarters % 2 != 0;
  const PixelScale scale{size.width / zoom / picture.width};
  const auto width = scale(picture.width);
  const auto height = scale(picture.height);
  ScannedPage result{.page = {.number = size.number,
                              .width = aside ? height : width,
                              .height = aside ? width : height,
                              .horizontal = scaled(found.ruled.horizontal, scale),
                              .vertical = scaled(found.ruled.vertical, scale)},
                     .standing = {.width = size.width,
                                  .height = size.height,
                                  .quarters = quarters,
                                  .turned = found.ink.turned,
                                  .zoom = zoom},
                     .scale = scale};
  result.is_print = found.lines.size() <= kMostLines;
  if (!result.is_print) {
    return result;
  }
  PageReading reading(found.ink, found.ruled, reader, memory);
  const int usual = usual_height(found.lines);
  for (const auto& line : found.lines) {
    auto read = reading.read(line);
    // What is as high as print and says nothing is print that nobody could read; a speck is not.
    if (read.empty() && line.height() * 2 > usual && line.height() < usual * 2) {
      read.push_back({kReplacement, static_cast<float>(line.left + line.right) / 2, 0});
      result.unread.push_back(line);
    }
    if (is_sliver(line, read, usual)) {
      result.unread.push_back(line);
      continue;
    }
    add_glyphs(result.page, line, line.height(), read, scale);
  }
  result.cut = cut_lines(std::move(found.ink), std::move(found.ruled), found.lines, usual);
  return result;
}

void read_cut_lines(ScannedPage& before, ScannedPage& after, LineReader& reader) {
  for (const auto& line : join_cut_lines(before.cut, after.cut)) {
    auto read = read_line(line.picture, reader);
    const float halves = std::max(sureness(before, line.foot->box), sureness(after, line.top->box));
    if (read.empty() || mean_confidence(read) < halves) {
      continue;
    }
    take_away(before, line.foot->box);
    take_away(after, line.top->box);
    const bool more_above = line.foot->box.height() >= line.top->box.height();
    const auto& part = more_above ? *line.foot : *line.top;
    auto& page = more_above ? before : after;
    const PixelBox box{part.cell_left + line.left, part.box.top, part.cell_left + line.right,
                       part.box.bottom};
    for (auto& character : read) {
      character.x += static_cast<float>(box.left);
    }
    add_glyphs(page.page, box, line.height, read, page.scale);
  }
}

jiheng::Box on_picture(const jiheng::Box& box, const Standing& standing) {
  const bool aside = standing.quarters % 2 != 0;
  const Length width = aside ? standing.height : standing.width;
  const Length height = aside ? standing.width : standing.height;
  // Turned back around the middle; of the turned rectangle the one around it is given.
  const double sine = std::sin(-standing.turned);
  const double cosine = std::cos(-standing.turned);
  jiheng::Box result = box;
  bool first = true;
  for (const double x : {box.left, box.right}) {
    for (const double y : {box.top, box.bottom}) {
      const double dx = x * standing.zoom - width / 2.0;
      const double dy = y * standing.zoom - height / 2.0;
      const auto to_x = static_cast<Length>(std::lround(width / 2.0 + dx * cosine - dy * sine));
      const auto to_y = static_cast<Length>(std::lround(height / 2.0 + dx * sine + dy * cosine));
      result.left = first ? to_x : std::min(result.left, to_x);
      result.right = first ? to_x : std::max(result.right, to_x);
      result.top = first ? to_y : std::min(result.top, to_y);
      result.bottom = first ? to_y : std::max(result.bottom, to_y);
      first = false;
    }
  }
  return Turn<Length>::upright((4 - standing.quarters) % 4, width, height)(result);
}

}  // namespace jiheng::document
