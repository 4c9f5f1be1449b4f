#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"

namespace jiheng::document {

/// A rectangle of cells.
///
/// Shape   rows from 1, columns from 0, both ends inside.
struct CellRange {
  int first_row{};
  int last_row{};
  std::size_t first_column{};
  std::size_t last_column{};
};

/// The memory the cells of one document may take: as much as its parts may unpack to. A few bytes
/// can ask for many cells (a shared text used everywhere, a repeated row, a merged sheet).
class CellBudget {
 public:
  explicit CellBudget(const Limits& limits) : left_(limits.unpacked_bytes), limit_(left_) {}

  /// Errors  invalid_input `document.too_large`.
  [[nodiscard]] Result<void> take(std::size_t bytes);

 private:
  std::size_t left_;
  std::size_t limit_;
};

/// What a file says of a row before its cells.
struct RowStart {
  int number{};  // from 1
  bool hidden{};
  bool head{};  // see Row::head
};

/// Collects the cells of one worksheet, in any order, and makes the Sheet of them.
class Grid {
 public:
  Grid(std::string name, const Limits& limits, CellBudget& budget);

  /// The cells that follow stand in this row; two rows of one number become one.
  void begin_row(const RowStart& start);

  /// Errors  invalid_input `document.too_many_cells`, `document.too_large`; where: the row. A cell
  ///         without text costs nothing and has no limit.
  [[nodiscard]] Result<void> put(std::size_t column, std::string text);

  /// Errors  invalid_input `document.too_many_rows`, `document.too_large`; where: the sheet.
  [[nodiscard]] Result<void> end_row();

  /// Ends the row and puts it below itself `copies` times.
  /// Errors  as end_row.
  [[nodiscard]] Result<void> end_row_repeated(int copies);

  [[nodiscard]] bool row_has_text() const {
    return !row_.cells.empty();
  }

  /// Errors  invalid_input `document.too_large`.
  [[nodiscard]] Result<void> merge(const CellRange& range);
  void hide_columns(std::size_t first, std::size_t last);

  /// The sheet, rows in order. Covered cells get the text of their merged cell, in rows that have a
  /// text of their own and as far to the right as any row reaches. What a person should know is
  /// added to `notices`: `sheet.hidden_rows`, `sheet.hidden_columns` (args: how many hold text, the
  /// sheet).
  /// Errors  invalid_input `document.too_large`.
  [[nodiscard]] Result<Sheet> finish(std::vector<Notice>& notices);

 private:
  Result<void> keep(Row row);
  void order_rows();
  Result<void> fill(const CellRange& range, std::size_t width);
  [[nodiscard]] std::size_t count_hidden_rows();
  [[nodiscard]] std::size_t count_hidden_columns(std::size_t width) const;
  void note(std::vector<Notice>& notices, std::string key, std::size_t count) const;

  std::string name_;
  const Limits& limits_;
  CellBudget& budget_;
  Row row_;
  bool row_hidden_{};
  std::vector<Row> rows_;
  std::vector<int> hidden_rows_;
  std::vector<CellRange> merged_;
  std::vector<int> hidden_columns_;  // +1 where hidden ones begin, -1 behind their last
};

}  // namespace jiheng::document
