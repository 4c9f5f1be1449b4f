#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jiheng::intake {

/// What a column of a table holds, in the words of `extract`.
enum class Column : std::uint8_t {
  agency,
  project,
  level1,
  level2,
  name,
  comparator,
  target,
  measure,
  points,
  actual,
  score,
  reason,
  other,  // known, but nothing this program reads: 序号, 备注
};

inline constexpr std::size_t kColumnCount = 13;

/// extract's column name; "" for `other`.
[[nodiscard]] std::string_view word(Column column);

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
