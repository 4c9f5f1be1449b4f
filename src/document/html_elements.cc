#include "document/html_elements.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace jiheng::document {
namespace {

struct NamedRole {
  std::string_view name;
  HtmlRole role;
};

constexpr std::array<NamedRole, 53> kRoles{{
    {"td", HtmlRole::cell},       {"th", HtmlRole::cell},        {"tr", HtmlRole::row},
    {"thead", HtmlRole::group},   {"tbody", HtmlRole::group},    {"tfoot", HtmlRole::group},
    {"table", HtmlRole::table},   {"br", HtmlRole::line_break},  {"address", HtmlRole::block},
    {"article", HtmlRole::block}, {"aside", HtmlRole::block},    {"blockquote", HtmlRole::block},
    {"body", HtmlRole::block},    {"caption", HtmlRole::block},  {"center", HtmlRole::block},
    {"dd", HtmlRole::block},      {"details", HtmlRole::block},  {"dialog", HtmlRole::block},
    {"dir", HtmlRole::block},     {"div", HtmlRole::block},      {"dl", HtmlRole::block},
    {"dt", HtmlRole::block},      {"fieldset", HtmlRole::block}, {"figcaption", HtmlRole::block},
    {"figure", HtmlRole::block},  {"footer", HtmlRole::block},   {"form", HtmlRole::block},
    {"h1", HtmlRole::block},      {"h2", HtmlRole::block},       {"h3", HtmlRole::block},
    {"h4", HtmlRole::block},      {"h5", HtmlRole::block},       {"h6", HtmlRole::block},
    {"head", HtmlRole::block},    {"header", HtmlRole::block},   {"hr", HtmlRole::block},
    {"html", HtmlRole::block},    {"legend", HtmlRole::block},   {"li", HtmlRole::block},
    {"listing", HtmlRole::block}, {"main", HtmlRole::block},     {"menu", HtmlRole::block},
    {"nav", HtmlRole::block},     {"ol", HtmlRole::block},       {"optgroup", HtmlRole::block},
    {"option", HtmlRole::block},  {"p", HtmlRole::block},        {"pre", HtmlRole::block},
    {"section", HtmlRole::block}, {"select", HtmlRole::block},   {"summary", HtmlRole::block},
    {"ul", HtmlRole::block},      {"search", HtmlRole::block},
}};

/// Elements without contents: they cannot hide any.
constexpr std::array<std::string_view, 13> kVoid{"area",   "base",  "br",    "col",  "embed",
                                                 "hr",     "img",   "input", "link", "meta",
                                                 "source", "track", "wbr"};
/// Never shown; `rt` is the reading above a word.
constexpr std::array<std::string_view, 4> kNeverShown{"template", "datalist", "rt", "rp"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_table_part(HtmlRole role) {
  return role >= HtmlRole::cell && role <= HtmlRole::table;
}

std::string small_without_blanks(std::string_view text) {
  std::string small;
  for (const char c : text) {
    if (std::string_view(" \t\r\n\f").find(c) == std::string_view::npos) {
      small += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return small;
}

}  // namespace

HtmlRole html_role(std::string_view name) {
  const auto* const found = std::ranges::find(kRoles, name, &NamedRole::name);
  return found == kRoles.end() ? HtmlRole::inline_text : found->role;
}

bool is_hidden_html(const HtmlTags& tags) {
  if (holds(kVoid, tags.name())) {
    return false;
  }
  const auto style = tags.attribute("style");
  return holds(kNeverShown, tags.name()) || tags.attribute("hidden").has_value() ||
         (style && small_without_blanks(*style).find("display:none") != std::string::npos);
}

int html_span(const HtmlTags& tags, std::string_view name) {
  auto digits = tags.attribute(name).value_or("");
  digits.remove_prefix(std::min(digits.find_first_not_of(" \t\r\n\f+"), digits.size()));
  int number = 1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc::result_out_of_range ? std::numeric_limits<int>::max() : number;
}

HiddenHtml::HiddenHtml(std::string name) : name_(std::move(name)), role_(html_role(name_)) {}

bool HiddenHtml::ends_before_start(std::string_view name) {
  const auto role = html_role(name);
  const bool outside_tables = tables_ == 0;
  const bool encloses = !is_table_part(role_) || role >= role_;
  if (outside_tables && is_table_part(role) && role != HtmlRole::table && encloses) {
    return true;
  }
  if (outside_tables && name_ == "p" && role == HtmlRole::block) {
    return true;
  }
  if (name_ == "li" && name == "li") {
    return true;
  }
  tables_ += role == HtmlRole::table ? 1 : 0;
  open_ += name == name_ ? 1 : 0;
  return false;
}

bool HiddenHtml::ends_before_end(std::string_view name) {
  const auto role = html_role(name);
  const bool outside_tables = tables_ == 0;
  const bool encloses = !is_table_part(role_) || role > role_;
  if (outside_tables && name != name_ && is_table_part(role) && encloses) {
    return true;
  }
  if (outside_tables && name != name_ && name_ == "p" && role == HtmlRole::block) {
    return true;
  }
  tables_ -= role == HtmlRole::table && tables_ > 0 ? 1 : 0;
  open_ -= name == name_ ? 1 : 0;
  return false;
}

}  // namespace jiheng::document
