#pragma once

#include <span>
#include <vector>

#include "domain/monitoring.h"
#include "scoring/watch_indicator.h"

namespace jiheng::scoring {

/// What is known of a project at a day.
///
/// Shape   `actuals`, `said` and `curves` run beside `rows`; a curve nobody set is nullptr. `said`
///         are the days the values are of, `money_said` that of the execution, where known.
struct WatchedProject {
  std::span<const Indicator> rows;
  std::span<const Actual> actuals;
  std::span<const std::optional<Date>> said;
  std::span<const packs::Curve* const> curves;
  Execution execution{};
  std::optional<Date> money_said{};
};

/// The money's light: what was executed of what is due of the whole-year budget by the day, month
/// by month alike.
/// Source  regulations.md §4: v = exec% ÷ (m ÷ 12 × 100).
[[nodiscard]] ExecutionWatch watch_execution(const WatchScheme& scheme, const Execution& execution,
                                             const WatchDay& at);

/// A project's lights, the worst of them, and how money stands to goals.
[[nodiscard]] ProjectWatch watch_project(const WatchScheme& scheme, const WatchedProject& project,
                                         const WatchDay& at);

/// The worse of two lights by the pack's order; what is not lit does not count.
[[nodiscard]] std::optional<packs::Light> worse(const packs::MonitoringPack& pack,
                                                const std::optional<packs::Light>& one,
                                                const std::optional<packs::Light>& other);

}  // namespace jiheng::scoring
