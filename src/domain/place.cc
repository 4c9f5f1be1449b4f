#include "domain/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace jiheng {
namespace {

/// Excel puts a sheet's name in quotes unless it is letters, digits and underscores and starts
/// with no digit; a quote inside is doubled. Chinese counts as letters.
std::string quoted(std::string_view sheet) {
  const auto is_plain = [](char c) {
    return (static_cast<unsigned char>(c) & 0x80U) != 0 || c == '_' || (c >= '0' && c <= '9') ||
           (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  const bool starts_with_digit = sheet.front() >= '0' && sheet.front() <= '9';
  if (std::ranges::all_of(sheet, is_plain) && !starts_with_digit) {
    return std::string(sheet);
  }
  std::string text = "'";
  for (const char c : sheet) {
    text.append(c == '\'' ? 2 : 1, c);
  }
  return text + "'";
}

}  // namespace

std::string to_string(const Place& place) {
  if (!place.sheet.empty()) {
    const auto cell = place.cell.empty() ? fmt::format("{0}:{0}", place.row) : place.cell;
    return quoted(place.sheet) + "!" + cell;
  }
  if (place.line > 0) {
    return fmt::format("line {}", place.line);
  }
  std::string text;
  const auto add = [&text](const char* letter, int number) {
    if (number > 0) {
      text += fmt::format("{}{}{}", text.empty() ? "" : " ", letter, number);
    }
  };
  add("p", place.page);
  add("t", place.table);
  add("r", place.row);
  return text;
}

}  // namespace jiheng
