#pragma once

#include "document/document.h"

namespace jiheng::document {

/// Running text: one row a line, one cell a row. Where a line splits is a matter of meaning.
/// Errors  invalid_input `document.line_too_long`.
[[nodiscard]] Result<Sheet> read_text(std::string_view text, const Limits& limits);

/// Each line with its number from 1; line ends \n, \r\n and \r; form feeds end a line and begin a
/// page without a line of their own.
struct Line {
  std::string_view text;
  bool page_start{};
};

[[nodiscard]] std::vector<Line> lines_of(std::string_view text);

}  // namespace jiheng::document
