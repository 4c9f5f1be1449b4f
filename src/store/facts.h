#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/review_facts.h"
#include "sql/connection.h"

namespace jiheng::store {

/// Keeps what stands around the rows of a version.
[[nodiscard]] Result<void> save_facts(sql::Connection& connection, std::string_view region,
                                      std::int64_t version_id, const ReviewFacts& facts);

/// What is known around the current rows of a year, or of one agency's: the facts of the versions
/// that hold them, what was approved, and for one agency the other projects of the same filings and
/// how its rows stand to those of the year. A filing of more projects than a department has gives
/// no others.
[[nodiscard]] Result<ReviewFacts> load_facts(sql::Connection& connection, std::string_view region,
                                             std::optional<std::int64_t> agency_id,
                                             std::int64_t year);

/// Adds the rows of the years before, of one agency or of all; not yet in the order of `sort_past`.
[[nodiscard]] Result<void> load_past(sql::Connection& connection, std::string_view region,
                                     std::optional<std::int64_t> agency_id, std::int64_t year,
                                     std::vector<PastRow>& past);

}  // namespace jiheng::store
