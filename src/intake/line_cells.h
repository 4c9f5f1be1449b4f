#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicator.h"
#include "domain/vocabulary.h"
#include "intake/columns.h"

namespace jiheng::intake {

/// The cells of one row, untouched, by column.
///
/// Shape   `given` says which columns the row has a cell for, empty or not; `boxes` where the cells
///         stand: views of the document, which outlives the reading.
struct RowCells {
  std::array<std::string, kColumnCount> cells{};
  std::array<bool, kColumnCount> given{};
  std::array<std::span<const Box>, kColumnCount> boxes{};
  std::vector<Doubt> doubt{};

  [[nodiscard]] std::string& operator[](Column column) {
    return cells[static_cast<std::size_t>(column)];
  }

  [[nodiscard]] const std::string& operator[](Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }

  [[nodiscard]] bool has(Column column) const {
    return given[static_cast<std::size_t>(column)];
  }

  [[nodiscard]] std::span<const Box>& boxes_of(Column column) {
    return boxes[static_cast<std::size_t>(column)];
  }

  [[nodiscard]] std::span<const Box> boxes_of(Column column) const {
    return boxes[static_cast<std::size_t>(column)];
  }

  void set(Column column, std::string text, std::span<const Box> stands = {}) {
    (*this)[column] = std::move(text);
    given[static_cast<std::size_t>(column)] = true;
    boxes_of(column) = stands;
  }

  /// All cells were cut out of one text, which stands there.
  void stand_on(std::span<const Box> text) {
    boxes.fill(text);
  }
};

/// The words of a line: what stands between ASCII blanks. A full-width blank belongs to its cell.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view line);

/// A line of running text as a row. Blanks split cells but also stand inside them, so the split
/// goes by meaning: a level-1 word followed by a level-2 word of any frame, then a sign or 定性,
/// even glued to its value; a line of as many words as columns splits by position.
/// Nothing when the line holds no such anchor.
[[nodiscard]] std::optional<RowCells> cells_of_line(std::string_view line, const Columns& columns,
                                                    const Vocabulary& vocabulary);

}  // namespace jiheng::intake
