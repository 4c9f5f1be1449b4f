#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "base/date.h"
#include "domain/project_money.h"
#include "intake/money_table.h"

namespace jiheng::app {

/// A table of project money on its way into the database.
///
/// Shape   `as_of` is the day of rows that name none. `unit` and `columns` are what a person chose;
///         nothing goes by the head's words and what was remembered of its layout. `projects` are
///         those a person chose for rows, by the row's place.
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

/// What became of a row.
enum class MoneyFate : std::uint8_t {
  understood,
  total,         // 合计, 小计
  no_project,    // no name in it
  not_found,     // no project of the year bears the name
  ambiguous,     // several do, and the agency does not tell which
  twice,         // another row is of the same project and day
  not_a_number,  // an amount that is none
  negative,      // an amount below nothing
  too_fine,      // finer than a 分, or too large
  no_amount,     // says no amount at all
  no_day,        // neither the row nor the person says the day
  other_year,    // the day is not in the budget year
};

[[nodiscard]] std::string_view word(MoneyFate fate);
[[nodiscard]] Text text_of(MoneyFate fate);

/// A project a row may be of.
struct MoneyCandidate {
  std::int64_t project_id{};
  std::string project;
  std::string agency;
};

/// A row of the table.
///
/// Shape   `candidates` where the fate is not_found or ambiguous, or where a person chose, too.
/// Units   amounts in 元; as they are written while the unit is unknown.
struct MoneyLine {
  std::string place;
  std::string agency;
  std::string project;
  MoneyFate fate{};
  std::string bad{};  // the text that is no amount
  std::int64_t project_id{};
  std::string found{};  // the project's name as it is kept
  bool chosen{};        // by a person
  std::vector<MoneyCandidate> candidates{};
  ProjectMoney said{};
};

/// Where the unit comes from.
enum class UnitOrigin : std::uint8_t { unknown, head, remembered, chosen };

[[nodiscard]] std::string_view word(UnitOrigin origin);

/// What a table of money says, row by row.
///
/// Shape   `heads` and `columns` run beside each other. `remembered` where the columns are those of
///         an earlier import of the layout. `ready` when it can be kept: project, an amount and the
///         unit are known. `written` is the unit the table itself says, which a person may have
///         overruled. `stored` how many were kept, 0 of a dry run. `until` as in
///         MoneyTableHead.
/// Units   sums of the understood rows, in 元; nothing where none of them says an amount or the
/// unit is unknown.
struct MoneyReport {
  std::string name;
  std::string layout{};
  std::vector<std::string> heads{};
  std::vector<intake::MoneyColumn> columns{};
  bool remembered{};
  std::optional<intake::MoneyUnit> unit{};
  std::optional<intake::MoneyUnit> written{};
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
