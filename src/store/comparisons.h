#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "domain/review_facts.h"
#include "sql/connection.h"

namespace jiheng::store {

/// Ids of projects by agency and project as rows write them.
using ProjectIds = std::map<std::pair<std::string, std::string>, std::int64_t>;

/// Those of the current rows of a year.
[[nodiscard]] Result<ProjectIds> project_ids(sql::Connection& connection, std::string_view region,
                                             std::int64_t year);

/// Replaces what is known of a year by the copies and costs a look at all of it found.
[[nodiscard]] Result<void> replace_comparisons(sql::Connection& connection, std::string_view region,
                                               std::int64_t year, const ReviewFacts& found);

/// Keeps the costs a document tells for projects of which none are known.
[[nodiscard]] Result<void> add_costs(sql::Connection& connection, std::string_view region,
                                     std::int64_t year, const ProjectIds& projects,
                                     const std::vector<OutputCosts>& costs);

/// Adds what is known of an agency's projects to the copies and costs of `facts`.
[[nodiscard]] Result<void> load_comparisons(sql::Connection& connection, std::string_view region,
                                            std::int64_t agency, std::int64_t year,
                                            ReviewFacts& facts);

}  // namespace jiheng::store
