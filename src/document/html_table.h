#pragma once

#include <vector>

#include "document/table_rows.h"

namespace jiheng::document {

/// How far a cell of a web page says it reaches.
struct HtmlSpan {
  int columns{1};
  int rows{1};  // 0: to the end of its group of rows
};

/// A table of a web page: cells find their own columns, behind what reaches down from above.
///
/// Source  HTML Living Standard, 4.9.12 (forming a table). Where cells overlap, which it calls an
///         error, the text of the later one stands.
class HtmlTable {
 public:
  HtmlTable(int number, const Limits& limits, CellBudget& budget);

  /// Cells reach down to the end of their group and no further.
  /// Errors  invalid_input `document.too_large`.
  [[nodiscard]] Result<void> begin_group(bool head);

  /// Errors  as TableRows::begin_row.
  [[nodiscard]] Result<void> begin_row();

  /// The column of the next cell of the row, which takes its place.
  /// Errors  invalid_input `document.too_large`.
  [[nodiscard]] Result<std::size_t> place(const HtmlSpan& span);

  /// Errors  as Grid::put.
  [[nodiscard]] Result<void> put(std::size_t column, std::string text) {
    return rows_.put(column, std::move(text));
  }

  void add_nested(std::vector<Row> rows) {
    rows_.add_nested(std::move(rows));
  }

  /// Errors  as TableRows::finish.
  [[nodiscard]] Result<std::vector<Row>> finish();

 private:
  Result<void> end_group();

  TableRows rows_;
  CellBudget& budget_;
  std::size_t most_columns_;
  bool head_{};
  std::size_t column_{};             // where the next cell looks for its place
  std::vector<int> covered_;         // by column: the last row that something from above reaches
  std::vector<CellRange> of_group_;  // merged cells of the group
};

}  // namespace jiheng::document
