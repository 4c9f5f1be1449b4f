#pragma once

#include "document/readers.h"

namespace jiheng::document {

/// XLSX, XLSM and their templates, transitional and strict.
///
/// Shape   one sheet (Layout::grid) for each worksheet that is shown and holds text, in the order
///         of the workbook; hidden rows are read, hidden sheets are not, and a notice says so
///         (`sheet.hidden_sheet`, args: the sheet). An encrypted workbook is no ZIP file and not
///         recognised here.
/// Errors  invalid_input `document.empty` where no sheet is left to read, those of read_workbook
///         and XlsxSheetReader.
extern const Reader xlsx_reader;

}  // namespace jiheng::document
