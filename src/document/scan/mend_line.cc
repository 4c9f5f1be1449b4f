#include "document/scan/mend_line.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
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

/// How many columns with ink stand side by side around column `x`; 0 where it has none.
int ink_around(const GrayPicture& ink, int x) {
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

/// Is the ink of a column a bar half way up and nothing else?
bool is_bar(const GrayPicture& ink, int column) {
  int top = ink.height;
  int bottom = -1;
  for (int y = 0; y < ink.height; ++y) {
    if (ink.at(column, y) == 0) {
      top = std::min(top, y);
      bottom = y;
    }
  }
  return bottom >= 0 && top * 10 >= ink.height * 3 && bottom * 10 <= ink.height * 8 &&
         (bottom - top + 1) * 4 <= ink.height;
}

/// The middle of the bar that stands alone between two ideographs side by side, if one does. What
/// sticks out of a character (十) does not count.
std::optional<float> bar_between(const GrayPicture& ink, float left, float right) {
  constexpr float kHalfIdeograph = 0.45F;
  constexpr float kShortestBar = 0.2F;
  const auto height = static_cast<float>(ink.height);
  const int from = std::max(0, static_cast<int>(left + height * kHalfIdeograph));
  const int to = std::min(ink.width, static_cast<int>(right - height * kHalfIdeograph));
  int length = 0;
  for (int x = from; x <= to; ++x) {
    if (x < to && is_bar(ink, x)) {
      ++length;
      continue;
    }
    if (static_cast<float>(length) >= height * kShortestBar) {
      return static_cast<float>(x) - static_cast<float>(length) / 2;
    }
    length = 0;
  }
  return std::nullopt;
}

/// Puts in the dashes between ideographs that were not read.
void add_dashes(std::vector<ReadCharacter>& read, const GrayPicture& ink) {
  constexpr float kByShape = 0.8F;
  std::vector<ReadCharacter> mended;
  mended.reserve(read.size() + 1);
  for (const auto& character : read) {
    const bool beside = !mended.empty() && is_ideograph(mended.back()) && is_ideograph(character);
    if (const auto bar = beside ? bar_between(ink, mended.back().x, character.x) : std::nullopt) {
      mended.push_back({U'-', *bar, kByShape});
    }
    mended.push_back(character);
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
    const auto width = static_cast<float>(ink_around(ink, static_cast<int>(character.x)));
    if (character.point == U'一' && width > 0 && width < static_cast<float>(ink.height) * kOne) {
      character.point = U'-';
    }
  }
  add_dashes(read, ink);
}

}  // namespace jiheng::document
