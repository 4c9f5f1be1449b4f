#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "domain/indicator.h"
#include "sql/connection.h"
#include "store/filing.h"

namespace jiheng::store {

/// What the columns of `indicator` are made from, beside the row's own texts.
struct ShownRow {
  explicit ShownRow(const Indicator& shown);

  std::string comparator;
  std::string order;
  std::string_view kind;
  bool measurable;
  std::string typed;
  std::string measured;
  std::string search;
};

/// Where a row stands and what it is, for `IndicatorWriter`.
struct RowPlace {
  std::string_view region;
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  std::string_view form;
  std::string_view identity;
  std::int64_t agency_id{};
  std::int64_t year{};
  std::int64_t filing_id{};
  std::int64_t version_id{};
  std::int64_t position{};
  std::int64_t revision{};
  std::string_view agency;
};

/// Adds a new current row to a bulk load of `kIndicatorTable` with `indicator_columns`.
[[nodiscard]] Result<void> add_indicator(sql::Bulk& bulk, const RowPlace& place,
                                         const Indicator& shown, const Counts& findings);
[[nodiscard]] sql::Columns indicator_columns();
inline constexpr std::string_view kIndicatorTable = "indicator";

/// Makes a stored indicator current at a new place, with new cells.
extern const std::string_view kUpdateIndicator;
[[nodiscard]] Result<void> update_indicator(sql::Statement& update, const RowPlace& place,
                                            const Indicator& shown, const Counts& findings);

/// Gives a current row new cells and a new revision; its place and findings stay.
[[nodiscard]] Result<void> update_cells(sql::Connection& connection, std::string_view region,
                                        std::int64_t indicator_id, const Indicator& shown);

}  // namespace jiheng::store
