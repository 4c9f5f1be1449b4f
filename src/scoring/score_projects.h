#pragma once

#include <span>
#include <vector>

#include "domain/actual.h"
#include "domain/score.h"
#include "scoring/scheme.h"

namespace jiheng::scoring {

/// What a document says that scores depend on.
///
/// Shape   `actuals` runs beside `rows`.
struct Reported {
  std::span<const Indicator> rows;
  std::span<const Actual> actuals;
  std::span<const Execution> executions{};
  std::span<const FiledTotal> totals{};
  std::optional<int> year{};
};

/// Every project's indicators, its execution, the total after caps, and the grade, in the order of
/// the projects' first rows.
[[nodiscard]] std::vector<ProjectScore> score_projects(const Scheme& scheme,
                                                       const Reported& reported);

/// Why the points of a project are not the profile's whole; nothing where they are.
[[nodiscard]] std::optional<Step> points_complaint(const packs::ScoringProfile& profile,
                                                   const ProjectScore& project);

}  // namespace jiheng::scoring
