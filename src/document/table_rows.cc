#include "document/table_rows.h"

#include <iterator>

namespace jiheng::document {
namespace {

tl::unexpected<Error> too_many_rows(std::size_t limit) {
  return fail(ErrorCode::invalid_input, {"document.too_many_rows", {std::to_string(limit)}});
}

void move_to(std::vector<Row>& rows, std::vector<Row>& from) {
  rows.insert(rows.end(), std::make_move_iterator(from.begin()),
              std::make_move_iterator(from.end()));
}

}  // namespace

TableRows::TableRows(int number, const Limits& limits, CellBudget& budget)
    : number_(number), most_rows_(limits.rows), grid_({}, limits, budget) {}

Result<void> TableRows::begin_row(bool head) {
  JH_TRY_DO(grid_.end_row());
  // Rows without text cost nothing in the grid, but their number has to stay a number.
  if (static_cast<std::size_t>(row_) == most_rows_) {
    return too_many_rows(most_rows_);
  }
  grid_.begin_row({.number = ++row_, .head = head});
  return {};
}

Result<void> TableRows::put(std::size_t column, std::string text) {
  return grid_.put(column, std::move(text));
}

void TableRows::add_nested(std::vector<Row> rows) {
  move_to(nested_[row_], rows);
}

Result<std::vector<Row>> TableRows::finish() {
  JH_TRY_DO(grid_.end_row());
  std::vector<Notice> none;  // text documents hide no rows: readers pass over what is not shown
  JH_TRY(auto sheet, grid_.finish(none));
  std::vector<Row> rows;
  auto nested = nested_.begin();
  for (auto& row : sheet.rows) {
    for (; nested != nested_.end() && nested->first < row.place.row; ++nested) {
      move_to(rows, nested->second);
    }
    row.place.table = number_;
    rows.push_back(std::move(row));
  }
  for (; nested != nested_.end(); ++nested) {
    move_to(rows, nested->second);
  }
  return rows;
}

Result<void> TextSheet::add(Row row) {
  if (sheet_.rows.size() == limits_.rows) {
    return too_many_rows(limits_.rows);
  }
  sheet_.rows.push_back(std::move(row));
  return {};
}

Result<void> TextSheet::add_paragraph(std::string_view text) {
  if (trim(text).empty()) {
    return {};
  }
  ++paragraphs_;
  for (const auto line : split(text, '\n')) {
    if (!trim(line).empty()) {
      JH_TRY_DO(add({.place = {.row = paragraphs_}, .cells = {{.text = std::string(trim(line))}}}));
    }
  }
  return {};
}

Result<void> TextSheet::add_table(std::vector<Row> rows) {
  for (auto& row : rows) {
    JH_TRY_DO(add(std::move(row)));
  }
  return {};
}

Result<Content> TextSheet::finish() {
  if (sheet_.rows.empty()) {
    return fail(ErrorCode::invalid_input, {"document.empty", {}});
  }
  Content content;
  content.sheets.push_back(std::move(sheet_));
  return content;
}

}  // namespace jiheng::document
