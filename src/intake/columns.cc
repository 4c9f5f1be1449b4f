#include "intake/columns.h"

#include <algorithm>

namespace jiheng::intake {

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
