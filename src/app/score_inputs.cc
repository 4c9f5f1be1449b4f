#include "app/score_inputs.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/date.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kBatch = 200;

Result<void> require_wanted(const LongWork& work) {
  if (work.stop.stop_requested()) {
    return fail(ErrorCode::unavailable, {"score_keeping.stopped"});
  }
  return {};
}

void tell(const LongWork& work, std::size_t done, std::size_t all) {
  if (work.tell) {
    work.tell(static_cast<std::int64_t>(done), static_cast<std::int64_t>(all));
  }
}

Result<void> each_present(const Workspace& workspace, const ScoreSource& source,
                          const LongWork& work, const TakeInput& take) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto ids, store::ScoreRuns(workspace.store).projects_of(region, source.scope));
  if (ids.empty()) {
    return fail(ErrorCode::not_found,
                {"score_keeping.no_projects", {std::to_string(source.scope.year)}});
  }
  for (std::size_t from = 0; from < ids.size(); from += kBatch) {
    JH_TRY_DO(require_wanted(work));
    tell(work, from, ids.size());
    const auto to = std::min(from + kBatch, ids.size());
    const std::vector<std::int64_t> batch(ids.begin() + static_cast<std::ptrdiff_t>(from),
                                          ids.begin() + static_cast<std::ptrdiff_t>(to));
    JH_TRY(const auto projects, reported_projects(workspace, region, batch, source.as_of));
    for (const auto& project : projects) {
      JH_TRY_DO(take(
          {.project_id = project.id, .agency_id = project.agency_id, .input = input_of(project)}));
    }
  }
  tell(work, ids.size(), ids.size());
  return {};
}

Result<void> each_kept(const Workspace& workspace, const ScoreSource& source, const LongWork& work,
                       const TakeInput& take) {
  JH_TRY(const auto region, region_of(workspace));
  store::ScoreRuns runs(workspace.store);
  JH_TRY(const auto run, runs.run(region, source.run));
  const auto all = static_cast<std::size_t>(run.done);
  std::size_t done = 0;
  const auto take_kept = [&](const store::ScoreResult& kept) -> Result<void> {
    if (done % kBatch == 0) {
      tell(work, done, all);
      JH_TRY_DO(require_wanted(work));
    }
    ++done;
    JH_TRY(auto input, read_input(kept.inputs));
    return take({.project_id = kept.project_id,
                 .agency_id = kept.agency_id,
                 .input = std::move(input),
                 .kept_result = kept.result});
  };
  JH_TRY_DO(runs.each_result(region, source.run, take_kept));
  tell(work, all, all);
  return {};
}

/// Only the initial budget of the whole was ever said.
bool never_adjusted(const ReportedProject& project) {
  const auto said = [&](auto part) {
    return std::ranges::any_of(
        project.money, [&](const ProjectMoney& one) { return one.source.empty() && one.*part; });
  };
  return project.execution.budget && said(&ProjectMoney::initial) && !said(&ProjectMoney::adjusted);
}

}  // namespace

Date today(const Workspace& workspace) {
  constexpr std::int64_t kEastOfUtcMs = std::int64_t{8} * 3'600'000;
  const auto time = iso_time(workspace.store.parts().clock.now_ms() + kEastOfUtcMs);
  return parse_iso_date(std::string_view(time).substr(0, 10)).value_or(Date{});
}

ScoreInput input_of(const ReportedProject& project) {
  ScoreInput input{.year = project.year, .execution = project.execution, .proposing = true};
  input.execution.by_initial = input.execution.by_initial || never_adjusted(project);
  input.execution.agency = project.agency;
  input.execution.project = project.name;
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    const auto& stored = project.rows[i];
    const auto& reached = project.reached[i];
    ScoredRow scored{.indicator_id = stored.id,
                     .actual = reached.actual,
                     .as_of = reached.as_of,
                     .unclear = reached.unclear,
                     .made_of = reached.steps};
    const auto& from = stored.row;
    scored.row.place = from.place;
    scored.row.agency = project.agency;
    scored.row.project = project.name;
    scored.row.level1 = from.level1;
    scored.row.level2 = from.level2;
    scored.row.name = from.name;
    scored.row.comparator = from.comparator;
    scored.row.target = from.target;
    scored.row.measure = from.measure;
    scored.row.points = from.points;
    scored.row.actual = reached.actual.text;
    scored.row.score = from.score;
    scored.row.reason = from.reason;
    scored.row.typed = from.typed;
    scored.row.measured = from.measured;
    input.rows.push_back(std::move(scored));
  }
  return input;
}

Result<void> each_input(const Workspace& workspace, const ScoreSource& source, const LongWork& work,
                        const TakeInput& take) {
  return source.run == 0 ? each_present(workspace, source, work, take)
                         : each_kept(workspace, source, work, take);
}

}  // namespace jiheng::app
