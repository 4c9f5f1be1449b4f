#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jiheng {

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
  explanation,  // 指标解释: what is counted, divided by what
  standard,     // 评分标准: what earns which points
  secrecy,      // 是否涉密, 密级: of the row's project
  other,        // known, but nothing this program reads: 序号, 备注
};

inline constexpr std::size_t kColumnCount = 16;

/// extract's column name; "" for `other`.
[[nodiscard]] std::string_view word(Column column);

/// The inverse of `word`; nothing for any other text.
[[nodiscard]] std::optional<Column> column_from_word(std::string_view word);

}  // namespace jiheng
