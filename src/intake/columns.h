#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "domain/column.h"

namespace jiheng::intake {

/// Columns by position; empty where a head cell was not understood.
using Columns = std::vector<std::optional<Column>>;

/// The position of a column; nothing when the table has none.
[[nodiscard]] std::optional<std::size_t> position_of(const Columns& columns, Column column);

[[nodiscard]] inline bool has(const Columns& columns, Column column) {
  return position_of(columns, column).has_value();
}

/// True when the columns are enough to read indicators: a name and a target.
[[nodiscard]] inline bool is_usable(const Columns& columns) {
  return has(columns, Column::name) && has(columns, Column::target);
}

/// 表11 as the Ministry's form has it, for a table that shows no head.
[[nodiscard]] Columns table11_columns();

}  // namespace jiheng::intake
