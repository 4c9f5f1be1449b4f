#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"

namespace jiheng::intake {

/// A row as the report names it.
///
/// Shape   `order` counts the document's non-empty rows; `text` is the row's own text, folded and
///         cut at 200 characters: what a merged cell above or at the left says is not repeated.
struct RowName {
  std::size_t order{};
  Place place{};
  std::string text{};
};

/// A row on its way through intake, folded once.
///
/// Shape   `cells` are folded; "" where a merged cell reaches in from the left. A `line` of running
///         text is one cell. `row` belongs to the document, which outlives the reading.
struct SeenRow {
  RowName name;
  const document::Row* row{};
  bool line{};
  bool grid{};
  std::vector<std::string> cells{};

  [[nodiscard]] const std::string& cell(std::size_t column) const {
    return cells[column];
  }

  /// How the cell belongs to a merged one.
  [[nodiscard]] document::Merged merged(std::size_t column) const {
    return row->cells[column].merged;
  }

  /// True when the cell has a text of its own, which no merged cell above or at the left has.
  [[nodiscard]] bool own(std::size_t column) const {
    return !cells[column].empty() && merged(column) != document::Merged::below;
  }
};

/// `name.text` is empty when the row has no text of its own. A paragraph outside any table of a
/// grid is a line too.
[[nodiscard]] SeenRow see(const document::Row& row, document::Layout layout);

/// How many cells hold text, carried ones too.
[[nodiscard]] std::size_t filled_cells(const SeenRow& row);

/// How many hold text of their own.
[[nodiscard]] std::size_t own_cells(const SeenRow& row);

}  // namespace jiheng::intake
