#include "app/score_keeping.h"

#include <algorithm>
#include <utility>

#include "app/scoring.h"
#include "base/hash.h"
#include "packs/scoring_profile_text.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kBatch = 200;
constexpr std::size_t kNamed = 20;

store::KeptProfile kept(const packs::ScoringProfile& profile) {
  auto content = packs::profile_text(profile);
  auto hash = sha256(content);
  return {.hash = std::move(hash),
          .id = profile.id,
          .version = profile.version,
          .title = profile.title,
          .content = std::move(content)};
}

store::ScoreResult result_of(const InputOfProject& project, const ProjectScore& score) {
  const auto& names = project.input.execution;
  return {.project_id = project.project_id,
          .agency_id = project.agency_id,
          .agency = names.agency,
          .project = names.project,
          .total = score.total,
          .possible = score.possible,
          .execution = score.execution ? score.execution->score : std::nullopt,
          .grade = score.grade,
          .unscored = static_cast<std::int64_t>(score.unscored),
          .has_score = has_score(score),
          .result = result_text(score),
          .inputs = input_text(project.input)};
}

/// Writes a run, a batch at a time; what is not finished is discarded.
class RunWriter {
 public:
  RunWriter(store::ScoreRuns& runs, std::string region, const packs::ScoringProfile& profile)
      : runs_(runs), region_(std::move(region)) {
    for (const auto& grade : profile.grades) {
      counts_.grades.push_back({grade.name});
    }
    counts_.grades.push_back({});
  }

  RunWriter(const RunWriter&) = delete;
  RunWriter& operator=(const RunWriter&) = delete;
  RunWriter(RunWriter&&) = delete;
  RunWriter& operator=(RunWriter&&) = delete;

  ~RunWriter() {
    if (id_ != 0 && !finished_) {
      // An unfinished run is shown as such where even this fails.
      static_cast<void>(runs_.discard(region_, id_));
    }
  }

  Result<void> start(const store::NewScoreRun& run) {
    JH_TRY(id_, runs_.start(region_, run));
    return {};
  }

  Result<void> take(const InputOfProject& project, const ProjectScore& score) {
    count(score);
    batch_.push_back(result_of(project, score));
    batch_.back().position = ++position_;
    return batch_.size() < kBatch ? Result<void>{} : flush();
  }

  Result<StoredScoreRun> finish() {
    JH_TRY_DO(flush());
    std::erase_if(counts_.grades, [](const auto& grade) { return grade.projects == 0; });
    JH_TRY_DO(runs_.finish(region_, id_, counts_));
    finished_ = true;
    return runs_.run(region_, id_);
  }

 private:
  Result<void> flush() {
    JH_TRY_DO(runs_.add(region_, id_, batch_));
    batch_.clear();
    return {};
  }

  void count(const ProjectScore& score) {
    for (const auto& one : score.scores) {
      ++(one.score ? counts_.scored : counts_.unscored);
      counts_.proposed += one.points_proposed ? 1 : 0;
    }
    const auto grade = std::ranges::find(counts_.grades, score.grade, &store::GradeCount::grade);
    ++grade->projects;
  }

  store::ScoreRuns& runs_;
  std::string region_;
  std::int64_t id_{};
  bool finished_{};
  std::int64_t position_{};
  std::vector<store::ScoreResult> batch_{};
  store::ScoreCounts counts_{};
};

Result<StoredScoreRun> keep(const Workspace& workspace, const ScoreSource& source,
                            const packs::ScoringProfile& profile, const LongWork& work) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto scheme, scheme_of(profile, workspace.vocabulary));
  store::ScoreRuns runs(workspace.store);
  store::NewScoreRun run{.scope = source.scope,
                         .as_of = source.as_of,
                         .profile = kept(profile),
                         .of_run = source.run,
                         .author = workspace.user};
  if (source.run == 0) {
    JH_TRY(const auto projects, runs.projects_of(region, source.scope));
    run.expected = static_cast<std::int64_t>(projects.size());
  } else {
    JH_TRY(const auto from, runs.run(region, source.run));
    run.expected = from.done;
  }
  if (run.expected == 0) {
    return fail(ErrorCode::not_found,
                {"score_keeping.no_projects", {std::to_string(source.scope.year)}});
  }
  RunWriter writer(runs, region, profile);
  JH_TRY_DO(writer.start(run));
  JH_TRY_DO(each_input(workspace, source, work, [&](const InputOfProject& project) {
    return writer.take(project, score_of(project.input, scheme));
  }));
  return writer.finish();
}

Result<packs::ScoringProfile> profile_named(const Workspace& workspace, std::string_view id) {
  return workspace.library.scoring_profile(id.empty() ? packs::kDefaultScoringProfile : id);
}

ScoreSource source_of(const Workspace& workspace, const ScoreRequest& request) {
  return {.run = request.run,
          .scope = request.scope,
          .as_of = request.as_of ? *request.as_of : today(workspace)};
}

