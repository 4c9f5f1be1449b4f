#include "document/grid.h"

#include <algorithm>

namespace jiheng::document {
namespace {

/// What looking at one covered cell costs: overlapping ranges, which no program writes, could make
/// few cells a long work.
constexpr std::size_t kVisit = 64;

int number_of(const Row& row) {
  return row.place.row;
}

void trim_empty(Row& row) {
  while (!row.cells.empty() && row.cells.back().text.empty()) {
    row.cells.pop_back();
  }
}

Merged how_merged(const CellRange& range, int row, std::size_t column) {
  if (column > range.first_column) {
    return Merged::beside;
  }
  return row > range.first_row ? Merged::below : Merged::first;
}

/// The cells of `later` over those of `earlier`.
void join(Row& earlier, Row& later) {
  if (earlier.cells.size() < later.cells.size()) {
    earlier.cells.resize(later.cells.size());
  }
  for (std::size_t i = 0; i < later.cells.size(); ++i) {
    if (!later.cells[i].text.empty()) {
      earlier.cells[i] = std::move(later.cells[i]);
    }
  }
}

}  // namespace

Result<void> CellBudget::take(std::size_t bytes) {
  if (bytes > left_) {
    return fail(ErrorCode::invalid_input, {"document.too_large", {std::to_string(limit_ >> 20U)}});
  }
  left_ -= bytes;
  return {};
}

Grid::Grid(std::string name, const Limits& limits, CellBudget& budget)
    : name_(std::move(name)), limits_(limits), budget_(budget) {}

void Grid::begin_row(const RowStart& start) {
  row_ = Row{.place = {.row = start.number, .sheet = name_}, .cells = {}, .head = start.head};
  row_.cells.reserve(rows_.empty() ? 0 : rows_.back().cells.size());
  row_hidden_ = start.hidden;
}

Result<void> Grid::put(std::size_t column, std::string text) {
  if (trim(text).empty()) {
    return {};
  }
  if (column >= limits_.cells_per_row) {
    return fail(ErrorCode::invalid_input,
                {"document.too_many_cells", {std::to_string(limits_.cells_per_row)}},
                to_string(row_.place));
  }
  JH_TRY_DO(budget_.take(text.size()));
  if (column >= row_.cells.size()) {
    row_.cells.resize(column + 1);
  }
  row_.cells[column].text = std::move(text);
  return {};
}

Result<void> Grid::end_row() {
  return end_row_repeated(0);
}

Result<void> Grid::end_row_repeated(int copies) {
  if (!row_has_text()) {
    return {};
  }
  for (int i = 0; i < copies; ++i) {
    JH_TRY_DO(keep(row_));
    for (const auto& cell : row_.cells) {
      JH_TRY_DO(budget_.take(cell.text.size()));
    }
    ++row_.place.row;
  }
  return keep(std::move(row_));
}

Result<void> Grid::keep(Row row) {
  if (rows_.size() == limits_.rows) {
    return fail(ErrorCode::invalid_input,
                {"document.too_many_rows", {std::to_string(limits_.rows)}}, name_);
  }
  JH_TRY_DO(budget_.take(sizeof(Row) + name_.size() + row.cells.size() * sizeof(Cell)));
  if (row_hidden_) {
    hidden_rows_.push_back(row.place.row);
  }
  rows_.push_back(std::move(row));
  return {};
}

Result<void> Grid::merge(const CellRange& range) {
  JH_TRY_DO(budget_.take(sizeof(range)));
  if (range.first_row < range.last_row || range.first_column < range.last_column) {
    merged_.push_back(range);
  }
  return {};
}

void Grid::hide_columns(std::size_t first, std::size_t last) {
  if (first > last || first >= limits_.cells_per_row) {
    return;
  }
  hidden_columns_.resize(limits_.cells_per_row + 1);
  ++hidden_columns_[first];
  --hidden_columns_[std::min(last + 1, limits_.cells_per_row)];
}

Result<Sheet> Grid::finish(std::vector<Notice>& notices) {
  order_rows();
  std::size_t width = 0;
  for (const auto& row : rows_) {
    width = std::max(width, row.cells.size());
  }
  note(notices, "sheet.hidden_rows", count_hidden_rows());
  note(notices, "sheet.hidden_columns", count_hidden_columns(width));
  for (const auto& range : merged_) {
    JH_TRY_DO(fill(range, width));
  }
  std::ranges::for_each(rows_, trim_empty);
  std::erase_if(rows_, [](const Row& row) { return row.cells.empty(); });
  return Sheet{.name = name_, .layout = Layout::grid, .rows = std::move(rows_)};
}

void Grid::order_rows() {
  std::ranges::stable_sort(rows_, {}, number_of);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < rows_.size(); ++i) {
    if (number_of(rows_[i]) == number_of(rows_[kept])) {
      join(rows_[kept], rows_[i]);
    } else if (++kept != i) {
      rows_[kept] = std::move(rows_[i]);
    }
  }
  rows_.resize(std::min(rows_.size(), kept + 1));
}

Result<void> Grid::fill(const CellRange& range, std::size_t width) {
  auto row = std::ranges::lower_bound(rows_, range.first_row, {}, number_of);
  const auto last = std::min(range.last_column + 1, width);
  if (row == rows_.end() || range.first_column >= last) {
    return {};
  }
  std::string text;
  if (number_of(*row) == range.first_row && range.first_column < row->cells.size()) {
    text = row->cells[range.first_column].text;
  }
  for (; row != rows_.end() && number_of(*row) <= range.last_row; ++row) {
    const auto grown = last > row->cells.size() ? last - row->cells.size() : 0;
    JH_TRY_DO(
        budget_.take(grown * sizeof(Cell) + (last - range.first_column) * (kVisit + text.size())));
    row->cells.resize(row->cells.size() + grown);
    for (auto column = range.first_column; column < last; ++column) {
      auto& cell = row->cells[column];
      cell.text = text;
      cell.merged = how_merged(range, number_of(*row), column);
    }
  }
  return {};
}

std::size_t Grid::count_hidden_rows() {
  std::ranges::sort(hidden_rows_);
  // Not std::ranges::unique: the range it gives is beyond clang 14.
  const auto end = std::unique(hidden_rows_.begin(), hidden_rows_.end());
  return static_cast<std::size_t>(end - hidden_rows_.begin());
}

std::size_t Grid::count_hidden_columns(std::size_t width) const {
  std::vector<bool> used(hidden_columns_.empty() ? 0 : width);
  for (const auto& row : rows_) {
    for (std::size_t column = 0; column < row.cells.size() && !used.empty(); ++column) {
      used[column] = used[column] || !row.cells[column].text.empty();
    }
  }
  int hidden = 0;
  std::size_t count = 0;
  for (std::size_t column = 0; column < used.size(); ++column) {
    hidden += hidden_columns_[column];
    count += hidden > 0 && used[column] ? 1 : 0;
  }
  return count;
}

void Grid::note(std::vector<Notice>& notices, std::string key, std::size_t count) const {
  if (count > 0) {
    notices.push_back({{std::move(key), {std::to_string(count), name_}}, {.sheet = name_}});
  }
}

}  // namespace jiheng::document
