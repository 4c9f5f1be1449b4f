#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "domain/indicator.h"
#include "report/workbook.h"

namespace jiheng::report {

/// The columns of 表11, their heads and widths in characters.
struct Table11Column {
  std::string_view head;
  double width;
};

inline constexpr std::array<Table11Column, 8> kTable11Columns{{{"单位名称", 16},
                                                               {"项目名称", 30},
                                                               {"一级指标", 10},
                                                               {"二级指标", 12},
                                                               {"三级指标", 34},
                                                               {"计算符号", 9},
                                                               {"指标值", 20},
                                                               {"计量单位", 12}}};

/// A place in the sheet, from 0.
struct CellPlace {
  unsigned line{};
  unsigned column{};
};

/// Rows above the first indicator: 表11, the title, two rows of heads.
inline constexpr unsigned kTable11HeadRows = 4;

/// Where a finding's field stands in the sheet.
[[nodiscard]] unsigned table11_column(Column column);

using Table11Cells = std::array<std::string, kTable11Columns.size()>;

/// The eight cells of a row as the form prints them.
[[nodiscard]] Table11Cells table11_cells(const Indicator& row);

/// The same as the document holds them, untouched. A merged cell's text stands in every row it
/// covers. Of a row that was edited since (`edited`), cells that say something else now.
[[nodiscard]] Table11Cells filed_table11_cells(const Indicator& row, bool edited);

/// Draws the form into an empty sheet, page setup included.
void draw_table11(Workbook& workbook, lxw_worksheet* sheet, std::string_view title,
                  std::span<const Table11Cells> rows);

/// A cell below the head as the form prints it: the target as a number where it is one, over `fill`
/// (0xRRGGBB; 0 is none).
void draw_table11_cell(Workbook& workbook, lxw_worksheet* sheet, CellPlace place,
                       const std::string& cell, unsigned fill = 0);

}  // namespace jiheng::report
