#include "document/scan/mend_line.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "document/scan/comparator_shapes.h"

namespace jiheng::document {
namespace {

/// From this likeness on a part of a line is a comparator.
constexpr float kIsComparator = 0.75F;

bool is_ideograph(const ReadCharacter& character) {
  return character.point >= 0x4E00 && character.point < 0xA000;
}

/// Stretches of columns with ink that are about as wide as a comparator, each as the smallest box
/// around its ink.
std::vector<PixelBox> column_groups(const GrayPicture& ink) {
  std::vector<PixelBox> groups;
  PixelBox group{};
  bool open = false;
  for (int x = 0; x <= ink.width; ++x) {
    int top = ink.height;
    int bottom = 0;
    for (int y = 0; x < ink.width && y < ink.height; ++y) {
      if (ink.at(x, y) == 0) {
        top = std::min(top, y);
        bottom = y + 1;
      }
    }
    if (top < bottom) {
      group = open ? PixelBox{group.left, std::min(group.top, top), x + 1,
                              std::max(group.bottom, bottom)}
                   : PixelBox{x, top, x + 1, bottom};
      open = true;
    } else if (open) {
      open = false;
      if (group.width() * 3 > ink.height && group.width() <= ink.height) {
        groups.push_back(group);
      }
    }
  }
  return groups;
}

/// From where to where the ink of a column reaches; nothing where it has none.
std::optional<std::pair<int, int>> ink_of_column(const GrayPicture& ink, int column) {
  std::optional<std::pair<int, int>> reach;
  for (int y = 0; y < ink.height; ++y) {
    if (ink.at(column, y) == 0) {
      reach = {reach ? reach->first : y, y};
    }
  }
  return reach;
}

/// The box around the columns with ink that stand side by side around column `x`; empty where it
/// has none.
PixelBox ink_around(const GrayPicture& ink, int x) {
  const auto column_reach = [&](int column) {
    return column < 0 || column >= ink.width ? std::nullopt : ink_of_column(ink, column);
  };
  const auto middle = column_reach(x);
  if (!middle) {
    return {};
  }
  PixelBox box{x, middle->first, x + 1, middle->second + 1};
  for (const int step : {-1, 1}) {
    // A fine stroke fades here and there.
    constexpr int kFaded = 3;
    int last = x;
    for (int column = x + step; std::abs(column - last) <= kFaded; column += step) {
      if (const auto reach = column_reach(column)) {
        last = column;
        box = {std::min(box.left, column), std::min(box.top, reach->first),
               std::max(box.right, column + 1), std::max(box.bottom, reach->second + 1)};
      }
    }
  }
  return box;
}

/// Does the ink in a box stand lower on its right side than on its left, by half its width?
bool runs_down(const GrayPicture& ink, const PixelBox& box) {
  const auto middle_x2 = [&](int left, int right) {
    int sum = 0;
    int count = 0;
    for (int x = left; x < right; ++x) {
      for (int y = box.top; y < box.bottom; ++y) {
        sum += ink.at(x, y) == 0 ? 2 * y : 0;
        count += ink.at(x, y) == 0 ? 1 : 0;
      }
    }
    return count == 0 ? 0 : sum / count;
  };
  const int third = std::max(1, box.width() / 3);
  return middle_x2(box.right - third, box.right) - middle_x2(box.left, box.left + third) >=
         box.width();
}

/// A flat bar half way up, with nothing above or below it.
struct Bar {
  float left{};
  float right{};
};

/// The one that stands alone between two columns, `shortest` at least: it may touch a character on
/// one side, with nothing on the other. Lengths in pixels.
std::optional<Bar> bar_between(const GrayPicture& ink, float left, float right, float shortest) {
  constexpr float kThickest = 0.22F;  // in heights of the line
  const int from = std::max(1, static_cast<int>(left));
  const int to = std::min(ink.width, static_cast<int>(right));
  int length = 0;
  std::pair<int, int> rows;
  for (int x = from; x <= to; ++x) {
    const auto reach = x < ink.width ? ink_of_column(ink, x) : std::nullopt;
    if (x < to && reach && reach->first * 20 >= ink.height * 7 &&
        reach->second * 10 <= ink.height * 7) {
      rows = length == 0 ? *reach
                         : std::pair(std::min(rows.first, reach->first),
                                     std::max(rows.second, reach->second));
      const int thick = rows.second - rows.first + 1;
      // A stroke that runs down (、) is thicker than any of its columns.
      const bool flat = (reach->second - reach->first + 1) * 2 >= thick;
      if (flat && static_cast<float>(thick) <= static_cast<float>(ink.height) * kThickest) {
        ++length;
        continue;
      }
    }
    // Behind the end of the line nothing stands anyway.
    const bool stands_free = (x < ink.width && !reach) || !ink_of_column(ink, x - length - 1);
    if (stands_free && static_cast<float>(length) >= shortest) {
      return Bar{static_cast<float>(x - length), static_cast<float>(x)};
    }
    length = 0;
  }
  return std::nullopt;
}

/// The dash between two ideographs side by side, the second one at `next`.
///
/// A reader of lines tells places by steps of a sixth of a character; ideographs stand at one
/// distance, so those around the two tell better where they are. With a dash between they stand
/// apart, and a bar reaches further than any stroke of the first one (十).
std::optional<Bar> dash_between(const std::vector<ReadCharacter>& read, std::size_t next,
                                const GrayPicture& ink) {
  constexpr std::size_t kMostAround = 4;
  constexpr std::size_t kEnoughAround = 3;
  auto first = next;
  while (first > 0 && is_ideograph(read[first - 1])) {
    --first;
  }
  auto end = next;
  while (end < read.size() && is_ideograph(read[end])) {
    ++end;
  }
  const float apart = read[next].x - read[next - 1].x;
  const auto others = end - first - 2;
  const float step = others == 0
                         ? static_cast<float>(ink.height)
                         : (read[end - 1].x - read[first].x - apart) / static_cast<float>(others);
  const auto before = std::min(next - first, kMostAround);
  const auto after = std::min(end - next, kMostAround);
  float left = 0;
  for (std::size_t i = 0; i < before; ++i) {
    left += (read[next - 1 - i].x + static_cast<float>(i) * step) / static_cast<float>(before);
  }
  float right = 0;
  for (std::size_t i = 0; i < after; ++i) {
    right += (read[next + i].x - static_cast<float>(i) * step) / static_cast<float>(after);
  }
  const float least = std::min(before, after) >= kEnoughAround ? 0.18F : 0.3F;
  if (right - left < step * (1 + least)) {
    return std::nullopt;
  }
  const auto bar = bar_between(ink, left + step * 0.5F, right - step * 0.4F, step * 0.2F);
  // It stands in the middle of the two; a long last stroke of the first one does not.
  const auto place = bar ? ((bar->left + bar->right) / 2 - left) / (right - left) : 0.0F;
  return place >= 0.45F && place <= 0.6F ? bar : std::nullopt;
}

/// How far from its middle a character may have ink, in heights of the line, where it stands beside
/// a dash; nothing for those that are no neighbours of dashes in names.
std::optional<float> half_width(const ReadCharacter& character) {
  constexpr std::u32string_view kMarks = U"“”‘’（）()《》";
  if (is_ideograph(character)) {
    return 0.5F;
  }
  return kMarks.find(character.point) != std::u32string_view::npos ? std::optional(0.25F)
                                                                   : std::nullopt;
}

/// The dash before the character at `next`, behind the one at `last`.
std::optional<Bar> dash_before(const std::vector<ReadCharacter>& read, std::size_t last,
                               std::size_t next, const GrayPicture& ink) {
  constexpr float kShortest = 0.2F;
  // Nothing but flat strokes, which are as good as dashes.
  constexpr std::u32string_view kFlat = U"一二三";
  const auto is_flat = [&](std::size_t i) {
    return kFlat.find(read[i].point) != std::u32string_view::npos;
  };
  if (is_flat(last) || is_flat(next)) {
    return std::nullopt;
  }
  if (last + 1 == next && is_ideograph(read[last]) && is_ideograph(read[next])) {
    return dash_between(read, next, ink);
  }
  const auto before = half_width(read[last]);
  const auto after = half_width(read[next]);
  const auto height = static_cast<float>(ink.height);
  return before && after ? bar_between(ink, read[last].x + *before * height,
                                       read[next].x - *after * height, height * kShortest)
                         : std::nullopt;
}

/// A name that goes on in the next line ends with its dash.
std::optional<Bar> dash_at_end(const ReadCharacter& last, const GrayPicture& ink) {
  constexpr float kShortest = 0.2F;
  const auto before = half_width(last);
  const auto height = static_cast<float>(ink.height);
  return before ? bar_between(ink, last.x + *before * height, static_cast<float>(ink.width),
                              height * kShortest)
                : std::nullopt;
}

/// Puts in the dashes that were not read.
void add_dashes(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
  constexpr float kByShape = 0.8F;
  const auto dash = [](const Bar& bar) {
    return ReadCharacter{U'-', (bar.left + bar.right) / 2, kByShape};
  };
  std::vector<ReadCharacter> mended;
  mended.reserve(read.size() + 1);
  std::optional<std::size_t> last;  // the one before that is no blank
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i].point != U' ') {
      if (const auto bar = last ? dash_before(read, *last, i, ink) : std::nullopt) {
        // What was read as a blank is the dash.
        mended.resize(mended.size() - (i - *last - 1));
        mended.push_back(dash(*bar));
      }
      last = i;
    }
    mended.push_back(read[i]);
  }
  if (const auto bar = last ? dash_at_end(read[*last], ink) : std::nullopt) {
    mended.push_back(dash(*bar));
  }
  read = std::move(mended);
}

