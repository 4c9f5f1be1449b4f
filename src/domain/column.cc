#include "domain/column.h"

#include <algorithm>

namespace jiheng {
namespace {

constexpr std::array<std::string_view, kColumnCount> kWords{
    "agency", "project", "level1", "level2", "level3",      "comparator", "target",  "measure",
    "points", "actual",  "score",  "reason", "explanation", "standard",   "secrecy", ""};

}  // namespace

std::string_view word(Column column) {
  return kWords.at(static_cast<std::size_t>(column));
}

std::optional<Column> column_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kWords, word);
  if (found == kWords.end()) {
    return std::nullopt;
  }
  return static_cast<Column>(found - kWords.begin());
}

}  // namespace jiheng
