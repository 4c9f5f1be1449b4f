#include "document/text_reader.h"

namespace jiheng::document {

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    Line line{.text = text.substr(at, end - at)};
    while (line.text.starts_with('\f')) {
      line.text.remove_prefix(1);
      line.page_start = true;
    }
    lines.push_back(line);
    at = end;
    if (at < text.size()) {
      at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    }
  }
  return lines;
}

Result<Sheet> read_text(std::string_view text, const Limits& limits) {
  Sheet sheet{.layout = Layout::running_text};
  int number = 0;
  bool page_start = false;
  for (const auto& line : lines_of(text)) {
    ++number;
    page_start = page_start || line.page_start;
    if (line.text.size() > limits.line_bytes) {
      return fail(ErrorCode::invalid_input,
                  {"document.line_too_long",
                   {std::to_string(line.text.size()), std::to_string(limits.line_bytes)}},
                  "line " + std::to_string(number));
    }
    if (line.text.find_first_not_of(" \t") == std::string_view::npos) {
      continue;
    }
    sheet.rows.push_back({.place = {.line = number, .last_line = number},
                          .cells = {{.text = std::string(line.text)}},
                          .page_start = page_start});
    page_start = false;
  }
  return sheet;
}

}  // namespace jiheng::document
