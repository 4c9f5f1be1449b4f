#include "store/said.h"

#include <fmt/format.h>

#include <limits>

namespace jiheng::store {
namespace {

constexpr int kCentScale = 2;

constexpr std::string_view kProject =
    "SELECT project_id FROM indicator WHERE region_code = ? AND indicator_id = ? AND "
    "is_current = 1";

}  // namespace

Query SaidQuery::of(std::string_view region, const std::vector<std::int64_t>& projects,
                    bool ended) const {
  Query query(select);
  query.add("", region).add_in(" AND project_id IN", projects);
  query.add(ended ? "" : " AND living = 1").add(order);
  return query;
}

Result<void> end_said(sql::Connection& connection, const SaidTable& table, const Ending& ending) {
  const auto sql = fmt::format(
      "UPDATE {} SET living = 0, ended_as = ?, ended_by = ?, ended_at = ? WHERE region_code = ? "
      "AND {} = ?",
      table.name, table.id);
  JH_TRY_DO(
      connection.execute(sql, {ending.as, ending.author, ending.at_ms, ending.region, ending.id}));
  return {};
}

Result<std::int64_t> project_of(sql::Connection& connection, std::string_view region,
                                std::int64_t indicator_id, std::size_t position) {
  JH_TRY(const auto project, connection.number(kProject, {region, indicator_id}));
  if (project == 0) {
    return fail(ErrorCode::not_found, {"store.no_indicator"}, std::to_string(position));
  }
  return project;
}

Result<sql::Value> cents(const std::optional<Decimal>& yuan) {
  if (!yuan) {
    return sql::Value{};
  }
  const auto whole = yuan->rounded(kCentScale);
  if (!whole || *whole != *yuan || whole->digits() > std::numeric_limits<std::int64_t>::max() ||
      whole->digits() < std::numeric_limits<std::int64_t>::min()) {
    return fail(ErrorCode::invalid_input, {"store.bad_amount", {yuan->to_string()}});
  }
  return sql::Value{static_cast<std::int64_t>(whole->digits())};
}

std::optional<Decimal> yuan(const sql::Statement& row, int column) {
  return row.is_null(column) ? std::nullopt
                             : std::optional(Decimal::of(row.integer(column), kCentScale));
}

}  // namespace jiheng::store
