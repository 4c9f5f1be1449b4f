#pragma once

#include <string>
#include <string_view>

namespace jiheng::document {

/// Text of a web page with its character references replaced.
///
/// Shape   numbers of any size; the names of HTML 4 and the signs of comparison and punctuation
///         that later versions name. A name that may stand without its semicolon ("&nbsp") is known
///         without it. What is no reference stays as written; a number that is no character gives
///         U+FFFD.
/// Source  HTML Living Standard, 13.2.5.72 to 13.2.5.80 and 13.5.
[[nodiscard]] std::string with_references_replaced(std::string_view raw);

}  // namespace jiheng::document
