#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
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

/// One cell of a head row, understood.
enum class HeadWord : std::uint8_t { none, column, group, ambiguous_unit };

struct ReadHead {
  HeadWord kind{};
  Column column{Column::other};
};

/// What a folded head cell says: a column, a group over columns (绩效指标), or 单位, which is the
/// agency at the left of a table and the measure at its right.
[[nodiscard]] ReadHead head_of(std::string_view folded);

/// Columns by position; empty where a head cell was not understood.
using Columns = std::vector<std::optional<Column>>;

/// The columns a stack of head rows names: in each position the lowest row that names one.
/// Nothing unless a name and a target column are among them.
[[nodiscard]] std::optional<Columns> columns_of(
    const std::vector<std::vector<std::string>>& head_rows);

/// The same for heads in running text, whose words stand in order but not in columns.
[[nodiscard]] std::optional<Columns> columns_in_order(const std::vector<std::string>& words);

/// 表11 as the Ministry's form has it, for a table that shows no head.
[[nodiscard]] Columns table11_columns();

}  // namespace jiheng::intake
