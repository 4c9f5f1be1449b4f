#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sql/connection.h"
#include "store/edits.h"
#include "store/filing.h"

namespace jiheng::store {

/// An agency the document names. `id` is 0 until it is written; `renamed_from` the id of the agency
/// whose rows it takes over under its new name, or 0.
struct PlannedAgency {
  Agency agency;
  std::string identity;
  std::int64_t id{};
  std::int64_t renamed_from{};
};

struct PlannedProject {
  std::size_t agency{};
  std::string name;
  std::string identity;
  std::size_t first_row{};
  std::int64_t id{};  // 0 until it is written
};

/// One row of the document, and the stored indicator it continues.
struct PlannedRow {
  std::size_t project{};
  std::string identity;
  std::int64_t indicator_id{};  // 0 for a new one
  std::int64_t revision{1};
  std::string old_search{};          // what its search rows were made from, "" for none
  std::int64_t renamed_indicator{};  // whose edits go over to this row, or 0
};

/// A current row the new version does not have.
struct GoneRow {
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  std::string search;
};

/// An edit's cell whose conflict flag changes.
struct ConflictFlag {
  std::int64_t overlay_id{};
  Field field{};
  bool conflict{};
};

/// What has to be written to file a document, worked out by reading only.
struct FilingPlan {
  FilingResult result{};
  std::int64_t filing_id{};  // 0 for a new filing
  std::vector<PlannedAgency> agencies{};
  std::vector<PlannedProject> projects{};
  std::vector<PlannedRow> rows{};
  std::vector<GoneRow> gone{};
  std::vector<ConflictFlag> flags{};
  std::vector<Finding> findings{};
  /// The rows as they will stand; empty where that is how they were filed.
  std::vector<Indicator> edited{};

  [[nodiscard]] std::span<const Indicator> shown(const FilingRequest& request) const {
    return edited.empty() ? request.indicators : std::span<const Indicator>(edited);
  }
};

/// What the steps of planning share.
struct Planning {
  sql::Connection& connection;
  const FilingRequest& request;
  const Hooks& hooks;
  FilingPlan& plan;
};

/// Errors  those of `Store::plan`.
[[nodiscard]] Result<void> validate_filing(const FilingRequest& request);

/// Errors  those of `Store::plan`.
[[nodiscard]] Result<FilingPlan> plan_filing(sql::Connection& connection,
                                             const FilingRequest& request, const Hooks& hooks);

/// Agencies, renamed ones, projects, and which filing it is.
[[nodiscard]] Result<void> plan_agencies(const Planning& planning);

/// Rows against what is stored: new, changed, gone, edits carried or in conflict.
[[nodiscard]] Result<void> plan_rows(const Planning& planning);

}  // namespace jiheng::store
