#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "document/grid.h"

namespace jiheng::document {

/// Collects one table of a text document, which may hold other tables in its cells.
///
/// Shape   rows count from 1 as they begin, those without text too; columns from 0. A nested table
///         stands behind the row that holds it, with a number of its own.
class TableRows {
 public:
  /// `number` counts the tables of the document from 1.
  TableRows(int number, const Limits& limits, CellBudget& budget);

  /// Errors  invalid_input `document.too_many_rows`, `document.too_large`.
  [[nodiscard]] Result<void> begin_row(bool head);

  /// The number of the row that began last; 0 before the first.
  [[nodiscard]] int row() const {
    return row_;
  }

  /// Errors  as Grid::put.
  [[nodiscard]] Result<void> put(std::size_t column, std::string text);

  /// Errors  as Grid::merge.
  [[nodiscard]] Result<void> merge(const CellRange& range) {
    return grid_.merge(range);
  }

  void add_nested(std::vector<Row> rows);

  /// The rows that hold text, those of nested tables among them.
  /// Errors  invalid_input `document.too_many_rows`, `document.too_large`.
  [[nodiscard]] Result<std::vector<Row>> finish();

 private:
  int number_;
  int row_{};
  std::size_t most_rows_;
  Grid grid_;
  std::map<int, std::vector<Row>> nested_;  // by the row that holds them
};

/// The only sheet of a text document: paragraphs as rows of one cell, tables as they are.
class TextSheet {
 public:
  explicit TextSheet(const Limits& limits) : limits_(limits) {}

  /// Each line of a paragraph is a row of its own, as in any running text; its place counts the
  /// paragraphs that hold text.
  /// Errors  invalid_input `document.too_many_rows`.
  [[nodiscard]] Result<void> add_paragraph(std::string_view text);

  /// Errors  invalid_input `document.too_many_rows`.
  [[nodiscard]] Result<void> add_table(std::vector<Row> rows);

  /// Errors  invalid_input `document.empty` when no row holds text.
  [[nodiscard]] Result<Content> finish();

 private:
  [[nodiscard]] Result<void> add(Row row);

  const Limits& limits_;
  int paragraphs_{};
  Sheet sheet_{.layout = Layout::grid};
};

}  // namespace jiheng::document
