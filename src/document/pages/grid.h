#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/pages/page.h"
#include "document/pages/rules.h"

namespace jiheng::document {

/// A cell of a page's grid, over rows `row`…`last_row` and columns `column`…`last_column`.
///
/// Shape   `open_top` and `open_bottom`: no rule closes it there, so it may go on on another page.
///         `room`: for how many characters its last line has room yet.
struct GridCell {
  static constexpr int kRoomy = 99;

  int row{};
  int column{};
  int last_row{};
  int last_column{};
  bool open_top{};
  bool open_bottom{};
  int room{kRoomy};
  std::string text{};
  Box box{};  // of its glyphs; all zero where it has none
};

/// The part of a table that stands on one page.
///
/// Shape   `xs` and `ys` are the places of the column and row borders, ascending; `owner` says for
///         row * columns + column which cell covers that position.
struct PageGrid {
  std::vector<Length> xs{};
  std::vector<Length> ys{};
  std::vector<GridCell> cells{};
  std::vector<std::size_t> owner{};

  [[nodiscard]] int rows() const {
    return static_cast<int>(ys.size()) - 1;
  }

  [[nodiscard]] int columns() const {
    return static_cast<int>(xs.size()) - 1;
  }

  [[nodiscard]] std::size_t at(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) +
           static_cast<std::size_t>(column);
  }

  [[nodiscard]] const GridCell& cell(int row, int column) const {
    return cells[owner[at(row, column)]];
  }
};

/// A printed line outside every grid.
struct LooseLine {
  Length top{};
  std::string text{};
  Box box{};
};

/// A page taken apart: its grids and the lines around them, each from top to bottom.
struct PageParts {
  int number{};
  std::vector<PageGrid> grids{};
  std::vector<LooseLine> lines{};
};

/// The grid that a group of rules draws; empty where they close no cell.
///
/// A cell cut by the page end has no closing rule: the ends of the rules that cross close it.
[[nodiscard]] PageGrid grid_of(const RuleGroup& rules);

/// Puts each glyph into the cell its middle lies in; gives those outside the grid.
std::vector<const Glyph*> place_glyphs(PageGrid& grid, std::span<const Glyph* const> glyphs,
                                       int page);

/// Finds the grids of a page, puts every glyph into the cell its middle lies in, and what is left
/// into lines. A frame around other things is no grid: it needs two cells with text.
[[nodiscard]] PageParts take_apart(const Page& page);

}  // namespace jiheng::document
