#pragma once

#include "document/readers.h"

namespace jiheng::document {

/// A Word document: a ZIP container with a part of Word's in it. Gives its main text.
///
/// Shape   one sheet, a grid, rows in reading order. A paragraph outside tables is a row of one
///         cell for each of its lines, place {table 0, row = which paragraph}. The n-th table has
///         the places {table n, row}; a nested table stands behind the row that holds it. Head
///         rows are those of `tblHeader`. Headers, footers, notes and comments are left out, and
///         so is what Word does not show: deleted and hidden text, deleted rows.
/// Errors  invalid_input `document.broken`, `document.encrypted`, `document.empty`,
///         `document.too_large`, `document.too_many_cells`, `document.too_many_rows`.
/// Source  ECMA-376 part 1, 17.3 (text), 17.4 (tables).
extern const Reader docx_reader;

}  // namespace jiheng::document
