#include "packs/plain_texts.h"

#include <algorithm>

#include "base/text.h"

namespace jiheng::packs {
namespace {

constexpr std::string_view kFence = "'''";

/// What stands behind a backslash; 0 for escapes that no sentence of ours needs.
char unescaped(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case 'n':
      return '\n';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

bool is_control(char c) {
  return (c >= 0 && c < ' ' && c != '\t') || c == 0x7F;
}

class PlainReader {
 public:
  explicit PlainReader(std::string_view bytes) : rest_(bytes) {}

  std::optional<std::vector<PlainText>> read() {
    std::vector<PlainText> texts;
    for (; !rest_.empty(); end_line()) {
      if (rest_.front() == '\n') {
        continue;
      }
      if (rest_.front() == '#') {
        take_comment();
      } else if (!take_sentence(texts)) {
        return std::nullopt;
      }
      if (failed_ || (!rest_.empty() && rest_.front() != '\n')) {
        return std::nullopt;
      }
    }
    return texts;
  }

 private:
  void end_line() {
    if (!rest_.empty()) {
      rest_.remove_prefix(1);
      ++line_;
    }
  }

  void take_comment() {
    const auto comment = rest_.substr(0, std::min(rest_.find('\n'), rest_.size()));
    failed_ = std::ranges::any_of(comment, is_control);
    rest_.remove_prefix(comment.size());
  }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) {
      return false;
    }
    rest_.remove_prefix(word.size());
    return true;
  }

  bool take_sentence(std::vector<PlainText>& texts) {
    PlainText text{.key = {}, .text = {}, .line = line_};
    if (!take_quoted(text.key) || !take(" = ")) {
      return false;
    }
    if (!(take(kFence) ? take_fenced(text.text) : take_quoted(text.text))) {
      return false;
    }
    texts.push_back(std::move(text));
    return true;
  }

  bool take_quoted(std::string& into) {
    if (!take("\"") || rest_.starts_with("\"\"")) {
      return false;
    }
    while (!rest_.empty()) {
      const auto plain = std::min(rest_.find_first_of("\"\\\n"), rest_.size());
      const auto part = rest_.substr(0, plain);
      if (std::ranges::any_of(part, is_control)) {
        return false;
      }
      into += part;
      rest_.remove_prefix(plain);
      if (take("\"")) {
        return true;
      }
      const char escaped = rest_.size() > 1 && rest_[0] == '\\' ? unescaped(rest_[1]) : '\0';
      if (escaped == 0) {
        return false;
      }
      into += escaped;
      rest_.remove_prefix(2);
    }
    return false;
  }

  bool take_fenced(std::string& into) {
    // The line break right behind the fence is none of the text.
    if (!take("\n")) {
      return false;
    }
    ++line_;
    const auto end = rest_.find(kFence);
    if (end == std::string_view::npos || rest_.substr(end + kFence.size()).starts_with('\'')) {
      return false;
    }
    into = rest_.substr(0, end);
    line_ += static_cast<std::size_t>(std::ranges::count(into, '\n'));
    rest_.remove_prefix(end + kFence.size());
    return std::ranges::none_of(into, [](char c) { return c != '\n' && is_control(c); });
  }

  std::string_view rest_;
  std::size_t line_{1};
  bool failed_{};
};

}  // namespace

std::optional<std::vector<PlainText>> plain_texts(std::string_view bytes) {
  return is_utf8(bytes) ? PlainReader(bytes).read() : std::nullopt;
}

}  // namespace jiheng::packs
