#include "document/html_tags.h"

#include <algorithm>
#include <array>

namespace jiheng::document {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

/// Elements whose contents are no text of the page, and are not read as tags either.
constexpr std::array<std::string_view, 9> kOpaque{
    "script", "style", "title", "noscript", "xmp", "iframe", "noembed", "noframes", "textarea"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return small;
}

/// The first of these characters at or behind `at`, else the end.
std::size_t find_any(std::string_view text, std::string_view characters, std::size_t at) {
  return std::min(text.find_first_of(characters, at), text.size());
}

std::size_t pass_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kBlanks, at), text.size());
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// The attribute at or behind `at`, which goes behind it; nothing at ">" or the end, where `at`
/// stays.
std::optional<Attribute> next_attribute(std::string_view text, std::size_t& at) {
  at = std::min(text.find_first_not_of(" \t\r\n\f/", at), text.size());
  if (at == text.size() || text[at] == '>') {
    return std::nullopt;
  }
  const auto name_end = find_any(text, " \t\r\n\f/>=", at + 1);
  Attribute found{.name = text.substr(at, name_end - at), .value = {}};
  at = name_end;
  const auto equals = pass_blanks(text, at);
  if (equals == text.size() || text[equals] != '=') {
    return found;
  }
  at = pass_blanks(text, equals + 1);
  const bool quoted = at < text.size() && (text[at] == '"' || text[at] == '\'');
  if (!quoted) {
    const auto end = find_any(text, " \t\r\n\f>", at);
    found.value = text.substr(at, end - at);
    at = end;
    return found;
  }
  const auto end = std::min(text.find(text[at], at + 1), text.size());
  found.value = text.substr(at + 1, end - at - 1);
  at = std::min(end + 1, text.size());
  return found;
}

}  // namespace

HtmlEvent HtmlTags::next() {
  while (at_ < bytes_.size()) {
    const auto rest = bytes_.substr(at_);
    if (rest.size() > 1 && rest[0] == '<' && is_letter(rest[1])) {
      return tag(false);
    }
    if (rest.size() > 2 && rest.starts_with("</") && is_letter(rest[2])) {
      return tag(true);
    }
    if (rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</")) {
      pass_markup();
      continue;
    }
    const auto end = std::min(bytes_.find('<', at_ + 1), bytes_.size());
    text_ = bytes_.substr(at_, end - at_);
    at_ = end;
    return HtmlEvent::text;
  }
  return HtmlEvent::finished;
}

void HtmlTags::pass_markup() {
  const auto rest = bytes_.substr(at_);
  const bool comment = rest.starts_with("<!--");
  // "<!-->" and "<!--->" are whole comments; so the end may share hyphens with the start.
  const auto end = comment ? bytes_.find("-->", at_ + 2) : bytes_.find('>', at_);
  at_ = end == std::string_view::npos ? bytes_.size() : end + (comment ? 3 : 1);
}

HtmlEvent HtmlTags::tag(bool end) {
  const auto begin = at_ + (end ? 2 : 1);
  const auto name_end = find_any(bytes_, " \t\r\n\f/>", begin);
  name_ = lower(bytes_.substr(begin, name_end - begin));
  at_ = name_end;
  while (next_attribute(bytes_, at_)) {
  }
  if (at_ == bytes_.size()) {
    return HtmlEvent::finished;  // a tag that never ends is none
  }
  attributes_ = bytes_.substr(name_end, at_ - name_end);
  ++at_;
  if (!end && std::ranges::find(kOpaque, name_) != kOpaque.end()) {
    pass_contents();
  }
  return end ? HtmlEvent::end : HtmlEvent::start;
}

void HtmlTags::pass_contents() {
  for (at_ = bytes_.find("</", at_); at_ < bytes_.size(); at_ = bytes_.find("</", at_ + 2)) {
    const auto name = bytes_.substr(at_ + 2, name_.size());
    const auto behind = at_ + 2 + name_.size();
    const bool ends = behind >= bytes_.size() || !is_letter(bytes_[behind]);
    if (ends && lower(name) == name_) {
      return;
    }
  }
  at_ = bytes_.size();
}

std::optional<std::string_view> HtmlTags::attribute(std::string_view name) const {
  std::size_t at = 0;
  while (const auto found = next_attribute(attributes_, at)) {
    if (lower(found->name) == name) {
      return found->value;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng::document
