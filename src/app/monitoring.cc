#include "app/monitoring.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "base/text.h"
#include "scoring/due_share.h"
#include "scoring/watch_project.h"
#include "store/actuals.h"

namespace jiheng::app {
namespace {

// So many missing states are computed while somebody waits for a page.
constexpr std::int64_t kWhileWaiting = 200;
constexpr std::int64_t kAtOnce = 500;
// Somebody else wrote while states were computed: computed again so often before giving up.
constexpr int kTries = 5;

using CurvesByIndicator = std::unordered_map<std::int64_t, packs::Curve>;

Result<CurvesByIndicator> curves_of(const Workspace& workspace, std::string_view region,
                                    const std::vector<std::int64_t>& projects) {
  JH_TRY(const auto set, store::Curves(workspace.store).of_projects(region, projects));
  CurvesByIndicator curves;
  for (const auto& one : set) {
    curves.insert_or_assign(one.indicator_id, one.curve);
  }
  return curves;
}

ProjectWatch watch_of(const scoring::WatchScheme& scheme, const ReportedProject& project,
                      const CurvesByIndicator& curves, Date day) {
  std::vector<Indicator> rows;
  std::vector<Actual> actuals;
  std::vector<std::optional<Date>> said;
  std::vector<const packs::Curve*> own;
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    rows.push_back(project.rows[i].row);
    actuals.push_back(project.reached[i].actual);
    said.push_back(project.reached[i].as_of);
    const auto found = curves.find(project.rows[i].id);
    own.push_back(found == curves.end() ? nullptr : &found->second);
  }
  const auto money = money_at(project.money, "", day);
  return scoring::watch_project(scheme,
                                {.rows = rows,
                                 .actuals = actuals,
                                 .said = said,
                                 .curves = own,
                                 .execution = project.execution,
                                 .money_said = money ? std::optional(money->as_of) : std::nullopt},
                                {project.year, day});
}

std::vector<CurvePoint> due_points(const packs::Curve& curve, int year) {
  std::vector<CurvePoint> points;
  for (int month = 1; month <= packs::kMonths; ++month) {
    const auto day = last_day_of_month(year, month);
    points.push_back({day, scoring::due_percent(curve, year, day)});
  }
  return points;
}

/// What had been reached by the end of each month in which something was said; what the filed row
/// itself says stands at `filed`.
std::vector<ReachedPoint> reached_points(const ReportedProject& project, std::size_t row,
                                         const std::vector<ReportedValue>& values,
                                         const Understanding& by, Date filed) {
  std::vector<ReachedPoint> points;
  for (int month = 1; month <= packs::kMonths; ++month) {
    const auto day = last_day_of_month(project.year, month);
    const auto first = make_date(project.year, month, 1);
    const bool said = std::ranges::any_of(values, [&](const ReportedValue& value) {
      return value.as_of >= *first && value.as_of <= day;
    });
    if (said) {
      const auto reached = reached_by(project.rows[row].row, values, day, by);
      points.push_back({reached.as_of.value_or(day), reached.actual.text});
    }
  }
  const auto& reached = project.reached[row];
  if (!reached.as_of && !reached.actual.text.empty()) {
    points.push_back({filed, reached.actual.text});
  }
  return points;
}

bool wants_words(const packs::MonitoringPack& pack, const IndicatorWatch& watch) {
  return watch.light &&
         std::ranges::find(pack.opinions.explain_lights, packs::word(*watch.light)) !=
             pack.opinions.explain_lights.end();
}

/// Everything of a project that is kept beside its rows.
struct Kept {
  CurvesByIndicator curves{};
  std::unordered_map<std::int64_t, std::vector<ReportedValue>> values{};
};

Result<std::vector<MonitoredIndicator>> indicators_of(const Workspace& workspace,
                                                      std::string_view region,
                                                      const scoring::WatchScheme& scheme,
                                                      const ProjectMonitoring& monitoring,
                                                      Kept& kept) {
  JH_TRY(auto opinions, store::Opinions(workspace.store)
                            .of_project(region, monitoring.project.id, monitoring.period.month));
  std::vector<MonitoredIndicator> indicators;
  const auto& project = monitoring.project;
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    MonitoredIndicator one;
    const auto id = project.rows[i].id;
    const auto own = kept.curves.find(id);
    one.own_curve = own != kept.curves.end();
    one.curve = one.own_curve ? own->second : scheme.curve_of(project.rows[i].row);
    one.due = due_points(one.curve, project.year);
    one.reached = reached_points(project, i, kept.values[id],
                                 {workspace.vocabulary, scheme.pack().fraction_from},
                                 monitoring.period.day());
    one.must_explain = wants_words(scheme.pack(), monitoring.watch.indicators[i]);
    const auto said = std::ranges::find_if(
        opinions, [&](const auto& opinion) { return opinion.opinion.indicator_id == id; });
    if (said != opinions.end()) {
      one.opinion = *said;
    }
    indicators.push_back(std::move(one));
  }
  return indicators;
}

