#pragma once

#include <string_view>

#include "document/document.h"

namespace jiheng::document {

/// The mark of a PDF within the first kilobyte, as other readers allow.
[[nodiscard]] bool recognises_pdf(std::string_view bytes);

/// The tables and lines of all pages as one sheet.
///
/// Errors  invalid_input: those of `PdfPages::open`; `document.too_many_pages`; `document.broken`
///         (where: "p1") when no page can be read. A page that cannot, among others, is left out
///         with the notice `pdf.page_broken`; pages without any text are told by `pdf.scanned`.
[[nodiscard]] Result<Content> read_pdf(std::string_view bytes, const Limits& limits);

}  // namespace jiheng::document
