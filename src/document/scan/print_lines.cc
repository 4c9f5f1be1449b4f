#include "document/scan/print_lines.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace jiheng::document {
namespace {

/// Print smaller than this is dust, larger is no print, in inches: 4 and 60 points.
constexpr double kSmallestPrint = 4.0 / 72;
constexpr double kLargestPrint = 60.0 / 72;

/// The height in the middle of the boxes that are as high as print, each counting as much as
/// `weight` says.
int middle_height(std::vector<PixelBox> boxes, int dpi, int (PixelBox::*weight)() const) {
  std::erase_if(boxes, [&](const PixelBox& box) {
    const auto inches = static_cast<double>(box.height()) / dpi;
    return inches < kSmallestPrint || inches > kLargestPrint;
  });
  std::ranges::sort(boxes, {}, &PixelBox::height);
  std::int64_t all = 0;
  for (const auto& box : boxes) {
    all += (box.*weight)();
  }
  std::int64_t so_far = 0;
  for (const auto& box : boxes) {
    so_far += (box.*weight)();
    if (so_far * 2 >= all) {
      return box.height();
    }
  }
  return static_cast<int>(kSmallestPrint * dpi) * 2;
}

/// How much ink stands in each row of a box.
std::vector<int> ink_by_row(const PixPtr& print, const PixelBox& box) {
  std::vector<int> counts(static_cast<std::size_t>(box.height()));
  auto* const data = pixGetData(print.get());
  const auto words = pixGetWpl(print.get());
  for (int y = box.top; y < box.bottom; ++y) {
    auto* const line = data + static_cast<std::ptrdiff_t>(y) * words;
    int& count = counts[static_cast<std::size_t>(y - box.top)];
    for (int x = box.left; x < box.right; ++x) {
      count += GET_DATA_BIT(line, x) != 0 ? 1 : 0;
    }
  }
  return counts;
}

/// The smallest box around the ink inside `box`; without any its sides are turned around.
PixelBox tight(const PixPtr& print, const PixelBox& box) {
  PixelBox result{box.right, box.bottom, box.left, box.top};
  auto* const data = pixGetData(print.get());
  const auto words = pixGetWpl(print.get());
  for (int y = box.top; y < box.bottom; ++y) {
    auto* const line = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = box.left; x < box.right; ++x) {
      if (GET_DATA_BIT(line, x) != 0) {
        result = {std::min(result.left, x), std::min(result.top, y), std::max(result.right, x + 1),
                  std::max(result.bottom, y + 1)};
      }
    }
  }
  return result;
}

/// Lines that touch, cut where the least ink stands between them.
void split_lines(const PixPtr& print, PixelBox box, int height, std::vector<PixelBox>& lines) {
  while (box.height() * 10 >= height * 16) {
    // The first line ends about a character's height below the top.
    const auto counts = ink_by_row(print, box);
    const auto first = counts.begin() + height * 3 / 4;
    const auto last = std::min(counts.begin() + height * 3 / 2, counts.end() - height / 2);
    if (first >= last) {
      break;
    }
    const auto cut = std::min_element(first, last);
    // Large print is no two lines: between lines stands next to nothing.
    if (*cut * 4 > *std::ranges::max_element(counts)) {
      break;
    }
    const int y = box.top + static_cast<int>(cut - counts.begin());
    lines.push_back(tight(print, {box.left, box.top, box.right, y}));
    box = tight(print, {box.left, y, box.right, box.bottom});
  }
  lines.push_back(box);
}

/// Ink that stands no further apart than `gap` in its line, in one piece; rules keep cells apart.
PixPtr grown_together(const PixPtr& print, const PixPtr& rules, int gap) {
  const PixPtr grown(pixDilateBrick(nullptr, print.get(), gap, 1));
  return PixPtr(pixSubtract(nullptr, grown.get(), rules.get()));
}

/// One pass over lines sorted by their tops: parts that belong to a line near them join it. Gives
/// whether any did; what joined is left empty.
bool join_once(std::vector<PixelBox>& lines, int height) {
  bool joined = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size() && lines[j].top - lines[i].top <= height; ++j) {
      auto& one = lines[i];
      auto& other = lines[j];
      const bool part = std::min(one.height(), other.height()) * 10 < height * 8;
      const int shared = std::min(one.right, other.right) - std::max(one.left, other.left);
      if (part && one.width() > 0 && other.width() > 0 &&
          around(one, other).height() * 10 <= height * 12 &&
          shared * 2 >= std::min(one.width(), other.width())) {
        one = around(one, other);
        other = {other.left, other.top, other.left, other.top};
        joined = true;
      }
    }
  }
  return joined;
}

bool stands_before(const PixelBox& a, const PixelBox& b) {
  return std::tie(a.top, a.left, a.right, a.bottom) < std::tie(b.top, b.left, b.right, b.bottom);
}

/// Parts of one line that stand above each other (=, 二, 个) and so did not grow together: joined
/// when both are no higher than one line.
void join_parts(std::vector<PixelBox>& lines, int height) {
  std::ranges::sort(lines, stands_before);
  while (join_once(lines, height)) {
    std::erase_if(lines, [](const PixelBox& line) { return line.width() == 0; });
    // What was joined may reach a part that it did not before.
    std::ranges::sort(lines, stands_before);
  }
}

}  // namespace

std::vector<PixelBox> print_lines(const RuledInk& ink, int dpi) {
  // Dust: nothing so small is print, not even a full stop.
  const int dust = std::max(2, dpi / 120);
  const PixPtr clean(pixSelectBySize(ink.print.get(), dust, dust, 8, L_SELECT_IF_EITHER,
                                     L_SELECT_IF_GTE, nullptr));
  // The height of a line is that of whole characters: parts of them have to grow together first.
  const int part = middle_height(components(clean), dpi, &PixelBox::height);
  const int height =
      middle_height(components(grown_together(clean, ink.rules, part)), dpi, &PixelBox::width);
  const auto grown = grown_together(clean, ink.rules, height * 17 / 20);
  std::vector<PixelBox> lines;
  for (const auto& grown_box : components(grown)) {
    const auto box = tight(clean, grown_box);
    if (box.width() > 0 && box.height() > 0) {
      split_lines(clean, box, height, lines);
    }
  }
  join_parts(lines, height);
  // A lone dot is no line; a minus sign is as wide as a third of a character.
  const auto least = static_cast<int>(kSmallestPrint * dpi) / 2;
  std::erase_if(lines, [&](const PixelBox& line) {
    const bool dot = line.height() < height / 4 && line.width() < height / 3;
    return dot || std::max(line.height(), line.width()) < least;
  });
  return lines;
}

}  // namespace jiheng::document