std::string pack_word(const packs::MonitoringPack& pack) {
  return pack.id + ":" + std::to_string(pack.version);
}

/// Executed, at this pace, of the budget.
std::optional<Decimal> forecast_rate(const ReportedProject& project, const ProjectWatch& watch) {
  const auto& budget = project.execution.budget;
  if (!watch.execution.forecast || !budget || !(*budget > Decimal{})) {
    return std::nullopt;
  }
  constexpr int kPlaces = 2;
  const auto rate =
      watch.execution.forecast->times(scoring::kHundred).and_then([&](const Decimal& part) {
        return part.divided_by(*budget, kPlaces);
      });
  return rate ? std::optional(*rate) : std::nullopt;
}

store::MonitoringState state_of(const ReportedProject& project, const ProjectWatch& watch) {
  return {.project_id = project.id,
          .agency_id = project.agency_id,
          .light = watch.light,
          .quadrant = watch.quadrant,
          .money_light = watch.execution.light,
          .counts = watch.counts,
          .budget = project.execution.budget,
          .executed = project.execution.executed,
          .execution_rate = watch.execution.rate,
          .pace = watch.execution.pace,
          .goal_rate = watch.goal_rate,
          .forecast_money = watch.execution.forecast,
          .forecast_rate = forecast_rate(project, watch),
          .missing_forecast = watch.missing_forecast};
}

/// Computes a lot of missing states and keeps them; gives how many there were.
Result<std::int64_t> compute_lot(const Workspace& workspace, const scoring::WatchScheme& scheme,
                                 const store::MonitoringPeriod& period, std::int64_t limit) {
  store::MonitoringBoard board(workspace.store);
  for (int tried = 0; tried < kTries; ++tried) {
    JH_TRY(const auto missing, board.missing(period, limit));
    if (missing.projects.empty()) {
      return 0;
    }
    const auto day = last_day_of_month(period.year, period.month);
    JH_TRY(const auto projects, reported_projects(workspace, period.region, missing.projects, day));
    JH_TRY(const auto curves, curves_of(workspace, period.region, missing.projects));
    std::vector<store::MonitoringState> states;
    states.reserve(projects.size());
    for (const auto& project : projects) {
      states.push_back(state_of(project, watch_of(scheme, project, curves, day)));
    }
    JH_TRY(const bool kept, board.keep(period, missing.revision, states));
    if (kept) {
      return static_cast<std::int64_t>(states.size());
    }
  }
  return 0;
}

Result<store::MonitoringPeriod> period_of(const Workspace& workspace, const WatchedPeriod& period,
                                          const packs::MonitoringPack& pack) {
  JH_TRY(auto region, region_of(workspace));
  return store::MonitoringPeriod{.region = std::move(region),
                                 .year = period.year,
                                 .month = period.month,
                                 .pack = pack_word(pack)};
}

bool says_nothing(const store::Opinion& opinion) {
  return opinion.possibility.empty() && opinion.reasons.empty() && opinion.words.empty() &&
         opinion.measure.empty() && opinion.expected.empty() && opinion.note.empty();
}

