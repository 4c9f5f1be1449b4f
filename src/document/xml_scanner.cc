#include "document/xml_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kDeepest = 200;
constexpr std::string_view kCdata = "<![CDATA[";

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool ends_name(char c) {
  return is_space(c) || c == '>' || c == '/' || c == '=';
}

struct Entity {
  std::string_view name;
  char character;
};

constexpr std::array<Entity, 5> kEntities{
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};

/// The character of "#38" or "#x26"; nothing where it is no number.
std::optional<char32_t> referenced_point(std::string_view reference) {
  const bool hex = reference.starts_with("#x");
  reference.remove_prefix(hex ? 2 : 1);
  std::uint32_t point = 0;
  const auto* const last = reference.data() + reference.size();
  const auto [stop, error] = std::from_chars(reference.data(), last, point, hex ? 16 : 10);
  if (error != std::errc{} || stop != last) {
    return std::nullopt;
  }
  const bool character = point != 0 && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  return character ? static_cast<char32_t>(point) : kReplacement;
}

/// Replaces the reference at the start of `raw` ("&amp;…"); gives how many bytes it took.
std::size_t append_reference(std::string_view raw, std::string& to) {
  constexpr std::size_t kLongest = 12;
  const auto semicolon = raw.substr(0, kLongest).find(';');
  const auto reference = raw.substr(0, semicolon).substr(1);
  if (semicolon != std::string_view::npos && reference.starts_with('#')) {
    if (const auto point = referenced_point(reference)) {
      append_utf8(to, *point);
      return semicolon + 1;
    }
  }
  const auto* const entity = std::ranges::find(kEntities, reference, &Entity::name);
  if (semicolon != std::string_view::npos && entity != kEntities.end()) {
    to.push_back(entity->character);
    return semicolon + 1;
  }
  to.push_back('&');
  return 1;
}

/// XML knows one line end, whatever the file was written with.
void append_unescaped(std::string_view raw, bool references, std::string& to) {
  std::size_t at = 0;
  while (at < raw.size()) {
    auto stop = at;
    while (stop < raw.size() && raw[stop] != '\r' && (raw[stop] != '&' || !references)) {
      ++stop;
    }
    to.append(raw, at, stop - at);
    at = stop;
    if (at < raw.size() && raw[at] == '&') {
      at += append_reference(raw.substr(at), to);
    } else if (at < raw.size()) {
      to.push_back('\n');
      at += raw.substr(at).starts_with("\r\n") ? 2 : 1;
    }
  }
}

}  // namespace

std::string_view local_name(std::string_view qualified) {
  const auto colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::string unescaped(std::string_view raw) {
  std::string text;
  append_unescaped(raw, true, text);
  return text;
}

XmlScanner::XmlScanner(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.starts_with("\xEF\xBB\xBF")) {
    bytes_.remove_prefix(3);
  }
}

XmlEvent XmlScanner::next() {
  if (broken_ || (in_tag_ && !finish_tag())) {
    return broken();
  }
  if (close_empty_) {
    close_empty_ = false;
    return close(open_.back());
  }
  while (at_ < bytes_.size()) {
    if (bytes_[at_] != '<') {
      return text();
    }
    if (const auto event = markup()) {
      return *event;
    }
  }
  return at_end();
}

/// Nothing for what is passed over.
std::optional<XmlEvent> XmlScanner::markup() {
  const char kind = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0';
  if (kind == '/') {
    return end();
  }
  if (kind != '!' && kind != '?') {
    return start();
  }
  if (bytes_.substr(at_).starts_with(kCdata)) {
    return cdata();
  }
  return pass_over() ? std::nullopt : std::optional(broken());
}

XmlEvent XmlScanner::at_end() {
  return open_.empty() && seen_element_ ? XmlEvent::finished : broken();
}

XmlEvent XmlScanner::text() {
  const auto stop = std::min(bytes_.find('<', at_), bytes_.size());
  text_ = bytes_.substr(at_, stop - at_);
  raw_text_ = false;
  at_ = stop;
  return XmlEvent::text;
}

XmlEvent XmlScanner::cdata() {
  const auto begin = at_ + kCdata.size();
  const auto stop = bytes_.find("]]>", begin);
  if (stop == std::string_view::npos) {
    return broken();
  }
  text_ = bytes_.substr(begin, stop - begin);
  raw_text_ = true;
  at_ = stop + 3;
  return XmlEvent::text;
}

