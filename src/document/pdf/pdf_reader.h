#pragma once

#include "document/readers.h"

namespace jiheng::document {

/// PDF: the tables and lines of all pages as one sheet.
///
/// Errors  invalid_input: those of `PdfPages::open`; `document.too_many_pages`; `document.broken`
///         (where: "p1") when no page can be read. A page that cannot, among others, is left out
///         with the notice `pdf.page_broken`, one that was read in part has `pdf.page_damaged`;
///         `pdf.cut_off` and `pdf.repaired` tell of a file that was put together from what is left
///         of it; pages without any text are told by `pdf.scanned`.
extern const Reader pdf_reader;

/// A file of pictures (PNG, JPEG, TIFF, GIF, BMP): a page each, all of them scans.
///
/// Errors  those of `pdf_reader`.
extern const Reader picture_reader;

}  // namespace jiheng::document
