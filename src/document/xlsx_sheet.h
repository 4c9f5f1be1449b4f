#pragma once

#include <string>
#include <vector>

#include "document/grid.h"
#include "document/xlsx_workbook.h"

namespace jiheng::document {

/// Reads one worksheet into a sheet; adds to `notices` those of Grid::finish and
/// `sheet.formula_without_value` (args: how many, the sheet), for formulas nobody has calculated.
///
/// Errors  invalid_input `document.broken` (where: the part) and those of Grid.
/// Source  ECMA-376 part 1, 18.3 (worksheets).
class XlsxSheetReader {
 public:
  XlsxSheetReader(const Workbook& workbook, const Limits& limits)
      : workbook_(workbook), limits_(limits), budget_(limits) {}

  [[nodiscard]] Result<Sheet> read(const WorkbookSheet& sheet, std::string_view xml,
                                   std::vector<Notice>& notices);

 private:
  const Workbook& workbook_;
  const Limits& limits_;
  CellBudget budget_;  // one for all sheets of the workbook
};

}  // namespace jiheng::document
