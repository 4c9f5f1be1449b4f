#pragma once

#include <string>
#include <vector>

namespace jiheng::test {

/// A PDF of these objects, numbered from 1; the first is the catalogue.
[[nodiscard]] std::string pdf_of(const std::vector<std::string>& objects);

/// Pages with lines of text: "page 1 line 1", …
[[nodiscard]] std::string pdf_of_lines(int pages, int lines);

/// One small page that draws a form that draws another ten times, and so on: more text than
/// anybody waits for.
[[nodiscard]] std::string pdf_without_end();

/// A page tree whose node is its own child.
[[nodiscard]] std::string pdf_in_a_loop();

/// Its text is behind a password.
[[nodiscard]] std::string pdf_behind_a_password();

}  // namespace jiheng::test