Result<StoredScoreRun> finished_run(const Workspace& workspace, std::int64_t id) {
  JH_TRY(auto run, score_run(workspace, id));
  if (!run.finished) {
    return fail(ErrorCode::conflict, {"score_keeping.unfinished"});
  }
  return run;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) {
    all += (all.empty() ? "" : "、") + name;
  }
  return all;
}

}  // namespace

Result<StoredScoreRun> keep_scores(const Workspace& workspace, const ScoreRequest& request,
                                   const LongWork& work) {
  JH_TRY(const auto profile, profile_named(workspace, request.profile));
  return keep(workspace, source_of(workspace, request), profile, work);
}

Result<StoredScoreRun> keep_scores_again(const Workspace& workspace, std::int64_t run,
                                         std::string_view profile, const LongWork& work) {
  JH_TRY(const auto from, finished_run(workspace, run));
  JH_TRY(const auto other, profile_named(workspace, profile));
  return keep(workspace, {.run = run, .scope = from.run.scope, .as_of = from.run.as_of}, other,
              work);
}

Result<void> each_score(
    const Workspace& workspace, const ScoreRequest& request, const LongWork& work,
    const std::function<Result<void>(const ScoreInput& input, const ProjectScore& score)>& take) {
  JH_TRY(const auto profile, profile_named(workspace, request.profile));
  JH_TRY(const auto scheme, scheme_of(profile, workspace.vocabulary));
  return each_input(workspace, source_of(workspace, request), work,
                    [&](const InputOfProject& project) {
                      return take(project.input, score_of(project.input, scheme));
                    });
}

Result<std::vector<StoredScoreRun>> score_runs(const Workspace& workspace, int year) {
  JH_TRY(const auto region, region_of(workspace));
  return store::ScoreRuns(workspace.store).of_year(region, year);
}

Result<StoredScoreRun> score_run(const Workspace& workspace, std::int64_t run) {
  JH_TRY(const auto region, region_of(workspace));
  return store::ScoreRuns(workspace.store).run(region, run);
}

Result<void> discard_run(const Workspace& workspace, std::int64_t run) {
  JH_TRY(const auto region, region_of(workspace));
  return store::ScoreRuns(workspace.store).discard(region, run);
}

Result<store::Page<store::ScoreResult>> run_results(
    const Workspace& workspace, store::ScoreFilter filter,
    const store::Stretch<store::ScoreSort>& stretch) {
  JH_TRY(filter.region, region_of(workspace));
  store::ScoreRuns runs(workspace.store);
  JH_TRY_DO(runs.run(filter.region, filter.run));
  return runs.results(filter, stretch);
}

Result<KeptScore> kept_score(const Workspace& workspace, std::int64_t run, std::int64_t project) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(auto result, store::ScoreRuns(workspace.store).result(region, run, project));
  JH_TRY(auto input, read_input(result.inputs));
  JH_TRY(auto score, read_result(result.result));
  return KeptScore{std::move(result), std::move(input), std::move(score)};
}

Result<void> each_kept_score(
    const Workspace& workspace, std::int64_t run, const LongWork& work,
    const std::function<Result<void>(const ScoreInput& input, const ProjectScore& score)>& take) {
  return each_input(workspace, {.run = run}, work,
                    [&](const InputOfProject& project) -> Result<void> {
                      JH_TRY(const auto score, read_result(project.kept_result));
                      return take(project.input, score);
                    });
}

Result<Rerun> rerun(const Workspace& workspace, std::int64_t run, const LongWork& work) {
  JH_TRY(const auto stored, finished_run(workspace, run));
  JH_TRY(const auto profile,
         packs::read_profile_text(stored.run.profile.content, stored.run.profile.id));
  JH_TRY(const auto scheme, scheme_of(profile, workspace.vocabulary));
  Rerun again;
  JH_TRY_DO(
      each_input(workspace, {.run = run}, work, [&](const InputOfProject& project) -> Result<void> {
        ++again.projects;
        const bool same = result_text(score_of(project.input, scheme)) == project.kept_result;
        again.same += same ? 1 : 0;
        if (!same && again.differing.size() < kNamed) {
          again.differing.push_back(project.input.execution.project);
        }
        return {};
      }));
  return again;
}

Result<std::vector<Text>> check_scores(const Workspace& workspace) {
  store::ScoreRuns runs(workspace.store);
  JH_TRY(auto complaints, runs.check());
  JH_TRY(const auto regions, workspace.store.regions());
  for (const auto& region : regions) {
    auto there = workspace;
    there.region = region;
    JH_TRY(const auto years, workspace.store.years(region));
    for (const auto& year : years) {
      JH_TRY(const auto all, runs.of_year(region, year.year));
      const auto newest = std::ranges::find(all, true, &StoredScoreRun::finished);
      if (newest == all.end()) {
        continue;
      }
      JH_TRY(const auto again, rerun(there, newest->id));
      if (again.same != again.projects) {
        complaints.push_back(
            {"score_keeping.differs",
             {std::to_string(year.year), newest->run.profile.id,
              std::to_string(again.projects - again.same), joined(again.differing)}});
      }
    }
  }
  return complaints;
}

}  // namespace jiheng::app