XmlEvent XmlScanner::start() {
  auto stop = ++at_;
  while (stop < bytes_.size() && !ends_name(bytes_[stop])) {
    ++stop;
  }
  const auto qualified = bytes_.substr(at_, stop - at_);
  at_ = stop;
  if (qualified.empty() || stop == bytes_.size() || open_.size() == kDeepest) {
    return broken();
  }
  open_.push_back(qualified);
  name_ = local_name(qualified);
  in_tag_ = true;
  seen_element_ = true;
  return XmlEvent::start;
}

XmlEvent XmlScanner::end() {
  const auto begin = at_ + 2;
  const auto stop = bytes_.find('>', begin);
  if (stop == std::string_view::npos) {
    return broken();
  }
  auto qualified = bytes_.substr(begin, stop - begin);
  while (!qualified.empty() && is_space(qualified.back())) {
    qualified.remove_suffix(1);
  }
  at_ = stop + 1;
  return close(qualified);
}

XmlEvent XmlScanner::close(std::string_view qualified) {
  if (open_.empty() || open_.back() != qualified) {
    return broken();
  }
  open_.pop_back();
  name_ = local_name(qualified);
  return XmlEvent::end;
}

XmlEvent XmlScanner::broken() {
  broken_ = true;
  return XmlEvent::broken;
}

std::optional<XmlScanner::Attribute> XmlScanner::next_attribute() {
  if (!in_tag_) {
    return std::nullopt;
  }
  while (at_ < bytes_.size() && is_space(bytes_[at_])) {
    ++at_;
  }
  const auto begin = at_;
  auto stop = begin;
  while (stop < bytes_.size() && !ends_name(bytes_[stop])) {
    ++stop;
  }
  const auto equals = bytes_.find_first_not_of(" \t\r\n", stop);
  if (stop == begin || equals == std::string_view::npos || bytes_[equals] != '=') {
    return std::nullopt;
  }
  const auto quote = bytes_.find_first_not_of(" \t\r\n", equals + 1);
  if (quote == std::string_view::npos || (bytes_[quote] != '"' && bytes_[quote] != '\'')) {
    return std::nullopt;
  }
  const auto close = bytes_.find(bytes_[quote], quote + 1);
  if (close == std::string_view::npos) {
    return std::nullopt;
  }
  at_ = close + 1;
  return Attribute{bytes_.substr(begin, stop - begin), bytes_.substr(quote + 1, close - quote - 1)};
}

void XmlScanner::append_text(std::string& to) const {
  append_unescaped(text_, !raw_text_, to);
}

bool XmlScanner::skip() {
  const auto outside = depth() - 1;
  while (depth() > outside) {
    if (next() == XmlEvent::broken) {
      return false;
    }
  }
  return true;
}

/// Passes the attributes nobody asked for, up to and over the tag's ">".
bool XmlScanner::finish_tag() {
  while (next_attribute()) {
  }
  in_tag_ = false;
  close_empty_ = at_ < bytes_.size() && bytes_[at_] == '/';
  at_ += close_empty_ ? 1 : 0;
  if (at_ >= bytes_.size() || bytes_[at_] != '>') {
    return false;
  }
  ++at_;
  return true;
}

bool XmlScanner::pass_over() {
  const auto rest = bytes_.substr(at_);
  if (rest.starts_with("<!--")) {
    at_ += 4;
    return pass_until("-->");
  }
  if (rest.starts_with("<?")) {
    return pass_until("?>");
  }
  return rest.starts_with("<!DOCTYPE") && pass_doctype();
}

/// A DOCTYPE may hold declarations in brackets, and those may hold ">" in quotes.
bool XmlScanner::pass_doctype() {
  int brackets = 0;
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_++];
    if (c == '>' && brackets == 0) {
      return true;
    }
    if ((c == '"' || c == '\'') && !pass_until(bytes_.substr(at_ - 1, 1))) {
      return false;
    }
    if (c == '[' || c == ']') {
      brackets += c == '[' ? 1 : -1;
    }
  }
  return false;
}

bool XmlScanner::pass_until(std::string_view stop) {
  const auto found = bytes_.find(stop, at_);
  at_ = found == std::string_view::npos ? bytes_.size() : found + stop.size();
  return found != std::string_view::npos;
}

}  // namespace jiheng::document
