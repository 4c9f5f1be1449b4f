#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "document/document.h"
#include "intake/form_money.h"
#include "intake/money_columns.h"

namespace jiheng::intake {

/// The head of a table of project money, understood as far as its words go.
///
/// Shape   `heads` are the words over each column, stacked heads joined; `columns` runs beside
///         them, each meaning at most once. `layout` is 32 hexadecimal digits that are the same
///         wherever the same heads stand in the same order, whatever the years and months in them.
///         `first_row` is the index of the row behind the head. `units` runs beside the heads: the
///         unit a head itself says, 万元 of 执行数(万元); `unit` is what a line over the head says
///         of all amounts. `until` only where the head, or a line over it, says it: 1-7月's 7.
struct MoneyTableHead {
  std::vector<std::string> heads{};
  std::vector<MoneyColumn> columns{};
  std::vector<std::optional<MoneyUnit>> units{};
  std::string layout{};
  std::size_t first_row{};
  std::optional<MoneyUnit> unit{};
  std::optional<int> until{};
};

/// The head of a sheet, among its first rows: the row, or the rows stacked, that name most; where
/// nothing is named, the first row with several texts. Titles and lines over a table are no part of
/// its head. Nothing in a sheet without such a row.
[[nodiscard]] std::optional<MoneyTableHead> money_head(const document::Sheet& sheet);

/// An amount of a row.
///
/// Shape   `unit` the one its cell says (1.1亿元), else the one its head says.
struct MoneyCell {
  Decimal number{};
  std::optional<MoneyUnit> unit{};
};

/// A row as it is written: folded texts, amounts as exact numbers of their units.
///
/// Shape   `bad` is the first text that is no amount or day, in the column `bad_column`. `total` is
///         合计, 小计 or another word for a total, where a row that names no project has one in
///         any column; a project that is called so counts, too.
struct MoneyRow {
  Place place{};
  std::string project{};
  std::string agency{};
  std::string total{};
  std::optional<MoneyCell> initial{};
  std::optional<MoneyCell> adjusted{};
  std::optional<MoneyCell> adjustment{};
  std::optional<MoneyCell> executed{};
  std::optional<MoneyCell> expected{};
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
