#pragma once

#include "document/readers.h"

namespace jiheng::document {

/// ODS spreadsheets and their templates.
///
/// Shape   as XLSX: one sheet (Layout::grid) for each table that is shown and holds text; hidden
///         rows are read, hidden tables are not, each with its notice.
/// Errors  invalid_input `document.broken`, `document.encrypted`, `document.empty` where no table
///         is left to read, those of Zip and OdsTableReader.
/// Source  OASIS OpenDocument 1.3, part 2 (packages) and part 3, 9 (tables).
extern const Reader ods_reader;

}  // namespace jiheng::document
