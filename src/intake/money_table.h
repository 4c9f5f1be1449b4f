#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "document/document.h"
#include "intake/form_money.h"

namespace jiheng::intake {

/// What a column of a table of project money holds.
enum class MoneyColumn : std::uint8_t {
  none,
  project,
  agency,
  initial,   // 年初预算数
  adjusted,  // 全年预算数, 调整预算数
  executed,  // 执行数 up to a day
  expected,  // 全年预计执行数
  as_of,     // 截至
};

/// "project", …; "" for none.
[[nodiscard]] std::string_view word(MoneyColumn column);
[[nodiscard]] std::optional<MoneyColumn> money_column_from_word(std::string_view word);

/// The head of a table of project money, understood as far as its words go.
///
/// Shape   `heads` are the words over each column, stacked heads joined; `columns` runs beside
///         them, each meaning at most once. `layout` is 32 hexadecimal digits that are the same
///         wherever the same heads stand in the same order, whatever the years and months in them.
///         `first_row` is the index of the row behind the head. `unit` and `until` only where the
///         head, or a line over it, says them; `until` is 1-7月's 7.
struct MoneyTableHead {
  std::vector<std::string> heads{};
  std::vector<MoneyColumn> columns{};
  std::string layout{};
  std::size_t first_row{};
  std::optional<MoneyUnit> unit{};
  std::optional<int> until{};
};

/// The head of a sheet, among its first rows: the row, or the rows stacked, that name most; where
/// nothing is named, the first row with several texts. Titles and lines over a table are no part of
/// its head. Nothing in a sheet without such a row.
[[nodiscard]] std::optional<MoneyTableHead> money_head(const document::Sheet& sheet);

/// A row as it is written: folded texts, amounts as exact numbers of the table's unit.
///
/// Shape   `bad` is the first text that is no amount or day, in the column `bad_column`.
struct MoneyRow {
  Place place{};
  std::string project{};
  std::string agency{};
  std::optional<Decimal> initial{};
  std::optional<Decimal> adjusted{};
  std::optional<Decimal> executed{};
  std::optional<Decimal> expected{};
  std::optional<Date> as_of{};
  std::string bad{};
  MoneyColumn bad_column{};
};

/// The rows behind a head, read by `columns`; rows that repeat the head, and those that are blank
/// in every column that is read, are left out. A dash is a blank; blank is not 0.
[[nodiscard]] std::vector<MoneyRow> money_rows(const document::Sheet& sheet,
                                               const MoneyTableHead& head,
                                               const std::vector<MoneyColumn>& columns);

}  // namespace jiheng::intake
