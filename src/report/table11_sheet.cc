#include "report/table11_sheet.h"

#include <algorithm>

#include "base/text.h"

namespace jiheng::report {
namespace {

constexpr int kTextSize = 10;
constexpr int kTitleSize = 16;
constexpr unsigned kLastColumn = 7;
constexpr std::uint8_t kA4 = 9;

constexpr CellStyle kHead{.bold = true, .border = true, .wrap = true, .centre = true};
constexpr CellStyle kWords{.border = true, .wrap = true};
constexpr CellStyle kCentred{.border = true, .wrap = true, .centre = true};
constexpr CellStyle kNumber{.border = true, .wrap = true, .right = true};

void draw_head(Workbook& workbook, lxw_worksheet* sheet, std::string_view title) {
  workbook.text(sheet, 0, 0, "表11", {.size = kTextSize});
  workbook.merged(sheet, {1, 0, 1, kLastColumn}, title,
                  {.bold = true, .wrap = true, .centre = true, .size = kTitleSize});
  workbook.merged(sheet, {2, 0, 3, 0}, kTable11Columns[0].head, kHead);
  workbook.merged(sheet, {2, 1, 3, 1}, kTable11Columns[1].head, kHead);
  workbook.merged(sheet, {2, 2, 2, kLastColumn}, "绩效指标", kHead);
  for (unsigned column = 2; column <= kLastColumn; ++column) {
    workbook.text(sheet, 3, column, kTable11Columns.at(column).head, kHead);
  }
  double width = 0;
  for (const auto& column : kTable11Columns) {
    width += column.width;
  }
  // The title's type is larger than the columns' by its share of points.
  const auto lines = wrapped_lines(title, width * kTextSize / kTitleSize);
  worksheet_set_row(sheet, 0, row_height(1, kTextSize), nullptr);
  worksheet_set_row(sheet, 1, row_height(lines, kTitleSize) + 6, nullptr);
  worksheet_set_row(sheet, 2, row_height(1, kTextSize), nullptr);
  worksheet_set_row(sheet, 3, row_height(1, kTextSize), nullptr);
}

void set_page(lxw_worksheet* sheet, std::size_t rows) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, kA4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_center_horizontally(sheet);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_repeat_rows(sheet, 0, kTable11HeadRows - 1);
  worksheet_print_area(
      sheet, 0, 0, static_cast<lxw_row_t>(kTable11HeadRows + std::max<std::size_t>(rows, 1) - 1),
      kLastColumn);
  worksheet_set_footer(sheet, "&C第 &P 页 共 &N 页");
  worksheet_freeze_panes(sheet, kTable11HeadRows, 0);
}

}  // namespace

unsigned table11_column(Column column) {
  // The form has the columns of `extract` up to the measure, in their order; a finding about one
  // it does not have (points, score) stands beside the name.
  return column <= Column::measure ? static_cast<unsigned>(column)
                                   : static_cast<unsigned>(Column::name);
}

Table11Cells table11_cells(const Indicator& row) {
  return {row.agency, row.project,
          row.level1, row.level2,
          row.name,   row.comparator ? std::string(sign(*row.comparator)) : std::string(),
          row.target, row.measure};
}

Table11Cells filed_table11_cells(const Indicator& row, bool edited) {
  auto cells = table11_cells(row);
  const auto& filed = row.filed;
  const std::array<const std::string*, 6> untouched{
      &filed.level1, &filed.level2, &filed.name, &filed.comparator, &filed.target, &filed.measure};
  constexpr std::size_t kFirst = 2;       // behind agency and project
  constexpr std::size_t kComparator = 3;  // of the six: from here on one cell may hold several
  const bool has_target =
      !filed.comparator.empty() || !filed.target.empty() || !filed.measure.empty();
  for (std::size_t i = 0; i < untouched.size(); ++i) {
    auto& cell = cells.at(kFirst + i);
    const auto& said = *untouched.at(i);
    const bool same = fold_cell(said) == cell;
    const bool whole = !edited && (i < kComparator ? !said.empty() : has_target);
    cell = same || whole ? said : cell;
  }
  return cells;
}

void draw_table11_cell(Workbook& workbook, lxw_worksheet* sheet, CellPlace place,
                       const std::string& cell, unsigned fill) {
  const auto [line, column] = place;
  const bool target = column == table11_column(Column::target);
  const bool narrow = column == 2 || column == 3 || column == 5 || column == 7;
  auto style = narrow || target ? kCentred : kWords;
  if (target && Decimal::parse(cell)) {
    style = kNumber;
  }
  style.fill = fill;
  target ? workbook.value(sheet, line, column, cell, style)
         : workbook.text(sheet, line, column, cell, style);
}

void draw_table11(Workbook& workbook, lxw_worksheet* sheet, std::string_view title,
                  std::span<const Table11Cells> rows) {
  for (unsigned column = 0; column <= kLastColumn; ++column) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         kTable11Columns.at(column).width, nullptr);
  }
  draw_head(workbook, sheet, title);
  auto line = kTable11HeadRows;
  for (const auto& cells : rows) {
    std::size_t lines = 1;
    for (unsigned column = 0; column <= kLastColumn; ++column) {
      const auto& cell = cells.at(column);
      lines = std::max(lines, wrapped_lines(cell, kTable11Columns.at(column).width));
      draw_table11_cell(workbook, sheet, {line, column}, cell);
    }
    worksheet_set_row(sheet, line, row_height(lines, kTextSize), nullptr);
    ++line;
  }
  set_page(sheet, rows.size());
}

}  // namespace jiheng::report
