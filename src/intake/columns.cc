#include "intake/columns.h"

#include <algorithm>
#include <array>

namespace jiheng::intake {

std::string_view word(Column column) {
  constexpr std::array<std::string_view, kColumnCount> kWords{
      "agency", "project", "level1", "level2", "level3", "comparator", "target", "measure",
      "points", "actual",  "score",  "reason", ""};
  return kWords.at(static_cast<std::size_t>(column));
}

std::optional<std::size_t> position_of(const Columns& columns, Column column) {
  const auto found = std::ranges::find(columns, std::optional(column));
  if (found == columns.end()) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - columns.begin());
}

Columns table11_columns() {
  return {Column::agency, Column::project,    Column::level1, Column::level2,
          Column::name,   Column::comparator, Column::target, Column::measure};
}

}  // namespace jiheng::intake
