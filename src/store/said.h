#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/decimal.h"
#include "sql/connection.h"
#include "store/query.h"

namespace jiheng::store {

/// A table of what was said: nothing in it is changed, the living row is ended by the next one.
struct SaidTable {
  std::string_view name;
  std::string_view id;  // its id column
};

/// How what was said is asked for: `select` ends with "region_code = ?", `order` begins with
/// " ORDER BY".
struct SaidQuery {
  std::string_view select;
  std::string_view order;

  /// Of these projects the living rows, or with `ended` the history too.
  [[nodiscard]] Query of(std::string_view region, const std::vector<std::int64_t>& projects,
                         bool ended = false) const;
};

/// Every row of a query, each by `read`.
template <typename Read>
[[nodiscard]] auto read_all(sql::Connection& connection, const Query& query, const Read& read)
    -> Result<std::vector<std::invoke_result_t<Read, const sql::Statement&>>> {
  JH_TRY(const auto found, query.run(connection));
  std::vector<std::invoke_result_t<Read, const sql::Statement&>> all;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) { all.push_back(read(row)); }));
  return all;
}

/// Who ends which row, how and when.
struct Ending {
  std::string_view region;
  std::int64_t id{};
  std::string_view as;
  std::string_view author;
  std::int64_t at_ms{};
};

/// Ends a living row.
[[nodiscard]] Result<void> end_said(sql::Connection& connection, const SaidTable& table,
                                    const Ending& ending);

/// The project of a current indicator. Errors  not_found `store.no_indicator`, where: `position`
/// in the list that was handed over, from 1.
[[nodiscard]] Result<std::int64_t> project_of(sql::Connection& connection, std::string_view region,
                                              std::int64_t indicator_id, std::size_t position);

/// 元 as whole 分, NULL for nothing.
/// Errors  invalid_input `store.bad_amount` for parts of a 分 and what 64 bits do not hold.
[[nodiscard]] Result<sql::Value> cents(const std::optional<Decimal>& yuan);

/// The inverse.
[[nodiscard]] std::optional<Decimal> yuan(const sql::Statement& row, int column);

}  // namespace jiheng::store
