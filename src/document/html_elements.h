#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/html_tags.h"

namespace jiheng::document {

/// What an element does to the page. The parts of a table are in the order in which the later
/// encloses the earlier.
enum class HtmlRole : std::uint8_t { inline_text, cell, row, group, table, block, line_break };

[[nodiscard]] HtmlRole html_role(std::string_view name);

/// True when the start tag that `tags` stands at hides what follows: an element that is never
/// shown, the attribute `hidden`, or `display:none` in its own style.
[[nodiscard]] bool is_hidden_html(const HtmlTags& tags);

/// How many columns or rows (`colspan`, `rowspan`) the cell reaches over, 1 where it does not say.
/// Read as browsers do: blanks before the number, anything behind it. Not yet cut to any limit.
[[nodiscard]] int html_span(const HtmlTags& tags, std::string_view name);

/// A hidden element whose end has not come.
///
/// Its end may be left out, as with any cell, row or paragraph: what would end it then does.
class HiddenHtml {
 public:
  explicit HiddenHtml(std::string name);

  /// True when the start tag stands behind the hidden element.
  [[nodiscard]] bool ends_before_start(std::string_view name);

  /// True when the end tag ends an element around the hidden one.
  [[nodiscard]] bool ends_before_end(std::string_view name);

  [[nodiscard]] bool has_ended() const {
    return open_ == 0;
  }

 private:
  std::string name_;
  HtmlRole role_;
  std::size_t open_{1};   // elements of this name
  std::size_t tables_{};  // inside it
};

}  // namespace jiheng::document
