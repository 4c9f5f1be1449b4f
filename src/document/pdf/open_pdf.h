#pragma once

#include <mupdf/fitz.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/pdf/content_font.h"
#include "document/pdf/pdf_pages.h"

namespace jiheng::document {

/// A PDF as MuPDF holds it. MuPDF leaves its calls by longjmp, which runs no destructors: only
/// plain values may live between fz_try and fz_catch.
struct PdfPages::State {
  fz_context* context{};
  fz_stream* stream{};
  fz_document* document{};
  int count{};
  std::string format{"PDF"};  // what people call it: PDF, PNG, …
  std::size_t unknown{};
  std::size_t damages{};                  // how often a stream was found damaged
  bool ends{true};                        // false where the end of a PDF is missing
  std::unique_ptr<ContentFonts> fonts{};  // of a PDF

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  /// Errors  those of `PdfPages::open`.
  [[nodiscard]] Result<void> open(std::string_view bytes);
};

}  // namespace jiheng::document
