#include "app/judging.h"

#include <algorithm>
#include <utility>

#include "app/judged_rows.h"
#include "app/year_comparison.h"
#include "intake/target_language.h"

namespace jiheng::app {
namespace {

store::Retype retype_of(const Workspace& workspace) {
  return [&workspace](Indicator& row) {
    const auto comparator = row.comparator ? std::string(sign(*row.comparator)) : std::string();
    const auto target = row.target;
    const auto measure = row.measure;
    intake::retype(row, {comparator, target, measure}, workspace.vocabulary);
  };
}

const store::StoredRun* run_of(const std::vector<store::StoredRun>& runs, int year) {
  const auto found = std::ranges::find(runs, year, [](const auto& run) { return run.run.year; });
  return found == runs.end() ? nullptr : &*found;
}

Result<packs::RulePack> pack_named(const Workspace& workspace, const store::ReviewRun& run) {
  auto pack = workspace.library.rule_pack(run.pack_id);
  return pack ? std::move(pack)
              : fail(ErrorCode::conflict,
                     {"review.pack_not_here", {std::to_string(run.year), run.pack_id}});
}

/// One of the two times the agencies of a year are gone through.
store::YearWatch half(const store::YearWatch& watch, std::size_t which) {
  if (!watch.told) {
    return watch;
  }
  return {.stop = watch.stop,
          .told = [told = watch.told, which](std::size_t done, std::size_t all) {
            told(which * all + done, 2 * all);
          }};
}

/// Looks at the whole year and keeps how its rows stand to each other.
Result<void> compare_year(const Workspace& workspace, std::string_view region, int year,
                          const packs::RulePack& pack, const store::YearWatch& watch) {
  JH_TRY(const auto profile, ReadyProfile::make(workspace.library, workspace.vocabulary));
  JH_TRY(auto comparison, YearComparison::make({profile->scheme(), pack, workspace.vocabulary}));
  JH_TRY_DO(workspace.store.each_agency(
      region, {.year = year},
      [&](const store::AgencyRows& rows) -> Result<void> {
        comparison.add(rows.rows, rows.facts);
        return {};
      },
      watch));
  return workspace.store.keep_comparisons(region, year, std::move(comparison).found());
}

}  // namespace

Result<YearPack> pack_of(const Workspace& workspace, std::string_view region, int year) {
  JH_TRY(const auto runs, workspace.store.judged_by(region));
  const auto* run = run_of(runs, year);
  if (run == nullptr) {
    return YearPack{.pack = workspace.pack};
  }
  JH_TRY(auto pack, pack_named(workspace, run->run));
  return YearPack{.pack = std::move(pack),
                  .run = run->at_ms == 0 ? std::nullopt : std::optional(*run)};
}

Result<store::Hooks> hooks_of(const Workspace& workspace, std::string_view region) {
  JH_TRY(auto runs, workspace.store.judged_by(region));
  JH_TRY(auto profile, ReadyProfile::make(workspace.library, workspace.vocabulary));
  return store::Hooks{
      .retype = retype_of(workspace),
      .review = [&workspace, runs = std::move(runs), profile = std::move(profile)](
                    std::span<const Indicator> rows,
                    const ReviewFacts& facts) -> Result<std::vector<Finding>> {
        const auto by = [&](const packs::RulePack& pack) {
          return findings_of(rows, facts, {profile->scheme(), pack, workspace.vocabulary});
        };
        const auto* run = facts.year ? run_of(runs, *facts.year) : nullptr;
        if (run == nullptr) {
          return by(workspace.pack);
        }
        JH_TRY(const auto pack, pack_named(workspace, run->run));
        return by(pack);
      }};
}

Result<store::Hooks> hooks_by(const Workspace& workspace, const packs::RulePack& pack) {
  JH_TRY(auto profile, ReadyProfile::make(workspace.library, workspace.vocabulary));
  return store::Hooks{
      .retype = retype_of(workspace),
      .review = [&workspace, &pack, profile = std::move(profile)](std::span<const Indicator> rows,
                                                                  const ReviewFacts& facts) {
        return findings_of(rows, facts, {profile->scheme(), pack, workspace.vocabulary});
      }};
}

Result<JudgedYear> judge_year(const Workspace& workspace, int year, std::string_view pack,
                              const store::YearWatch& watch) {
  JH_TRY(const auto region, region_of(workspace));
  JudgedYear judged;
  if (pack.empty()) {
    JH_TRY(auto own, pack_of(workspace, region, year));
    judged.pack = std::move(own.pack);
  } else {
    JH_TRY(judged.pack, workspace.library.rule_pack(pack));
  }
  const store::ReviewRun run{
      .year = year, .pack_id = judged.pack.id, .pack_version = judged.pack.version};
  JH_TRY_DO(compare_year(workspace, region, year, judged.pack, half(watch, 0)));
  JH_TRY(const auto hooks, hooks_by(workspace, judged.pack));
  JH_TRY(judged.findings, workspace.store.review_year(region, run, hooks, half(watch, 1)));
  return judged;
}

}  // namespace jiheng::app
