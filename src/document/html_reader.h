#pragma once

#include "document/readers.h"

namespace jiheng::document {

/// A web page, whatever its name: also the kind that spreadsheets and web systems save as ".xls".
/// Known by its first tag; a text that merely holds "<" is none. Gives what a browser shows.
///
/// Shape   one sheet, a grid, rows in reading order, as docx_reader gives it. Head rows are those
/// of
///         `thead`. Scripts, styles, comments and hidden elements (`hidden`, `display:none` in
///         the element itself) are left out. Decoded by BOM, by the page's own `charset`, by guess.
/// Errors  invalid_input `document.not_text`, `document.empty`, `document.broken` (tables nested
///         too deep), `document.too_large`, `document.too_many_cells`, `document.too_many_rows`.
/// Source  HTML Living Standard. Tags are read in one pass without a tree, which no page can make
///         slow: tree builders take time that grows with the square of the depth.
extern const Reader html_reader;

}  // namespace jiheng::document
