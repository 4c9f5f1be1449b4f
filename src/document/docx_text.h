#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace jiheng::document {

/// What stands in a paragraph, a cell or a text box.
///
/// Shape   paragraphs and line breaks are joined by "\n", without blank lines. Tables inside are
///         only listed, in reading order: their text is not in `text`.
struct DocxText {
  std::string text{};
  std::vector<pugi::xml_node> tables{};
};

/// What an element of a document is to a reader of its text.
enum class DocxPart : std::uint8_t {
  passed_over,  // deleted text, properties, field instructions, notes: nothing of it is shown
  container,    // only what stands inside counts
  alternatives,
  paragraph,
  run,
  text,
  tab,
  line_break,
  hyphen,
  table,
};

[[nodiscard]] DocxPart docx_part(const pugi::xml_node& element);

/// Elements deeper than this are refused: no editor writes them, and each level takes stack.
inline constexpr int kDocxDepth = 400;

/// The text under an element, as the document shows it: inserted text, links, fields' results,
/// text boxes and formulas are kept; deleted and hidden text is not.
///
/// `depth` is how deep the element stands.
/// Errors  invalid_input `document.broken` beyond kDocxDepth.
[[nodiscard]] Result<DocxText> gather_docx_text(const pugi::xml_node& element, int depth);

/// The one of the alternatives that is shown: the first choice, else the fallback.
[[nodiscard]] pugi::xml_node chosen_alternative(const pugi::xml_node& alternatives);

/// Names without prefix: `w:tbl` is `tbl`, whatever the document calls its name space.
[[nodiscard]] std::string_view docx_name(const char* qualified);
[[nodiscard]] pugi::xml_node docx_child(const pugi::xml_node& element, std::string_view name);

/// The attribute `w:val` of a child; empty when there is none.
[[nodiscard]] std::string_view docx_value(const pugi::xml_node& properties, std::string_view name);

/// True for a switch that is there and not turned off (`w:val="0"`).
[[nodiscard]] bool docx_switch(const pugi::xml_node& properties, std::string_view name);

[[nodiscard]] tl::unexpected<Error> too_deep_docx();

}  // namespace jiheng::document
