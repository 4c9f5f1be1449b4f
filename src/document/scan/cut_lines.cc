#include "document/scan/cut_lines.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace jiheng::document {
namespace {

constexpr std::uint8_t kWhite = 255;

/// The sides of the cell that a line stands in.
struct Sides {
  int left{};
  int right{};
  int top{};   // where the ruling lines beside it begin
  int foot{};  // where they end
};

/// Tells the cells of a page's table by its ruling lines.
class Cells {
 public:
  Cells(const RuledInk& ruled, int dpi) : ruled_(ruled), near_(dpi / 50) {
    for (const auto& rule : ruled.vertical) {
      take_side(rule.at, rule.at);
    }
    // A table without outer lines is as wide as its lines across.
    for (const auto& rule : ruled.horizontal) {
      take_side(rule.from, rule.to);
    }
  }

  /// Nothing but what a rule hides stands nearer to it than this.
  [[nodiscard]] int near() const {
    return near_;
  }

  [[nodiscard]] int table_left() const {
    return left_;
  }

  [[nodiscard]] std::optional<Sides> around(const PixelBox& line) const {
    Sides sides{.left = left_, .right = right_, .top = line.bottom};
    for (const auto& rule : ruled_.vertical) {
      if (rule.to < line.top || rule.from > line.bottom) {
        continue;
      }
      if (rule.at <= line.left) {
        sides.left = std::max(sides.left, rule.at);
      }
      if (rule.at >= line.right) {
        sides.right = std::min(sides.right, rule.at);
      }
      sides.top = std::min(sides.top, rule.from);
      sides.foot = std::max(sides.foot, rule.to);
    }
    const bool inside = sides.left <= line.left && line.right <= sides.right && sides.foot > 0;
    const bool roomy = sides.right - sides.left > 4 * near_;
    return inside && roomy ? std::optional(sides) : std::nullopt;
  }

  /// Does the line end where the ruling lines beside it do?
  [[nodiscard]] bool at_foot(const PixelBox& line, const Sides& sides) const {
    return line.bottom + near_ >= sides.foot;
  }

  /// Does the line begin at a rule, or where the ruling lines beside it begin?
  [[nodiscard]] bool at_top(const PixelBox& line, const Sides& sides) const {
    const int middle = (line.left + line.right) / 2;
    return line.top <= sides.top + near_ ||
           std::ranges::any_of(ruled_.horizontal, [&](const Rule& rule) {
             return rule.from <= middle && middle <= rule.to && rule.at <= line.top &&
                    line.top <= rule.at + near_;
           });
  }

 private:
  void take_side(int from, int to) {
    left_ = left_ < 0 ? from : std::min(left_, from);
    right_ = std::max(right_, to);
  }

  const RuledInk& ruled_;
  int near_;
  int left_{-1};
  int right_{-1};
};

enum class Edge { foot, top };

using ByCell = std::map<std::pair<int, int>, PixelBox>;  // by the left and right side of the cell

/// Of the lines of a cell the one that stands nearest the edge; what stands beside it is part of
/// it.
void take(ByCell& by_cell, const Sides& sides, const PixelBox& line, Edge edge) {
  const auto [place, added] = by_cell.emplace(std::pair(sides.left, sides.right), line);
  auto& box = place->second;
  if (std::max(box.top, line.top) < std::min(box.bottom, line.bottom)) {
    box = around(box, line);
  } else if (!added && (line.top > box.top) == (edge == Edge::foot)) {
    box = line;
  }
}

/// Rows of one below those of another; both are equally wide.
GrayPicture stacked(GrayPicture above, const GrayPicture& below) {
  above.height += below.height;
  above.pixels.insert(above.pixels.end(), below.pixels.begin(), below.pixels.end());
  return above;
}

/// The columns from `left` to `right`; white where the picture has none.
GrayPicture columns_of(const GrayPicture& picture, int left, int right) {
  return picture_of({left, 0, right, picture.height}, [&](int x, int y) {
    return x < 0 || x >= picture.width ? kWhite : picture.at(x, y);
  });
}

/// The inside of a part's cell on its page, as high as the part.
PixelBox strip_of(const CutLine& part) {
  return {part.cell_left, part.box.top, part.cell_right, part.box.bottom};
}

JoinedLine joined(const CutLines& before, const CutLine& foot, const CutLines& after,
                  const CutLine& top) {
  JoinedLine line{.foot = &foot, .top = &top};
  line.left = std::min(foot.box.left - foot.cell_left, top.box.left - top.cell_left);
  line.right = std::max(foot.box.right - foot.cell_left, top.box.right - top.cell_left);
  line.height = foot.box.height() + top.box.height();
  const LineMargin margin(line.height);
  const int width = std::max(foot.cell_right - foot.cell_left, top.cell_right - top.cell_left);
  const auto laid = [&](const GrayPicture& above, const GrayPicture& below, int beside) {
    return columns_of(stacked(columns_of(above, 0, width), columns_of(below, 0, width)),
                      line.left - beside, line.right + beside);
  };
  const auto foot_strip = strip_of(foot);
  const auto top_strip = strip_of(top);
  line.picture = {
      .gray = laid(picture_around(before.ink, before.ruled, foot_strip, {0, margin.above, 0, 0}),
                   picture_around(after.ink, after.ruled, top_strip, {0, 0, 0, margin.above}),
                   margin.beside),
      .ink = laid(ink_in(before.ruled, foot_strip), ink_in(after.ruled, top_strip), 0),
      .beside = margin.beside};
  return line;
}

}  // namespace

CutLines cut_lines(PageInk ink, RuledInk ruled, const std::vector<PixelBox>& lines,
                   int line_height) {
  const Cells cells(ruled, ink.dpi);
  ByCell feet;
  ByCell tops;
  for (const auto& line : lines) {
    const auto sides = cells.around(line);
    if (sides && cells.at_foot(line, *sides)) {
      take(feet, *sides, line, Edge::foot);
    }
    if (sides && cells.at_top(line, *sides)) {
      take(tops, *sides, line, Edge::top);
    }
  }
  const auto parts_in = [&cells](const ByCell& by_cell) {
    std::vector<CutLine> parts;
    parts.reserve(by_cell.size());
    for (const auto& [sides, box] : by_cell) {
      parts.push_back({.box = box,
                       .cell_left = sides.first + cells.near(),
                       .cell_right = sides.second - cells.near(),
                       .column = sides.first - cells.table_left()});
    }
    return parts;
  };
  CutLines result{.line_height = line_height, .foot = parts_in(feet), .top = parts_in(tops)};
  std::ranges::stable_sort(result.top, {}, [](const CutLine& part) { return part.box.top; });
  result.ink = std::move(ink);
  result.ruled = std::move(ruled);
  return result;
}

std::vector<JoinedLine> join_cut_lines(const CutLines& before, const CutLines& after) {
  const int line_height = std::min(before.line_height, after.line_height);
  const int same = line_height / 2;
  std::vector<JoinedLine> lines;
  for (const auto& foot : before.foot) {
    const auto top = std::ranges::find_if(after.top, [&](const CutLine& part) {
      const int wider = part.cell_right - part.cell_left - (foot.cell_right - foot.cell_left);
      const bool taken = std::ranges::find(lines, &part, &JoinedLine::top) != lines.end();
      return !taken && std::abs(part.column - foot.column) <= same && std::abs(wider) <= same &&
             (part.box.height() + foot.box.height()) * 20 <= line_height * 27;
    });
    if (top != after.top.end()) {
      lines.push_back(joined(before, foot, after, *top));
    }
  }
  return lines;
}

}  // namespace jiheng::document
