#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::intake {

/// What a column of a table of project money holds.
enum class MoneyColumn : std::uint8_t {
  none,
  project,
  agency,
  initial,     // 年初预算数
  adjusted,    // 全年预算数, 调整预算数
  adjustment,  // 预算调整, 追加追减: what was added to the initial budget, or taken off
  executed,    // 执行数 up to a day
  expected,    // 全年预计执行数
  as_of,       // 截至
};

/// "project", …; "" for none.
[[nodiscard]] std::string_view word(MoneyColumn column);
[[nodiscard]] std::optional<MoneyColumn> money_column_from_word(std::string_view word);

/// True where the cells of the column are amounts of money.
[[nodiscard]] bool is_amount(MoneyColumn column);

/// What columns hold by the words over them: each meaning once, the first head that has its most
/// certain words.
[[nodiscard]] std::vector<MoneyColumn> guess_money_columns(const std::vector<std::string>& heads);

}  // namespace jiheng::intake
