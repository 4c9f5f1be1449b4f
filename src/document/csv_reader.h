#pragma once

#include "document/document.h"

namespace jiheng::document {

/// Records of separated values.
///
/// Shape   RFC 4180 with what spreadsheets write: quotes around cells, doubled inside, line ends
///         inside quotes. A quote in the middle of a bare cell stands for itself. A row's place is
///         its first line. A quote that is never closed is taken for a character, from its line on,
///         and said in `notices` (`csv.quote_open`): the rows behind it are not swallowed.
/// Errors  invalid_input `document.line_too_long`, `document.too_many_cells`.
[[nodiscard]] Result<Sheet> read_separated(std::string_view text, char separator,
                                           const Limits& limits, std::vector<Notice>& notices);

/// The separator the text is written with, or nothing when it is running text: most lines of the
/// beginning hold the same separator, outside quotes, about equally often; or, in two columns, a
/// head and then figures alone stand behind it.
[[nodiscard]] std::optional<char> find_separator(std::string_view text);

}  // namespace jiheng::document
