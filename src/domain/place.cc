#include "domain/place.h"

#include <fmt/format.h>

namespace jiheng {

std::string to_string(const Place& place) {
  if (!place.sheet.empty() || !place.cell.empty()) {
    return place.sheet.empty() ? place.cell : place.sheet + "!" + place.cell;
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
