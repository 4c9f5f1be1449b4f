#include "intake/transposed.h"

#include <algorithm>

#include "base/text.h"
#include "intake/head_words.h"

namespace jiheng::intake {
namespace {

/// A row of a transposed table: the column it is about, and where its head word stands.
struct HeadedRow {
  Column column{};
  std::size_t at{};
  std::size_t values{};  // cells of their own behind the head word
};

/// Nothing when the row begins with no head word, or another follows.
std::optional<HeadedRow> headed(const document::Row& row) {
  std::optional<HeadedRow> read;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto& cell = row.cells[i];
    const auto text = fold_cell(cell.text);
    if (text.empty() || cell.merged == document::Merged::beside) {
      continue;
    }
    const auto head = head_of(text);
    if (read && head.kind == HeadWord::column) {
      return std::nullopt;
    }
    if (!read && head.kind == HeadWord::column) {
      read = {.column = head.column, .at = i};
    } else if (head.kind == HeadWord::none) {
      if (!read) {
        return std::nullopt;
      }
      ++read->values;
    }
  }
  return read && read->values > 0 ? read : std::nullopt;
}

/// The agency or project may differ from one indicator to the next; one value alone is a form's.
bool begins(const HeadedRow& row) {
  const bool parent = row.column == Column::agency || row.column == Column::project;
  return is_core(row.column) || (parent && row.values > 1);
}

std::vector<HeadedRow> headed_rows(std::span<const document::Row> rows) {
  std::vector<HeadedRow> table;
  for (const auto& row : rows) {
    const auto read = headed(row);
    const bool again = read && read->column != Column::other &&
                       std::ranges::find(table, read->column, &HeadedRow::column) != table.end();
    if (!read || again || (table.empty() && !begins(*read)) ||
        row.place.table != rows.front().place.table) {
      break;
    }
    table.push_back(*read);
  }
  return table;
}

document::Merged turned(document::Merged merged) {
  switch (merged) {
    case document::Merged::below:
      return document::Merged::beside;
    case document::Merged::beside:
      return document::Merged::below;
    case document::Merged::no:
    case document::Merged::first:
      break;
  }
  return merged;
}

}  // namespace

std::optional<TurnedTable> turn(std::span<const document::Row> rows) {
  const auto heads = headed_rows(rows);
  if (heads.empty()) {
    return std::nullopt;
  }
  TurnedTable table{.height = heads.size()};
  std::size_t left = 0;
  std::size_t right = 0;
  std::size_t target = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    left = std::max(left, heads[i].at + 1);
    right = std::max(right, rows[i].cells.size());
    target = heads[i].column == Column::target ? i : target;
    const auto text = fold_cell(rows[i].cells[heads[i].at].text);
    table.head.columns.emplace_back(heads[i].column);
    table.head.texts.push_back(text);
    table.head.heads.push_back({text});
  }
  if (!is_usable(table.head.columns)) {
    return std::nullopt;
  }
  for (auto column = left; column < right; ++column) {
    document::Row row{.place = document::cell_place(rows[target], column), .cells = {}};
    for (std::size_t i = 0; i < table.height; ++i) {
      const auto& cells = rows[i].cells;
      auto cell = column < cells.size() ? cells[column] : document::Cell();
      cell.merged = turned(cell.merged);
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

bool may_begin_transposed(const SeenRow& row) {
  for (const auto& cell : row.cells) {
    const auto head = cell.empty() ? ReadHead{} : head_of(cell);
    if (!cell.empty() && head.kind != HeadWord::group) {
      return head.kind == HeadWord::column &&
             (is_core(head.column) || head.column == Column::agency ||
              head.column == Column::project);
    }
  }
  return false;
}

}  // namespace jiheng::intake
