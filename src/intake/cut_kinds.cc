#include "intake/cut_kinds.h"

#include <cstddef>
#include <deque>
#include <string>

#include "base/text.h"
#include "intake/level_words.h"

namespace jiheng::intake {
namespace {

using Rows = std::deque<TableRow>;

bool is_kind(Column column, const std::string& text, const Frames& frames) {
  const auto folded = fold_cell(text);
  return column == Column::level1 ? frames.is_level1(level1_of(folded, frames))
                                  : frames.is_level2(level2_of(folded, frames));
}

/// Rows from `from` on, by `step`, whose cell says `text`, say `whole`; blank ones are covered.
void say(Rows& rows, std::size_t from, std::ptrdiff_t step, Column column,
         const std::string& whole) {
  const auto text = rows[from].cells[column];
  for (auto i = static_cast<std::ptrdiff_t>(from);
       i >= 0 && i < static_cast<std::ptrdiff_t>(rows.size()); i += step) {
    auto& cell = rows[static_cast<std::size_t>(i)].cells[column];
    if (cell == text) {
      cell = whole;
    } else if (!trim(cell).empty()) {
      return;
    }
  }
}

/// The row at or above `row` whose cell is not blank.
std::size_t filled_above(const Rows& rows, std::size_t row, Column column) {
  while (row > 0 && trim(rows[row].cells[column]).empty()) {
    --row;
  }
  return row;
}

}  // namespace

void join_cut_kinds(Table& table, const Frames& frames) {
  auto& rows = table.rows;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].place.page == rows[i - 1].place.page) {
      continue;
    }
    for (const auto column : {Column::level1, Column::level2}) {
      const auto below = rows[i].cells[column];
      if (trim(below).empty() || is_kind(column, below, frames)) {
        continue;
      }
      const auto above = filled_above(rows, i - 1, column);
      const auto whole = rows[above].cells[column] + "\n" + below;
      if (is_kind(column, whole, frames)) {
        say(rows, above, -1, column, whole);
        say(rows, i, 1, column, whole);
      }
    }
  }
}

}  // namespace jiheng::intake