/// How far ideographs of a line stand apart: what half of the neighbours do at most. Where there
/// are too few to tell, as far as the line is high, or the nearest two.
float usual_step(const std::vector<ReadCharacter>& read, float height) {
  constexpr std::size_t kEnough = 3;
  std::vector<float> apart;
  apart.reserve(read.size());
  for (std::size_t i = 1; i < read.size(); ++i) {
    if (is_ideograph(read[i - 1]) && is_ideograph(read[i])) {
      apart.push_back(read[i].x - read[i - 1].x);
    }
  }
  if (apart.size() < kEnough) {
    return apart.empty() ? height : std::max(height, std::ranges::min(apart));
  }
  const auto middle = apart.begin() + static_cast<std::ptrdiff_t>(apart.size() / 2);
  std::ranges::nth_element(apart, middle);
  return *middle;
}

/// Do more than half of the columns have ink?
bool is_mostly_ink(const GrayPicture& ink, float left, float right) {
  const int from = std::max(0, static_cast<int>(left));
  const int to = std::min(ink.width, static_cast<int>(right));
  int columns = 0;
  for (int x = from; x < to; ++x) {
    columns += ink_of_column(ink, x) ? 1 : 0;
  }
  return columns * 2 > to - from;
}

}  // namespace

void mend_comparators(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
  for (const auto& group : column_groups(ink)) {
    const auto sign = comparator_in(picture_of(group, [&](int x, int y) { return ink.at(x, y); }));
    if (!sign || sign->likeness < kIsComparator) {
      continue;
    }
    const auto inside = [&](const ReadCharacter& character) {
      return character.x >= static_cast<float>(group.left) &&
             character.x < static_cast<float>(group.right);
    };
    constexpr float kSureOfIt = 0.8F;
    if (std::ranges::any_of(read, [&](const ReadCharacter& character) {
          return inside(character) && is_ideograph(character) && character.confidence >= kSureOfIt;
        })) {
      continue;
    }
    std::erase_if(read, inside);
    const auto x = static_cast<float>(group.left + group.right) / 2;
    const auto after =
        std::ranges::find_if(read, [x](const ReadCharacter& character) { return character.x > x; });
    read.insert(after, {sign->point, x, sign->likeness});
  }
}

