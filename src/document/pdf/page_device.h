#pragma once

#include <mupdf/fitz.h>

#include "document/pdf/page_marks.h"

namespace jiheng::document {

/// Has MuPDF run the content of a page, which `placed` puts in place, and takes down what it draws:
/// any page of any format MuPDF opens, at the price of all it does for it. Gives whether it could
/// be read.
[[nodiscard]] bool run_device(fz_context* context, fz_page* page, const fz_matrix& placed,
                              PageMarks& marks);

}  // namespace jiheng::document
