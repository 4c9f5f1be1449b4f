#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/pages/grid.h"

namespace jiheng::document {

/// Joins the grids of all pages of a document into rows: one logical table over its pages.
///
/// A grid that stands first on its page continues the table that ended the page before when it has
/// the same column borders and nothing but running titles stands above it. A cell that no rule
/// closes at the page foot goes on in the first row after the reprinted block; its text is that of
/// all its parts, in every row it covers. A row that is cut in all columns is one row, also where
/// the page end draws a line through it; so is a merged cell whose neighbours go on.
///
/// Rows keep reprinted heads: whether a row is a head is a matter of meaning. Lines around the
/// tables are rows of one cell with `place.table` 0.
class Stitcher {
 public:
  /// Pages in order.
  void add(PageParts page);

  /// The rows that no further page can change, each given once; those without text are left out.
  [[nodiscard]] std::vector<Row> take_finished();

  /// All rows that were not taken yet, once; those without text are left out.
  [[nodiscard]] std::vector<Row> finish();

 private:
  /// A cell that may still grow on the next page, and the places that show its text.
  struct OpenCell {
    std::string text{};
    int room{GridCell::kRoomy};
    std::vector<Box> boxes{};
    std::vector<std::pair<std::size_t, std::size_t>> places{};  // row of the document, column
  };

  using OpenCells = std::map<int, OpenCell>;  // by the first column of the cell

  [[nodiscard]] std::size_t first_unfinished() const;
  [[nodiscard]] Cell& cell_at(const std::pair<std::size_t, std::size_t>& place);
  void add_line(const LooseLine& line, int page);
  void add_grid(const PageGrid& grid, int page);
  [[nodiscard]] bool continues_table(int page) const;
  [[nodiscard]] std::vector<int> column_map(const PageGrid& grid) const;
  [[nodiscard]] std::vector<std::string> signature(const PageGrid& grid, int row) const;
  [[nodiscard]] int reprinted_rows(const PageGrid& grid) const;
  [[nodiscard]] int rows_again(const PageGrid& grid, std::size_t first) const;
  [[nodiscard]] bool is_open_row(const PageGrid& grid, int row) const;
  [[nodiscard]] bool is_rest_of_row(const PageGrid& grid, int row) const;
  [[nodiscard]] std::vector<int> cut_parents(const PageGrid& grid, int row) const;
  void open_table(const PageGrid& grid);
  void close_cells();
  void show(OpenCell cell);
  void show_all(OpenCells&& cells);
  void add_rows(const PageGrid& grid, int page, bool continues);
  [[nodiscard]] std::vector<std::size_t> start_rows(const PageGrid& grid, int page, int joined);
  void start_row(int row, int page);
  void cover(const GridCell& cell, const std::vector<std::size_t>& rows, OpenCell& whole);
  void place_cell(const PageGrid& grid, const GridCell& cell, const std::vector<std::size_t>& rows,
                  OpenCell* grown, OpenCells& still_open);

  std::vector<Row> rows_{};                // not taken yet
  std::size_t taken_{};                    // how many rows were
  std::set<std::string> running_lines_{};  // lines above and below tables so far, without digits
  bool strange_line_{};                    // a line that is none of them since the last grid
  bool page_started_{};

  int tables_{};
  int last_page_{};    // of the table that is open
  bool first_grid_{};  // no grid on this page yet
  std::vector<Length> xs_{};
  std::vector<int> map_{};  // of the grid at hand: its borders among the table's
  std::vector<std::vector<std::string>> first_rows_{};
  bool open_sided_{};  // the table has no line at its top
  OpenCells open_{};
  OpenCells ended_{};  // cells that a rule closes at the page foot
};

}  // namespace jiheng::document
