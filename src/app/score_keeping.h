#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/score_inputs.h"
#include "app/workspace.h"
#include "store/score_runs.h"

namespace jiheng::app {

using store::StoredScoreRun;

/// What to score: a year, an agency or a project of it, as of a day, by a profile.
///
/// Shape   no day is today; profile "" is `packs::kDefaultScoringProfile`. With `run` its inputs
/// are
///         scored instead of what stands in the database (`each_score` only).
struct ScoreRequest {
  std::int64_t run{};
  store::ScoredScope scope{};
  std::optional<Date> as_of{};
  std::string profile{};
};

/// Scores what stands in the database and keeps it: the results with the very profile and inputs.
/// Errors  not_found `packs.no_scoring_profile`; those of `each_input`. Nothing is kept then.
[[nodiscard]] Result<StoredScoreRun> keep_scores(const Workspace& workspace,
                                                 const ScoreRequest& request,
                                                 const LongWork& work = {});

/// Scores the inputs of a finished run by another profile and keeps that as a run of its own.
/// Errors  those of `keep_scores`; conflict `score_keeping.unfinished`.
[[nodiscard]] Result<StoredScoreRun> keep_scores_again(const Workspace& workspace, std::int64_t run,
                                                       std::string_view profile,
                                                       const LongWork& work = {});

/// Scores without keeping it, project by project.
/// Errors  those of `keep_scores`, and the first of `take`.
[[nodiscard]] Result<void> each_score(
    const Workspace& workspace, const ScoreRequest& request, const LongWork& work,
    const std::function<Result<void>(const ScoreInput& input, const ProjectScore& score)>& take);

[[nodiscard]] Result<std::vector<StoredScoreRun>> score_runs(const Workspace& workspace, int year);
[[nodiscard]] Result<StoredScoreRun> score_run(const Workspace& workspace, std::int64_t run);
/// Removes a run that is not finished: whoever is still writing it ends with an error.
/// Errors  not_found `store.no_score_run`; conflict `store.score_run_finished`.
[[nodiscard]] Result<void> discard_run(const Workspace& workspace, std::int64_t run);
/// `filter.region` is filled in here.
[[nodiscard]] Result<store::Page<store::ScoreResult>> run_results(
    const Workspace& workspace, store::ScoreFilter filter,
    const store::Stretch<store::ScoreSort>& stretch);

/// One project of a run: what it was scored from, and its kept scores with their derivations.
struct KeptScore {
  store::ScoreResult result;
  ScoreInput input{};
  ProjectScore score{};
};

/// Errors  not_found `store.no_score`; invalid_input `score_keeping.damaged`.
[[nodiscard]] Result<KeptScore> kept_score(const Workspace& workspace, std::int64_t run,
                                           std::int64_t project);
/// Every project of a run in document order.
[[nodiscard]] Result<void> each_kept_score(
    const Workspace& workspace, std::int64_t run, const LongWork& work,
    const std::function<Result<void>(const ScoreInput& input, const ProjectScore& score)>& take);

/// A run computed again from its kept inputs by its kept profile.
///
/// Shape   `differing` names the projects whose result is not the stored one, byte for byte; at
///         most 20.
struct Rerun {
  std::int64_t projects{};
  std::int64_t same{};
  std::vector<std::string> differing{};
};

/// Errors  conflict `score_keeping.unfinished`; those of `each_input` and of reading the profile.
[[nodiscard]] Result<Rerun> rerun(const Workspace& workspace, std::int64_t run,
                                  const LongWork& work = {});

/// What `db check` says of kept scores: damaged profiles, and years whose newest run, computed
/// again, gives something else.
[[nodiscard]] Result<std::vector<Text>> check_scores(const Workspace& workspace);

}  // namespace jiheng::app