void mend_dashes(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
  constexpr float kOne = 0.6F;
  for (auto& character : read) {
    if (character.point != U'一' && character.point != U'-') {
      continue;
    }
    const auto box = ink_around(ink, static_cast<int>(character.x));
    const bool narrow =
        box.width() > 0 && static_cast<float>(box.width()) < static_cast<float>(ink.height) * kOne;
    if (narrow && runs_down(ink, box)) {
      character.point = U'、';
    } else if (narrow) {
      character.point = U'-';
    }
  }
  add_dashes(read, ink);
}

void mark_gaps(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
  constexpr float kHalf = 0.55F;
  const float step = usual_step(read, static_cast<float>(ink.height));
  const auto full = static_cast<float>(ink.width);
  std::vector<ReadCharacter> marked;
  marked.reserve(read.size() + 1);
  const auto mark = [&](float left, float right) {
    if (right - left >= step * 0.6F && is_mostly_ink(ink, left, right)) {
      marked.push_back({kReplacement, (left + right) / 2, 0});
    }
  };
  float after = 0;         // where the character before ends
  bool is_certain = true;  // whether it is the line's beginning or an ideograph
  for (const auto& character : read) {
    const bool blank = character.point == U' ';
    if (is_certain && is_ideograph(character)) {
      mark(after, character.x - step * kHalf);
    }
    if (!blank) {
      is_certain = is_ideograph(character);
      after = character.x + step * kHalf;
    }
    marked.push_back(character);
  }
  if (is_certain && !read.empty()) {
    mark(after, full);
  }
  read = std::move(marked);
}

void mend_marks(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
  constexpr float kByShape = 0.8F;
  constexpr std::size_t kMost = 2;  // its last circle is read as 0 or o
  for (auto& character : read) {
    character.point = character.point == U'丶' ? U'、' : character.point;
  }
  const bool starts = !read.empty() && (read.front().point == U'%' || read.front().point == U'％');
  const bool ends = starts && (read.size() == 1 || read.back().point == U'0' ||
                               read.back().point == U'o' || read.back().point == U'。');
  if (ends && read.size() <= kMost && ink.width * 10 >= ink.height * 14) {
    read = {{U'‰', static_cast<float>(ink.width) / 2, kByShape}};
  }
}

}  // namespace jiheng::document
