#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "sql/connection.h"
#include "store/filing.h"
#include "store/listing.h"

namespace jiheng::store {

/// Adds a finding to the count of its severity; one that is set aside does not count.
void count(Counts& counts, const Finding& finding);

/// Which row a finding is about.
struct FindingPlace {
  std::int64_t indicator_id{};
  std::int64_t project_id{};
};

/// Writes findings whose `row` indexes `places`, by one bulk load. Earlier findings of the rows
/// must be gone.
[[nodiscard]] Result<void> add_findings(sql::Connection& connection, std::string_view region,
                                        std::int64_t year, std::span<const FindingPlace> places,
                                        std::span<const Finding> findings);

[[nodiscard]] Result<void> delete_findings(sql::Connection& connection, std::string_view region,
                                           std::span<const std::int64_t> projects);

/// Sets the projects' counters and first place from their current rows.
[[nodiscard]] Result<void> recount(sql::Connection& connection, std::string_view region,
                                   std::span<const std::int64_t> projects);

/// The current rows of an agency and year as they are judged, and what is known around them.
[[nodiscard]] Result<AgencyRows> load_agency(sql::Connection& connection, std::string_view region,
                                             std::int64_t agency, std::int64_t year);

/// Replaces the findings of an agency's projects of a year by what `review` says of their current
/// rows: some rules compare the projects of an agency.
[[nodiscard]] Result<void> review_agency(sql::Connection& connection, std::string_view region,
                                         std::int64_t agency, std::int64_t year,
                                         const Review& review);

/// The same for the agencies and years of projects.
[[nodiscard]] Result<void> review_projects(sql::Connection& connection, std::string_view region,
                                           const std::set<std::int64_t>& projects,
                                           const Review& review);
[[nodiscard]] Result<void> review_project(sql::Connection& connection, std::string_view region,
                                          std::int64_t project, const Review& review);

}  // namespace jiheng::store
