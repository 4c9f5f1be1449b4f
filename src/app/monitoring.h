#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/reported_projects.h"
#include "app/workspace.h"
#include "domain/monitoring.h"
#include "packs/monitoring_pack.h"
#include "store/monitoring_board.h"
#include "store/monitoring_said.h"

// 双监控: how projects stand at the end of a month. Everything looks at one region (`region_of`)
// and gives Errors of the store.
namespace jiheng::app {

/// A period and the pack it is watched by.
///
/// Shape   `month` 1 to 12, the period is January to it; `pack` is an id, "" the default one.
struct WatchedPeriod {
  int year{};
  int month{};
  std::string pack{};

  [[nodiscard]] Date day() const {
    return last_day_of_month(year, month);
  }
};

/// Errors  not_found `packs.no_monitoring_pack`.
[[nodiscard]] Result<const packs::MonitoringPack*> monitoring_pack(const Workspace& workspace,
                                                                   const std::string& id);

/// A day of a curve: what is due by then.
struct CurvePoint {
  Date day{};
  Decimal share{};  // percent of the target
};

/// What was said of an indicator by a day of the year.
struct ReachedPoint {
  Date day{};
  std::string value{};
};

/// An indicator of a project's 监控表.
///
/// Shape   `own_curve` where a person set it; `due` are the ends of the months; `must_explain`
/// where
///         the pack wants reason and measure for its light.
struct MonitoredIndicator {
  packs::Curve curve{};
  bool own_curve{};
  std::vector<CurvePoint> due{};
  std::vector<ReachedPoint> reached{};
  std::optional<store::StoredOpinion> opinion{};
  bool must_explain{};
};

/// A project's 监控表: its rows, their lights, and what persons say of them.
///
/// Shape   `indicators` and `watch.indicators` run beside `project.rows`.
struct ProjectMonitoring {
  const packs::MonitoringPack* pack{};
  WatchedPeriod period{};
  ReportedProject project{};
  ProjectWatch watch{};
  std::vector<MonitoredIndicator> indicators{};
  std::optional<ProjectMoney> money{};
};

/// Errors  not_found `store.no_project`, `packs.no_monitoring_pack`.
[[nodiscard]] Result<ProjectMonitoring> project_monitoring(const Workspace& workspace,
                                                           std::int64_t project,
                                                           const WatchedPeriod& period);

/// The same of several projects, in their order; those without rows are left out.
[[nodiscard]] Result<std::vector<ProjectMonitoring>> projects_monitoring(
    const Workspace& workspace, const std::vector<std::int64_t>& projects,
    const WatchedPeriod& period);

/// Keeps what a person says of an indicator of the project, words as they were written.
/// Errors  invalid_input `monitoring.empty_opinion` (nothing said now or before),
///         `monitoring.no_such_possibility`, `monitoring.no_such_reason`,
///         `monitoring.reason_required` and `monitoring.measure_required` (where: the member) where
///         the pack wants them; not_found `store.no_indicator`.
[[nodiscard]] Result<void> give_opinion(const Workspace& workspace, std::int64_t project,
                                        const WatchedPeriod& period, store::Opinion opinion);

/// Sets an indicator's curve, or with nothing gives it back to the pack's.
/// Errors  not_found `store.no_indicator`.
[[nodiscard]] Result<void> set_curve(const Workspace& workspace, std::int64_t project,
                                     std::int64_t indicator,
                                     const std::optional<packs::Curve>& curve);

/// A page of the board. A few states that are not known are computed first; of many, `missing` says
/// how many.
/// Errors  not_found `packs.no_monitoring_pack`; invalid_input `store.bad_cursor`.
[[nodiscard]] Result<store::BoardPage> monitoring_board(
    const Workspace& workspace, store::BoardFilter filter,
    const store::Stretch<store::BoardSort>& stretch);

/// Computes states that are not known, at most `limit`; gives how many are still missing.
[[nodiscard]] Result<std::int64_t> compute_monitoring(const Workspace& workspace,
                                                      const WatchedPeriod& period,
                                                      std::int64_t limit);

/// Computes all of them; `progress` is told how many are done and how many there are.
[[nodiscard]] Result<void> compute_all_monitoring(
    const Workspace& workspace, const WatchedPeriod& period,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress = {});

}  // namespace jiheng::app
