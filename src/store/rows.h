#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sql/connection.h"
#include "store/listing.h"

namespace jiheng::store {

/// SELECT … FROM indicator i and what belongs to a row, without WHERE; read by `read_indicator`.
extern const std::string_view kSelectIndicators;

/// A current row with the row that was filed.
struct LoadedIndicator {
  StoredIndicator stored;
  Indicator filed;
};

[[nodiscard]] LoadedIndicator read_indicator(const sql::Statement& row);

/// The row's cells that show something else than was filed.
[[nodiscard]] std::vector<Field> edited_fields(const Indicator& filed, const Indicator& shown);

/// The six folded cells in the order of Field.
[[nodiscard]] std::vector<std::string> values_of(const Indicator& row);

/// Sets a cell; a comparator by its symbol, "" for none.
void set_value(Indicator& row, Field field, std::string_view value);

/// Fills the findings of the rows.
[[nodiscard]] Result<void> load_findings(sql::Connection& connection, std::string_view region,
                                         std::vector<StoredIndicator>& rows);

/// Fills the overlays of the rows.
[[nodiscard]] Result<void> load_overlays(sql::Connection& connection, std::string_view region,
                                         std::vector<StoredIndicator>& rows);

/// A current row as a person saw it. Errors  not_found `store.no_indicator`; conflict
/// `store.changed_meanwhile` when its revision is another by now.
[[nodiscard]] Result<LoadedIndicator> load_at(sql::Connection& connection, std::string_view region,
                                              std::int64_t indicator_id, std::int64_t revision);

/// Current rows of an agency and year, those of each project together, without findings and
/// overlays.
[[nodiscard]] Result<std::vector<LoadedIndicator>> rows_of_agency(sql::Connection& connection,
                                                                  std::string_view region,
                                                                  std::int64_t agency,
                                                                  std::int64_t year);

/// Current rows of a project in document order, without findings and overlays.
[[nodiscard]] Result<std::vector<LoadedIndicator>> rows_of_project(sql::Connection& connection,
                                                                   std::string_view region,
                                                                   std::int64_t project);

/// The same of several projects, those of each together.
[[nodiscard]] Result<std::vector<LoadedIndicator>> rows_of_projects(
    sql::Connection& connection, std::string_view region,
    const std::vector<std::int64_t>& projects);

inline constexpr std::array kAllFields{Field::level1,     Field::level2, Field::level3,
                                       Field::comparator, Field::target, Field::measure};

}  // namespace jiheng::store
