#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "domain/project_money.h"
#include "intake/money_table.h"

namespace jiheng::app {

/// What became of a row.
enum class MoneyFate : std::uint8_t {
  understood,
  total,         // 合计, 小计
  no_project,    // no name in it
  not_found,     // no project of the year bears the name
  ambiguous,     // several do, and the agency does not tell which
  twice,         // another row is of the same project and day; neither is kept
  not_a_number,  // an amount that is none
  negative,      // an amount below nothing; an adjustment may be
  too_fine,      // finer than a 分, or too large
  no_amount,     // says no amount at all
  no_day,        // neither the row nor the person says the day
  other_year,    // the day is not in the budget year
  bad_day,       // a day nobody can read
  no_unit,       // nobody says what an amount of it counts in
  no_initial,    // an adjustment of a budget that is not written
  disagrees,     // initial budget and adjustment do not make the adjusted budget that is written
};

[[nodiscard]] std::string_view word(MoneyFate fate);
[[nodiscard]] Text text_of(MoneyFate fate);

/// What is odd about a row that can be kept all the same.
enum class MoneyRemark : std::uint8_t {
  none,
  over_budget,  // more is executed than the budget
  no_budget,    // the budget is 0, and money is spent
};

/// "" for none.
[[nodiscard]] std::string_view word(MoneyRemark remark);
[[nodiscard]] Text text_of(MoneyRemark remark);

/// A project a row may be of.
struct MoneyCandidate {
  std::int64_t project_id{};
  std::string project;
  std::string agency;
};

/// A row of the table.
///
/// Shape   `candidates` where the fate is not_found or ambiguous, or where a person chose, too.
///         `said.adjusted` is the initial budget and `adjustment` together where the row writes
///         no adjusted budget. `unitless` where an amount has no unit.
/// Units   amounts in 元; as they are written while the unit is unknown.
struct MoneyLine {
  std::string place;
  std::string agency;
  std::string project;
  MoneyFate fate{};
  MoneyRemark remark{};
  std::string bad{};  // the text that is no amount or day
  bool unitless{};
  std::int64_t project_id{};
  std::string found{};  // the project's name as it is kept
  bool chosen{};        // by a person
  std::vector<MoneyCandidate> candidates{};
  std::optional<Decimal> adjustment{};
  ProjectMoney said{};
};

/// What counts for rows that do not say it themselves: the day, and the unit of amounts whose head
/// and cell name none.
struct MoneyTerms {
  int year{};
  std::optional<Date> as_of{};
  std::optional<intake::MoneyUnit> unit{};
};

/// What one row says, but for which project it is of.
[[nodiscard]] MoneyLine line_of(const intake::MoneyRow& row, const MoneyTerms& terms);

/// What is odd about the amounts of a row.
[[nodiscard]] MoneyRemark remark_of(const ProjectMoney& said);

}  // namespace jiheng::app
