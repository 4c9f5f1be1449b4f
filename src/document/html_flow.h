#pragma once

#include <string>
#include <string_view>

namespace jiheng::document {

/// Text as a browser lays it out: blanks and line ends of the source are one blank, and none at
/// the ends of a line. Lines are joined by "\n"; there are no empty ones.
class HtmlFlow {
 public:
  /// A no-break space counts as a character here, and comes out as a common blank.
  void add(std::string_view text);

  /// Text whose own line ends and blanks are kept, as in `pre`.
  void add_as_written(std::string_view text);

  void break_line();

  /// What was added since the last call.
  [[nodiscard]] std::string take();

 private:
  [[nodiscard]] bool at_line_start() const {
    return text_.empty() || text_.back() == '\n';
  }

  std::string text_;
  bool blank_{};  // one is due before the next character
};

}  // namespace jiheng::document
