#pragma once

#include "document/readers.h"

namespace jiheng::document {

/// A workbook of Excel 97 to 2003, and any OLE file that is encrypted or broken: it says so.
///
/// Shape   one sheet a worksheet that holds text, a grid with the rows and columns of the
///         worksheet. Cells read as they are shown: numbers and days by their number format. Head
///         rows are the print titles. Hidden worksheets are left out and said in the notices
///         (`sheet.hidden_sheet`), hidden rows and columns are read and said.
/// Errors  invalid_input `document.broken`, `document.encrypted`, `document.too_old` (Excel 95 and
///         before), `document.empty`, `document.too_large`, `document.too_many_cells`,
///         `document.too_many_rows`.
/// Source  [MS-XLS], [MS-CFB].
extern const Reader xls_reader;

}  // namespace jiheng::document
