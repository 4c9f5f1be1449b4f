#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/money_line.h"
#include "app/workspace.h"
#include "base/date.h"

namespace jiheng::app {

/// A table of project money on its way into the database.
///
/// Shape   `as_of` is the day of rows that name none. `unit` and `columns` are what a person chose;
///         nothing goes by the head's words and what was remembered of its layout. The unit a
///         column's head or a cell itself says goes before the chosen one. `projects` are those a
///         person chose for rows, by the row's place.
struct MoneyRequest {
  std::string name;
  std::string_view bytes;
  int year{};
  std::optional<Date> as_of{};
  std::optional<intake::MoneyUnit> unit{};
  std::optional<std::vector<intake::MoneyColumn>> columns{};
  std::map<std::string, std::int64_t> projects{};
  bool dry_run{};
  std::stop_token stop{};
};

/// Where the unit comes from.
enum class UnitOrigin : std::uint8_t { unknown, head, remembered, chosen };

[[nodiscard]] std::string_view word(UnitOrigin origin);

/// What a table of money says, row by row.
///
/// Shape   `heads`, `columns` and `units` run beside each other; a column of amounts has the unit
///         its head says, else `common`, other columns none. `remembered` where the columns are
///         those of an earlier import of the layout. `unit` is the one all columns of amounts
///         count in, nothing where they differ; `written` the one the table itself says for all,
///         which a person may have overruled; `set_aside` the one a person chose where a head says
///         another. `unit_missing` where some amount has none. `ready` when it can be kept:
///         project, an amount and the units are known. `stored` how many were kept, 0 of a dry
///         run. `until` as in MoneyTableHead.
/// Units   sums of the understood rows, in 元; nothing where none of them says an amount.
struct MoneyReport {
  std::string name;
  std::string layout{};
  std::vector<std::string> heads{};
  std::vector<intake::MoneyColumn> columns{};
  std::vector<std::optional<intake::MoneyUnit>> units{};
  bool remembered{};
  std::optional<intake::MoneyUnit> common{};
  std::optional<intake::MoneyUnit> unit{};
  std::optional<intake::MoneyUnit> written{};
  std::optional<intake::MoneyUnit> set_aside{};
  bool unit_missing{};
  UnitOrigin unit_origin{};
  std::optional<int> until{};
  bool ready{};
  std::vector<MoneyLine> lines{};
  std::int64_t understood{};
  std::int64_t doubtful{};
  std::optional<Decimal> initial{};
  std::optional<Decimal> adjusted{};
  std::optional<Decimal> executed{};
  std::int64_t stored{};
};

/// Reads a table of money and, unless `dry_run`, keeps what every understood row says and
/// remembers the columns of the layout.
///
/// Errors  those of `document::read`; invalid_input `money.no_table`, `money.no_unit` (the unit is
///         never guessed), `money.no_project_column`, `money.no_amount_column`,
///         `money.columns_wrong` (where: columns), `money.nothing_understood`; not_found
///         `store.no_project` for a chosen project the year does not have; none of these but
///         the first and `columns_wrong` in a dry run.
[[nodiscard]] Result<MoneyReport> import_money(const Workspace& workspace,
                                               const MoneyRequest& request);

}  // namespace jiheng::app
