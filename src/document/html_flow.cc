#include "document/html_flow.h"

#include <utility>

namespace jiheng::document {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_collapsible(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

void HtmlFlow::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_collapsible(text[at])) {
      blank_ = true;
      continue;
    }
    if (blank_ && !at_line_start()) {
      text_ += ' ';
    }
    blank_ = false;
    if (text.substr(at).starts_with(kNoBreakSpace)) {
      text_.append(at_line_start() ? 0 : 1, ' ');
      ++at;
    } else {
      text_ += text[at];
    }
  }
}

void HtmlFlow::add_as_written(std::string_view text) {
  blank_ = false;
  for (const char c : text) {
    if (c == '\n') {
      break_line();
    } else if (c != '\r') {
      text_ += c;
    }
  }
}

void HtmlFlow::break_line() {
  blank_ = false;
  while (text_.ends_with(' ')) {
    text_.pop_back();
  }
  if (!at_line_start()) {
    text_ += '\n';
  }
}

std::string HtmlFlow::take() {
  break_line();
  if (!text_.empty()) {
    text_.pop_back();
  }
  return std::exchange(text_, {});
}

}  // namespace jiheng::document
