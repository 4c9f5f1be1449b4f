#include "document/html_table.h"

#include <algorithm>

namespace jiheng::document {
namespace {

/// The widest and highest cell a browser lays out.
constexpr int kMostColumns = 1000;
constexpr int kMostRows = 65534;
/// What a column that a cell covers costs: many wide cells without text are long work as well.
constexpr std::size_t kColumnCost = 16;

}  // namespace

HtmlTable::HtmlTable(int number, const Limits& limits, CellBudget& budget)
    : rows_(number, limits, budget), budget_(budget), most_columns_(limits.cells_per_row) {}

Result<void> HtmlTable::begin_group(bool head) {
  JH_TRY_DO(end_group());
  head_ = head;
  return {};
}

Result<void> HtmlTable::begin_row() {
  column_ = 0;
  return rows_.begin_row(head_);
}

Result<std::size_t> HtmlTable::place(const HtmlSpan& span) {
  const auto start = column_;
  while (column_ < covered_.size() && covered_[column_] >= rows_.row()) {
    ++column_;
  }
  const auto column = column_;
  const auto columns = static_cast<std::size_t>(std::clamp(span.columns, 1, kMostColumns));
  column_ = std::min(column + columns, std::max(most_columns_, column + 1));
  JH_TRY_DO(budget_.take((column_ - start - 1) * kColumnCost));
  const auto rows = span.rows == 0 ? kMostRows : std::clamp(span.rows, 1, kMostRows);
  const CellRange range{.first_row = rows_.row(),
                        .last_row = rows_.row() + rows - 1,
                        .first_column = column,
                        .last_column = column_ - 1};
  if (rows > 1 || range.last_column > column) {
    of_group_.push_back(range);
  }
  if (rows > 1) {
    covered_.resize(std::max(covered_.size(), column_));
    const auto first = covered_.begin() + static_cast<std::ptrdiff_t>(column);
    std::fill_n(first, column_ - column, range.last_row);
  }
  return column;
}

Result<void> HtmlTable::end_group() {
  for (auto& range : of_group_) {
    range.last_row = std::min(range.last_row, rows_.row());
    JH_TRY_DO(rows_.merge(range));
  }
  of_group_.clear();
  covered_.clear();
  return {};
}

Result<std::vector<Row>> HtmlTable::finish() {
  JH_TRY_DO(end_group());
  return rows_.finish();
}

}  // namespace jiheng::document
