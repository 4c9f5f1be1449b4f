#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace jiheng::intake {

// Amounts of money as forms write them. All take folded text.

/// 元, 万元, …: the unit an amount counts in.
struct MoneyUnit {
  std::string_view word;
  std::int64_t yuan{};  // one of it in 元

  friend bool operator==(const MoneyUnit&, const MoneyUnit&) = default;
};

/// Every unit forms write, the largest first.
[[nodiscard]] std::span<const MoneyUnit> money_units();

/// 元, 万元: the word alone.
[[nodiscard]] std::optional<MoneyUnit> money_unit_from_word(std::string_view word);

/// The unit a head, a label or a line names: "拟投入的资金(万元)", "单位:万元".
[[nodiscard]] std::optional<MoneyUnit> unit_in(std::string_view text);

/// A whole cell that is an amount: 6730, 6,730.00, 6730万元.
struct Amount {
  Decimal number;
  std::optional<MoneyUnit> unit{};  // where the cell itself names one
};

[[nodiscard]] std::optional<Amount> amount_of(std::string_view text);

/// The amount in 元; nothing when it leaves 128 bits.
[[nodiscard]] std::optional<Decimal> in_yuan(const Decimal& number, const MoneyUnit& unit);

/// "2018年预算金额3610万元" inside a sentence.
struct YearAmount {
  int year{};
  std::string source;  // 预算金额
  Decimal number;
  MoneyUnit unit;
  std::string as_filed;
};

[[nodiscard]] std::vector<YearAmount> amounts_by_year(std::string_view text);

/// The unit a sentence writes behind this very number: 万元 of "…补助3080万元，…" for 3080.
[[nodiscard]] std::optional<MoneyUnit> unit_behind(std::string_view text, const Decimal& number);

}  // namespace jiheng::intake
