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

/// Parts of one line that stand above each other (=, 二, 个) and so did not grow together: joined
/// when both are no higher than one line.
void join_parts(std::vector<PixelBox>& lines, int height) {
  const auto belongs = [&](const PixelBox& part, const PixelBox& line) {
    const int together = std::max(part.bottom, line.bottom) - std::min(part.top, line.top);
    const int shared = std::min(part.right, line.right) - std::max(part.left, line.left);
    return together * 10 <= height * 12 && shared * 2 >= std::min(part.width(), line.width());
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = 0; j < lines.size(); ++j) {
      if (i != j && lines[j].height() * 10 < height * 8 && belongs(lines[j], lines[i])) {
        lines[i] = {std::min(lines[i].left, lines[j].left), std::min(lines[i].top, lines[j].top),
                    std::max(lines[i].right, lines[j].right),
                    std::max(lines[i].bottom, lines[j].bottom)};
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
        // What was joined may reach a part that came before.
        i = static_cast<std::size_t>(-1);
        break;
      }
    }
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
  std::erase_if(lines, [&](const PixelBox& line) {
    return line.height() < height / 4 && line.width() < height / 3;
  });
  std::ranges::sort(lines, {}, [](const PixelBox& line) {
    return std::tuple(line.top, line.left, line.right, line.bottom);
  });
  return lines;
}

}  // namespace jiheng::document
