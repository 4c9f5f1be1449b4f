#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/reached.h"
#include "app/workspace.h"
#include "domain/project_money.h"
#include "domain/score.h"
#include "scoring/scheme.h"

namespace jiheng::app {

/// A project as it stands at a day: its targets, what was reached, and its money.
///
/// Shape   `rows` are the current rows in document order; their points, score and reason are those
///         a person said, else the filed ones, their `actual` is the text of what was reached.
///         `reached` runs beside them. `money` is everything said of it, of all sources, up to any
///         day. `execution` is the money at the day, else what the filed form says; both blank
///         where nothing is known.
struct ReportedProject {
  std::int64_t id{};
  std::int64_t agency_id{};
  std::string agency;
  std::string name;
  int year{};
  std::vector<store::StoredIndicator> rows{};
  std::vector<Reached> reached{};
  std::vector<ProjectMoney> money{};
  Execution execution{};
};

/// In the order of `projects`; those that have no current row are left out.
/// Errors  unavailable when the database is away.
[[nodiscard]] Result<std::vector<ReportedProject>> reported_projects(
    const Workspace& workspace, std::string_view region, const std::vector<std::int64_t>& projects,
    Date day);

/// Its scores by a scheme, in the order of its rows; values of sub-units that make no whole say
/// why.
[[nodiscard]] ProjectScore score_of(const ReportedProject& project, const scoring::Scheme& scheme);

}  // namespace jiheng::app
