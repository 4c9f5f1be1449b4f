#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/pages/page.h"
#include "document/scan/picture.h"

namespace jiheng::document {

/// A PDF, or a file of pictures (PNG, JPEG, TIFF …), opened for reading what stands on its pages,
/// or for their pictures.
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

  /// Page `number` as a picture, upright as `page` gives it (page_picture.cc).
  ///
  /// Shape   PNG, RGB on white, `width` pixels wide and as high as the page is in proportion; less
  ///         wide where that would be more than 10,000 pixels high.
  /// Errors  invalid_input `document.broken`, where: "p3".
  [[nodiscard]] Result<std::string> picture(int number, int width);

  /// The page `read`, which `page` gave, as a reader of scans looks at it: grey, upright, without
  /// seals, `width` pixels wide (page_picture.cc).
  ///
  /// Errors  invalid_input `document.broken`, where: "p3".
  [[nodiscard]] Result<GrayPicture> gray(const Page& read, int width);

  /// How many glyphs so far had no character the file names; they read U+FFFD.
  [[nodiscard]] std::size_t unknown_glyphs() const;

  /// How often something on the pages read so far was damaged: what is left of it was read.
  [[nodiscard]] std::size_t damages() const;

  /// Whether the index of a PDF was so damaged that it had to be made anew from what the file
  /// holds, and whether the file is cut off, besides.
  [[nodiscard]] bool is_repaired() const;
  [[nodiscard]] bool is_cut_off() const;

  struct State;  // MuPDF's own, open_pdf.h

 private:
  explicit PdfPages(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jiheng::document
