#include "intake/transposed.h"

#include "base/text.h"
#include "intake/head_words.h"

namespace jiheng::intake {
namespace {

/// The column a row is about: its first word, when what follows is no head word.
std::optional<Column> column_of_row(const document::Row& row) {
  std::optional<Column> column;
  std::size_t values = 0;
  for (const auto& cell : row.cells) {
    const auto text = fold_cell(cell.text);
    if (text.empty() || cell.merged == document::Merged::beside) {
      continue;
    }
    const auto head = head_of(text);
    if (column && head.kind == HeadWord::column) {
      return std::nullopt;
    }
    if (head.kind == HeadWord::column && values == 0) {
      column = head.column;
    } else if (head.kind == HeadWord::none) {
      ++values;
    }
    if (values > 0 && !column) {
      return std::nullopt;
    }
  }
  return values > 0 ? column : std::nullopt;
}

}  // namespace

std::size_t transposed_rows(std::span<const document::Row> rows) {
  Columns columns;
  for (const auto& row : rows) {
    const auto column = column_of_row(row);
    const bool begins = !columns.empty() || (column && is_core(*column));
    if (!column || !begins || row.place.table != rows.front().place.table) {
      break;
    }
    columns.push_back(column);
  }
  return is_usable(columns) ? columns.size() : 0;
}

bool may_begin_transposed(const SeenRow& row) {
  for (const auto& cell : row.cells) {
    const auto head = cell.empty() ? ReadHead{} : head_of(cell);
    if (!cell.empty() && head.kind != HeadWord::group) {
      return head.kind == HeadWord::column && is_core(head.column);
    }
  }
  return false;
}

}  // namespace jiheng::intake
