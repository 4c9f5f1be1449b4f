#pragma once

#include <string_view>

#include "document/biff_records.h"
#include "document/grid.h"
#include "document/xls_workbook.h"

namespace jiheng::document {

/// Puts the cells of a worksheet, as they are shown, into `grid`.
///
/// `records` stand where the worksheet begins; they are read to its end.
/// Errors  invalid_input `document.broken`, and those of Grid.
/// Source  [MS-XLS] 2.1.7.20.5 (worksheet substream).
[[nodiscard]] Result<void> read_xls_sheet(const XlsWorkbook& workbook, const XlsSheetEntry& sheet,
                                          BiffRecords& records, Grid& grid);

}  // namespace jiheng::document
