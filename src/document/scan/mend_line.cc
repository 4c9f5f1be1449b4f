#include "document/scan/mend_line.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

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

/// The middle of the flat bar half way up that stands alone between two columns, if one does: it
/// may touch a character on one side, with nothing on the other.
std::optional<float> bar_between(const GrayPicture& ink, float left, float right) {
  constexpr float kShortest = 0.2F;  // in heights of the line
  constexpr float kThickest = 0.22F;
  const auto height = static_cast<float>(ink.height);
  const int from = std::max(1, static_cast<int>(left));
  const int to = std::min(ink.width, static_cast<int>(right));
  int length = 0;
  std::pair<int, int> bar;
  for (int x = from; x <= to; ++x) {
    const auto reach = x < ink.width ? ink_of_column(ink, x) : std::nullopt;
    if (x < to && reach && reach->first * 10 >= ink.height * 3 &&
        reach->second * 10 <= ink.height * 8) {
      bar = length == 0
                ? *reach
                : std::pair(std::min(bar.first, reach->first), std::max(bar.second, reach->second));
      if (static_cast<float>(bar.second - bar.first + 1) <= height * kThickest) {
        ++length;
        continue;
      }
    }
    const bool free = !reach || !ink_of_column(ink, x - length - 1);
    if (free && static_cast<float>(length) >= height * kShortest) {
      return static_cast<float>(x) - static_cast<float>(length) / 2;
    }
    length = 0;
  }
  return std::nullopt;
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

/// Puts in the dashes that were not read. What sticks out of a character (十) is none.
void add_dashes(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
  constexpr float kByShape = 0.8F;
  const auto height = static_cast<float>(ink.height);
  std::vector<ReadCharacter> mended;
  mended.reserve(read.size() + 1);
  for (const auto& character : read) {
    const auto last = std::find_if(mended.rbegin(), mended.rend(),
                                   [](const ReadCharacter& one) { return one.point != U' '; });
    const auto before = last == mended.rend() ? std::nullopt : half_width(*last);
    const auto after = half_width(character);
    const auto bar = before && after ? bar_between(ink, last->x + *before * height,
                                                   character.x - *after * height)
                                     : std::nullopt;
    if (bar) {
      // What was read as a blank is the dash.
      mended.erase(last.base(), mended.end());
      mended.push_back({U'-', *bar, kByShape});
    }
    mended.push_back(character);
  }
  // A name that goes on in the next line ends with its dash.
  const auto last = mended.empty() ? std::nullopt : half_width(mended.back());
  if (const auto bar =
          last ? bar_between(ink, mended.back().x + *last * height, static_cast<float>(ink.width))
               : std::nullopt) {
    mended.push_back({U'-', *bar, kByShape});
  }
  read = std::move(mended);
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
    if (narrow && box.height() * 10 >= box.width() * 7) {
      character.point = U'、';
    } else if (narrow) {
      character.point = U'-';
    }
  }
  add_dashes(read, ink);
}

void mend_marks(std::vector<ReadCharacter>& read) {
  for (auto& character : read) {
    character.point = character.point == U'丶' ? U'、' : character.point;
  }
}

}  // namespace jiheng::document
