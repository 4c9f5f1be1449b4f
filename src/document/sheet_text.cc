#include "document/sheet_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace jiheng::document {
namespace {

constexpr std::string_view kEscape = "_x";
constexpr std::size_t kEscapeSize = 7;  // _x000D_

/// The UTF-16 unit of "_x000D_" at the start of `text`.
std::optional<char32_t> escaped_unit(std::string_view text) {
  if (text.size() < kEscapeSize || text[kEscapeSize - 1] != '_') {
    return std::nullopt;
  }
  std::uint32_t unit = 0;
  const auto* const last = text.data() + kEscapeSize - 1;
  const auto [stop, error] = std::from_chars(text.data() + kEscape.size(), last, unit, 16);
  if (error != std::errc{} || stop != last) {
    return std::nullopt;
  }
  return unit;
}

bool is_kept(char32_t c) {
  return c >= 0x20 || c == '\n' || c == '\t';
}

void append_unit(std::string& text, char32_t unit) {
  // Halves of a pair are not worth joining: what lies beyond the basic plane is never escaped.
  if (is_kept(unit)) {
    append_utf8(text, unit >= 0xD800 && unit <= 0xDFFF ? kReplacement : unit);
  }
}

/// Joins "\r\n" that is written as two characters, "_x000D_\n" above all.
void append_line_end(std::string& text, std::string_view behind) {
  if (!behind.starts_with('\n')) {
    text.push_back('\n');
  }
}

}  // namespace

bool append_content(XmlScanner& xml, std::string& to) {
  const auto outside = xml.depth() - 1;
  while (xml.depth() > outside) {
    const auto event = xml.next();
    if (event == XmlEvent::broken) {
      return false;
    }
    if (event == XmlEvent::text) {
      xml.append_text(to);
    }
  }
  return true;
}

bool append_rich_text(XmlScanner& xml, std::string& to) {
  const auto outside = xml.depth() - 1;
  while (xml.depth() > outside) {
    const auto event = xml.next();
    if (event == XmlEvent::broken) {
      return false;
    }
    if (event != XmlEvent::start) {
      continue;
    }
    const bool text = xml.name() == "t";
    const bool passed = xml.name() == "rPh" || xml.name() == "rPr";
    if ((text && !append_content(xml, to)) || (passed && !xml.skip())) {
      return false;
    }
  }
  return true;
}

std::string with_escapes_replaced(std::string text) {
  const auto odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
  if (text.find(kEscape) == std::string::npos && std::ranges::none_of(text, odd)) {
    return text;
  }
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = std::string_view(text).substr(at);
    const auto unit = rest.starts_with(kEscape) ? escaped_unit(rest) : std::nullopt;
    const char32_t c = unit ? *unit : static_cast<unsigned char>(text[at]);
    at += unit ? kEscapeSize : 1;
    if (c == '\r') {
      append_line_end(clean, std::string_view(text).substr(at));
    } else if (unit) {
      append_unit(clean, c);
    } else if (is_kept(c)) {
      clean.push_back(text[at - 1]);
    }
  }
  return clean;
}

std::string shown_iso_date(std::string_view text) {
  const auto time = text.find('T');
  std::string shown(text.substr(0, time));
  if (time == std::string_view::npos) {
    return shown;
  }
  constexpr std::size_t kToSeconds = 8;
  const auto clock = text.substr(time + 1, kToSeconds);
  return clock.starts_with("00:00:00") ? shown : shown + " " + std::string(clock);
}

int whole_number(std::string_view raw, int otherwise) {
  int number = 0;
  const auto* const last = raw.data() + raw.size();
  const auto [stop, error] = std::from_chars(raw.data(), last, number);
  return error == std::errc{} && stop == last ? number : otherwise;
}

bool is_true(std::string_view raw) {
  return raw == "1" || raw == "true" || raw == "on";
}

}  // namespace jiheng::document