/// How a value was made of those of sub-units stands in front of what its light came about by.
void tell_sub_units(ProjectMonitoring& monitoring) {
  for (std::size_t i = 0; i < monitoring.project.reached.size(); ++i) {
    auto& steps = monitoring.watch.indicators[i].derivation.steps;
    std::ranges::transform(monitoring.project.reached[i].steps, std::inserter(steps, steps.begin()),
                           [](const Step& step) { return text_of(step); });
  }
}

/// What is measured by the initial budget for want of an adjusted one says so first.
void tell_initial_budget(ProjectMonitoring& monitoring) {
  const auto& execution = monitoring.project.execution;
  auto& steps = monitoring.watch.execution.derivation.steps;
  const bool never_adjusted =
      execution.by_initial ||
      (monitoring.money && monitoring.money->initial && !monitoring.money->adjusted);
  if (execution.budget && never_adjusted && !steps.empty()) {
    steps.insert(steps.begin(),
                 Text{"monitoring.step.initial_budget", {execution.budget->to_shortest_string()}});
  }
}

/// Reason and measure, where the light or the possibility wants them.
Result<void> check_opinion(const packs::MonitoringPack& pack, const store::Opinion& opinion,
                           bool must_explain) {
  const auto possibility =
      std::ranges::find(pack.possibilities, opinion.possibility, &packs::Possibility::id);
  if (!opinion.possibility.empty() && possibility == pack.possibilities.end()) {
    return fail(ErrorCode::invalid_input, {"monitoring.no_such_possibility", {opinion.possibility}},
                "possibility");
  }
  for (const auto& reason : opinion.reasons) {
    if (std::ranges::find(pack.reasons, reason, &packs::DeviationReason::id) ==
        pack.reasons.end()) {
      return fail(ErrorCode::invalid_input, {"monitoring.no_such_reason", {reason}}, "reasons");
    }
  }
  const bool wanted =
      must_explain || (possibility != pack.possibilities.end() && possibility->explain);
  if (wanted && (opinion.reasons.empty() || opinion.words.empty())) {
    return fail(ErrorCode::invalid_input, {"monitoring.reason_required"},
                opinion.reasons.empty() ? "reasons" : "words");
  }
  if (wanted && opinion.measure.empty()) {
    return fail(ErrorCode::invalid_input, {"monitoring.measure_required"}, "measure");
  }
  return {};
}

}  // namespace

Result<const packs::MonitoringPack*> monitoring_pack(const Workspace& workspace,
                                                     const std::string& id) {
  const auto& packs = workspace.library.monitoring_packs;
  const auto wanted = id.empty() ? std::string(packs::kDefaultMonitoringPack) : id;
  const auto found = std::ranges::find(packs, wanted, &packs::MonitoringPack::id);
  if (found == packs.end()) {
    return fail(ErrorCode::not_found, {"packs.no_monitoring_pack", {wanted}});
  }
  return &*found;
}

Result<std::vector<ProjectMonitoring>> projects_monitoring(
    const Workspace& workspace, const std::vector<std::int64_t>& projects,
    const WatchedPeriod& period) {
  JH_TRY(const auto* pack, monitoring_pack(workspace, period.pack));
  JH_TRY(const auto scheme, scoring::WatchScheme::make(*pack));
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(auto reported, reported_projects(workspace, region, projects, period.day()));
  Kept kept;
  JH_TRY(kept.curves, curves_of(workspace, region, projects));
  JH_TRY(auto actuals, store::Actuals(workspace.store).of_projects(region, projects));
  for (auto& one : actuals) {
    kept.values[one.actual.indicator_id].push_back(std::move(one.actual.said));
  }
  std::vector<ProjectMonitoring> all;
  for (auto& project : reported) {
    ProjectMonitoring monitoring{.pack = pack, .period = period};
    monitoring.watch = watch_of(scheme, project, kept.curves, period.day());
    monitoring.money = money_at(project.money, "", period.day());
    monitoring.project = std::move(project);
    tell_initial_budget(monitoring);
    tell_sub_units(monitoring);
    JH_TRY(monitoring.indicators, indicators_of(workspace, region, scheme, monitoring, kept));
    all.push_back(std::move(monitoring));
  }
  return all;
}

