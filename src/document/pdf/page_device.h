#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/pages/page.h"

namespace jiheng::document {

/// A PDF opened for reading what stands on its pages; nothing is rendered.
///
/// The bytes must outlive it. One thread at a time.
class PdfPages {
 public:
  /// Errors  invalid_input: `document.broken`, `document.encrypted` (a password is needed).
  [[nodiscard]] static Result<PdfPages> open(std::string_view bytes);

  PdfPages(PdfPages&&) noexcept;
  PdfPages& operator=(PdfPages&&) noexcept;
  ~PdfPages();

  [[nodiscard]] int count() const;

  /// Page `number` (from 1): its glyphs and rules, turned upright when most of its text runs up or
  /// down the page.
  /// Errors  invalid_input `document.broken`, where: "p3".
  [[nodiscard]] Result<Page> page(int number);

  /// How many glyphs so far had no character the file names; they read U+FFFD.
  [[nodiscard]] std::size_t unknown_glyphs() const;

 private:
  struct State;
  explicit PdfPages(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jiheng::document
