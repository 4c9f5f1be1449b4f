#include "document/pages/grid.h"

#include <algorithm>

#include "document/pages/glyph_lines.h"

namespace jiheng::document {
namespace {

/// Beyond this many rules a page is a drawing, not a table.
constexpr std::size_t kMostRules = 20'000;
/// Beyond this many positions a grid is a pattern, not a table.
constexpr std::size_t kMostPositions = 200'000;

std::vector<Length> distinct(std::vector<Length> places) {
  std::ranges::sort(places);
  std::vector<Length> kept;
  for (const auto place : places) {
    if (kept.empty() || place - kept.back() > kMeeting) {
      kept.push_back(place);
    }
  }
  return kept;
}

/// The first border at or after `place`, which may lie a little beyond it.
std::size_t border_at(const std::vector<Length>& borders, Length place) {
  return static_cast<std::size_t>(std::ranges::lower_bound(borders, place - kMeeting) -
                                  borders.begin());
}

/// Which stretches of a grid's borders are ruled.
class Borders {
 public:
  Borders(const RuleGroup& rules, const std::vector<Length>& xs, const std::vector<Length>& ys)
      : columns_(xs.size() - 1),
        horizontal_(ys.size() * columns_),
        vertical_((ys.size() - 1) * xs.size()) {
    for (const auto& rule : rules.horizontal) {
      const auto y = border_at(ys, rule.at);
      for (auto x = border_at(xs, rule.from); x < columns_ && xs[x + 1] <= rule.to + kMeeting;
           ++x) {
        horizontal_[y * columns_ + x] = true;
      }
    }
    for (const auto& rule : rules.vertical) {
      const auto x = border_at(xs, rule.at);
      for (auto y = border_at(ys, rule.from); y + 1 < ys.size() && ys[y + 1] <= rule.to + kMeeting;
           ++y) {
        vertical_[y * xs.size() + x] = true;
      }
    }
  }

  /// Is there a rule above `row` in `column`? `row` may be one past the last.
  [[nodiscard]] bool above(int row, int column) const {
    return horizontal_[static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column)];
  }

  /// Is there a rule left of `column` in `row`? `column` may be one past the last.
  [[nodiscard]] bool left(int row, int column) const {
    return vertical_[static_cast<std::size_t>(row) * (columns_ + 1) +
                     static_cast<std::size_t>(column)];
  }

 private:
  std::size_t columns_;
  std::vector<bool> horizontal_;
  std::vector<bool> vertical_;
};

constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

/// Lays cells over the positions of a grid, from the top left on.
class CellLayer {
 public:
  CellLayer(PageGrid& grid, const Borders& borders) : grid_(grid), borders_(borders) {
    grid_.owner.assign(grid.at(grid.rows(), 0), kNoCell);
  }

  void lay() {
    for (int row = 0; row < grid_.rows(); ++row) {
      for (int column = 0; column < grid_.columns(); ++column) {
        if (is_free(row, column)) {
          lay_from(row, column);
        }
      }
    }
  }

 private:
  bool is_free(int row, int column) const {
    return grid_.owner[grid_.at(row, column)] == kNoCell;
  }

  void lay_from(int row, int column) {
    GridCell cell{.row = row, .column = column, .last_row = row, .last_column = column};
    while (cell.last_column + 1 < grid_.columns() && !borders_.left(row, cell.last_column + 1) &&
           is_free(row, cell.last_column + 1)) {
      ++cell.last_column;
    }
    while (cell.last_row + 1 < grid_.rows() && goes_on_below(cell)) {
      ++cell.last_row;
    }
    cell.open_top = !borders_.above(row, column);
    cell.open_bottom = !borders_.above(cell.last_row + 1, column);
    for (int r = row; r <= cell.last_row; ++r) {
      for (int c = column; c <= cell.last_column; ++c) {
        grid_.owner[grid_.at(r, c)] = grid_.cells.size();
      }
    }
    grid_.cells.push_back(std::move(cell));
  }

  bool goes_on_below(const GridCell& cell) const {
    const int next = cell.last_row + 1;
    for (int column = cell.column; column <= cell.last_column; ++column) {
      if (borders_.above(next, column) || !is_free(next, column) ||
          (column > cell.column && borders_.left(next, column))) {
        return false;
      }
    }
    return true;
  }

  PageGrid& grid_;
  const Borders& borders_;
};

/// Glyphs by the cell their middle lies in.
class Placing {
 public:
  explicit Placing(const PageGrid& grid) : grid_(grid), glyphs_(grid.cells.size()) {}

  bool take(const Glyph& glyph) {
    const auto column = position(grid_.xs, glyph.middle_x2(), last_column_);
    const auto row = position(grid_.ys, glyph.middle_y2(), last_row_);
    if (column < 0 || row < 0) {
      return false;
    }
    glyphs_[grid_.owner[grid_.at(row, column)]].push_back(&glyph);
    return true;
  }

  /// Gives the glyphs outside the grid.
  std::vector<const Glyph*> take_all(std::span<const Glyph* const> glyphs) {
    std::vector<const Glyph*> outside;
    for (const auto* glyph : glyphs) {
      if (!take(*glyph)) {
        outside.push_back(glyph);
      }
    }
    return outside;
  }

