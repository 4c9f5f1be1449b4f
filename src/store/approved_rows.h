#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/approved_row.h"
#include "sql/connection.h"

namespace jiheng::store {

/// Adds the approved rows of a year, of one agency's projects or of all: of each project those of
/// the newest approved version that has any, as they were filed. They bear their agency's present
/// name.
[[nodiscard]] Result<void> load_approved(sql::Connection& connection, std::string_view region,
                                         std::optional<std::int64_t> agency_id, std::int64_t year,
                                         std::vector<ApprovedRow>& rows);

/// Keeps that the rows of a version are approved. `projects` has the id of each row's.
[[nodiscard]] Result<void> keep_approved(sql::Connection& connection, std::string_view region,
                                         std::int64_t version_id,
                                         std::span<const std::int64_t> projects);

/// A project of an agency that goes on under another name: the one it was, and the one it is now.
struct CarriedProject {
  std::int64_t agency_before{};
  std::int64_t year{};
  std::string_view identity;
  std::int64_t project_now{};
};

/// What was approved for the project before counts for the one now, unless that has its own.
[[nodiscard]] Result<void> carry_approved(sql::Connection& connection, std::string_view region,
                                          const CarriedProject& project);

}  // namespace jiheng::store