Result<ProjectMonitoring> project_monitoring(const Workspace& workspace, std::int64_t project,
                                             const WatchedPeriod& period) {
  JH_TRY(auto all, projects_monitoring(workspace, {project}, period));
  if (all.empty()) {
    return fail(ErrorCode::not_found, {"store.no_project"});
  }
  return std::move(all.front());
}

Result<void> give_opinion(const Workspace& workspace, std::int64_t project,
                          const WatchedPeriod& period, store::Opinion opinion) {
  JH_TRY(const auto monitoring, project_monitoring(workspace, project, period));
  const auto& rows = monitoring.project.rows;
  const auto row = std::ranges::find(rows, opinion.indicator_id, &store::StoredIndicator::id);
  if (row == rows.end()) {
    return fail(ErrorCode::not_found, {"store.no_indicator"});
  }
  for (auto* text : {&opinion.words, &opinion.measure, &opinion.note}) {
    *text = as_written(*text);
  }
  opinion.expected = std::string(trim(fold(opinion.expected)));  // a value
  opinion.month = period.month;
  const auto at = static_cast<std::size_t>(row - rows.begin());
  // Over an earlier one a blank opinion takes it back.
  if (says_nothing(opinion) && !monitoring.indicators[at].opinion) {
    return fail(ErrorCode::invalid_input, {"monitoring.empty_opinion"}, "possibility");
  }
  JH_TRY_DO(check_opinion(*monitoring.pack, opinion, monitoring.indicators[at].must_explain));
  JH_TRY(const auto region, region_of(workspace));
  return store::Opinions(workspace.store).give(region, opinion, workspace.user);
}

Result<void> set_curve(const Workspace& workspace, std::int64_t project, std::int64_t indicator,
                       const std::optional<packs::Curve>& curve) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto row, workspace.store.indicator(region, indicator));
  if (row.project_id != project) {
    return fail(ErrorCode::not_found, {"store.no_indicator"});
  }
  return store::Curves(workspace.store).set(region, indicator, curve, workspace.user);
}

Result<store::BoardPage> monitoring_board(const Workspace& workspace, store::BoardFilter filter,
                                          const store::Stretch<store::BoardSort>& stretch) {
  JH_TRY(const auto* pack, monitoring_pack(workspace, filter.period.pack));
  JH_TRY(filter.period, period_of(workspace, {filter.period.year, filter.period.month, ""}, *pack));
  store::MonitoringBoard board(workspace.store);
  JH_TRY(auto page, board.page(filter, stretch));
  if (page.missing > 0 && page.missing <= kWhileWaiting) {
    JH_TRY(const auto scheme, scoring::WatchScheme::make(*pack, scoring::Explain::no));
    JH_TRY_DO(compute_lot(workspace, scheme, filter.period, kWhileWaiting));
    JH_TRY(page, board.page(filter, stretch));
  }
  return page;
}

Result<std::int64_t> compute_monitoring(const Workspace& workspace, const WatchedPeriod& period,
                                        std::int64_t limit) {
  JH_TRY(const auto* pack, monitoring_pack(workspace, period.pack));
  JH_TRY(const auto scheme, scoring::WatchScheme::make(*pack, scoring::Explain::no));
  JH_TRY(const auto stored, period_of(workspace, period, *pack));
  std::int64_t done = 0;
  while (done < limit) {
    JH_TRY(const auto lot, compute_lot(workspace, scheme, stored, std::min(kAtOnce, limit - done)));
    done += lot;
    if (lot == 0) {
      break;
    }
  }
  return store::MonitoringBoard(workspace.store).count_missing(stored);
}

Result<void> compute_all_monitoring(
    const Workspace& workspace, const WatchedPeriod& period,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress) {
  JH_TRY(const auto total, compute_monitoring(workspace, period, 0));
  for (auto left = total; left > 0;) {
    JH_TRY(const auto missing, compute_monitoring(workspace, period, kAtOnce));
    if (missing >= left) {
      break;  // somebody else keeps writing; what is missing is said on the board
    }
    left = missing;
    if (progress) {
      progress(total - left, total);
    }
  }
  return {};
}

}  // namespace jiheng::app