  [[nodiscard]] std::size_t filled() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        glyphs_, [](const std::vector<const Glyph*>& glyphs) { return !glyphs.empty(); }));
  }

  void write(std::vector<GridCell>& cells, int page) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (glyphs_[i].empty()) {
        continue;
      }
      const auto lines = lines_of_glyphs(glyphs_[i]);
      cells[i].text = text_of(lines);
      cells[i].box = box_of(lines, page);
      cells[i].room = room(cells[i], lines.back());
    }
  }

 private:
  [[nodiscard]] int room(const GridCell& cell, const GlyphLine& line) const {
    const auto border = [&](int column) { return grid_.xs[static_cast<std::size_t>(column)]; };
    const auto width = border(cell.last_column + 1) - border(cell.column);
    const auto& last = *line.glyphs.back();
    // The blank left of a text stands right of it again.
    const auto blank = 2 * std::max(line.glyphs.front()->left - border(cell.column), 0);
    const auto free = width - blank - (last.right - line.glyphs.front()->left);
    return free / std::max(last.height(), 1);
  }

  /// The stretch between two borders that holds a place; -1 outside. The place is doubled. Most
  /// glyphs stand where the one before them stood, which is what `last` remembers.
  static int position(const std::vector<Length>& borders, Length doubled, std::size_t& last) {
    if (borders[last] * 2 <= doubled && doubled < borders[last + 1] * 2) {
      return static_cast<int>(last);
    }
    if (doubled < borders.front() * 2 || doubled >= borders.back() * 2) {
      return -1;
    }
    const auto after =
        std::ranges::upper_bound(borders, doubled, {}, [](Length border) { return border * 2; });
    last = static_cast<std::size_t>(after - borders.begin()) - 1;
    return static_cast<int>(last);
  }

  const PageGrid& grid_;
  std::size_t last_column_{};
  std::size_t last_row_{};
  std::vector<std::vector<const Glyph*>> glyphs_;
};

/// A grid holds a table when at least two of its cells have text, and not almost none of many.
bool is_table(const PageGrid& grid, std::size_t filled) {
  constexpr std::size_t kFewestFilled = 2;
  constexpr std::size_t kFewestCells = 3;
  constexpr std::size_t kEmptyToFilled = 10;
  return filled >= kFewestFilled && grid.cells.size() >= kFewestCells &&
         filled * kEmptyToFilled >= grid.cells.size();
}

std::int64_t area(const PageGrid& grid) {
  return std::int64_t{grid.xs.back() - grid.xs.front()} * (grid.ys.back() - grid.ys.front());
}

std::vector<PageGrid> grids_of(const Page& page) {
  std::vector<PageGrid> grids;
  if (page.horizontal.size() + page.vertical.size() > kMostRules) {
    return grids;
  }
  for (const auto& group : groups_of(tidy(page.horizontal), tidy(page.vertical))) {
    if (auto grid = grid_of(group); !grid.cells.empty()) {
      grids.push_back(std::move(grid));
    }
  }
  // A table inside a frame is asked first which glyphs are its own.
  std::ranges::stable_sort(grids, {}, area);
  return grids;
}

std::vector<LooseLine> loose_lines(std::vector<const Glyph*> glyphs, int page) {
  std::vector<LooseLine> lines;
  for (const auto& line : lines_of_glyphs(std::move(glyphs))) {
    const auto box = box_of({&line, 1}, page);
    lines.push_back({.top = box.top, .text = text_of(line), .box = box});
  }
  return lines;
}

}  // namespace

PageGrid grid_of(const RuleGroup& rules) {
  std::vector<Length> xs;
  std::vector<Length> ys;
  for (const auto& rule : rules.horizontal) {
    ys.push_back(rule.at);
    xs.insert(xs.end(), {rule.from, rule.to});
  }
  for (const auto& rule : rules.vertical) {
    xs.push_back(rule.at);
    ys.insert(ys.end(), {rule.from, rule.to});
  }
  PageGrid grid{.xs = distinct(std::move(xs)), .ys = distinct(std::move(ys))};
  if (grid.xs.size() < 2 || grid.ys.size() < 2 ||
      grid.xs.size() * grid.ys.size() > kMostPositions) {
    return {};
  }
  const Borders borders(rules, grid.xs, grid.ys);
  CellLayer(grid, borders).lay();
  return grid;
}

std::vector<const Glyph*> place_glyphs(PageGrid& grid, std::span<const Glyph* const> glyphs,
                                       int page) {
  Placing placing(grid);
  auto outside = placing.take_all(glyphs);
  placing.write(grid.cells, page);
  return outside;
}

PageParts take_apart(const Page& page) {
  auto grids = grids_of(page);
  PageParts parts{.number = page.number};
  std::vector<const Glyph*> left;
  left.reserve(page.glyphs.size());
  for (const auto& glyph : page.glyphs) {
    left.push_back(&glyph);
  }
  for (auto& grid : grids) {
    Placing placing(grid);
    auto outside = placing.take_all(left);
    if (!is_table(grid, placing.filled())) {
      continue;
    }
    placing.write(grid.cells, page.number);
    left = std::move(outside);
    parts.grids.push_back(std::move(grid));
  }
  std::ranges::stable_sort(parts.grids, {}, [](const PageGrid& grid) { return grid.ys.front(); });
  parts.lines = loose_lines(std::move(left), page.number);
  return parts;
}

}  // namespace jiheng::document
