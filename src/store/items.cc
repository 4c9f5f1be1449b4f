#include "store/items.h"

#include <algorithm>
#include <charconv>

namespace jiheng::store {

namespace {

void append_escaped(std::string& out, std::string_view value) {
  for (const char c : value) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        out += c;
    }
  }
}

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      out += value[i];
      continue;
    }
    const char next = value[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next;
  }
  return out;
}

}  // namespace

Items::Items(std::string_view text) {
  while (!text.empty()) {
    const auto item = text.substr(0, text.find('\t'));
    text.remove_prefix(std::min(text.size(), item.size() + 1));
    const auto equals = item.find('=');
    if (equals != std::string_view::npos) {
      items_.emplace_back(item.substr(0, equals), unescaped(item.substr(equals + 1)));
    }
  }
}

void Items::add(std::string_view key, std::string_view value) {
  items_.emplace_back(key, value);
}

void Items::add_some(std::string_view key, std::string_view value) {
  if (!value.empty()) {
    add(key, value);
  }
}

void Items::add_number(std::string_view key, int value) {
  if (value != 0) {
    add(key, std::to_string(value));
  }
}

void Items::add_flag(std::string_view key, bool value) {
  add_number(key, value ? 1 : 0);
}

std::string Items::text() const {
  std::string out;
  for (const auto& [key, value] : items_) {
    if (!out.empty()) {
      out += '\t';
    }
    out.append(key).append("=");
    append_escaped(out, value);
  }
  return out;
}

std::string_view Items::get(std::string_view key) const {
  const auto it = std::ranges::find(items_, key, &std::pair<std::string, std::string>::first);
  return it == items_.end() ? std::string_view() : std::string_view(it->second);
}

bool Items::has(std::string_view key) const {
  return std::ranges::find(items_, key, &std::pair<std::string, std::string>::first) !=
         items_.end();
}

int Items::number(std::string_view key) const {
  const auto digits = get(key);
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace jiheng::store
