#include "app/what_if.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/scoring.h"
#include "report/csv.h"
#include "scoring/score_projects.h"
#include "store/score_runs.h"

namespace jiheng::app {
namespace {

constexpr std::array<std::string_view, 9> kColumns{"agency",       "project",    "before",
                                                   "grade_before", "after",      "grade_after",
                                                   "by",           "indicators", "cause"};

/// "排队时间 34.29 → 33.33", each that changes; the execution of the budget as EXECUTION.
std::string rows_of(const Movement& movement) {
  const auto spelled = [](const std::optional<Decimal>& score) {
    return score ? score->to_shortest_string() : std::string("—");
  };
  std::string all;
  for (const auto& row : movement.rows) {
    all += (all.empty() ? "" : "；") + (row.name.empty() ? "EXECUTION" : row.name) + " " +
           spelled(row.before) + " → " + spelled(row.after);
  }
  return all;
}

Result<packs::ScoringProfile> profile_before(const Workspace& workspace, const WhatIf& question) {
  if (question.source.run != 0) {
    JH_TRY(const auto region, region_of(workspace));
    JH_TRY(const auto run, store::ScoreRuns(workspace.store).run(region, question.source.run));
    return packs::read_profile_text(run.run.profile.content, run.run.profile.id);
  }
  return workspace.library.scoring_profile(question.profile.empty() ? packs::kDefaultScoringProfile
                                                                    : question.profile);
}

std::vector<ChangedSetting> changed_settings(const packs::ScoringProfile& before,
                                             const packs::ScoringProfile& after) {
  std::vector<ChangedSetting> changed;
  const auto now = packs::settings_of(after);
  for (const auto& was : packs::settings_of(before)) {
    const auto is = std::ranges::find(now, was.key, &packs::Setting::key);
    const bool of_scores = was.key != "id" && was.key != "title" && was.key != "version" &&
                           !was.key.ends_with("clause") && !was.key.ends_with("verified");
    if (of_scores && is->value != was.value) {
      changed.push_back({was.key, was.value, is->value});
    }
  }
  return changed;
}

/// Why a project has no grade any more though nothing about it changed.
std::optional<Text> cause_of(const WhatIfAnswer& answer, const ProjectScore& before,
                             const ProjectScore& after) {
  const auto off = scoring::points_complaint(answer.after, after);
  const bool anew = off && !scoring::points_complaint(answer.before, before);
  return anew ? std::optional(text_of(*off)) : std::nullopt;
}

/// Only the conditions of `assign` can be words nobody knows.
Result<scoring::Scheme> scheme_after(const packs::ScoringProfile& profile,
                                     const Vocabulary& vocabulary) {
  auto scheme = scoring::Scheme::make(profile, vocabulary, scoring::Explain::no);
  return scheme ? std::move(scheme)
                : fail(scheme.error().code, std::move(scheme.error().message), "assign");
}

}  // namespace

Result<WhatIfAnswer> what_if(const Workspace& workspace, const WhatIf& question,
                             const LongWork& work) {
  WhatIfAnswer answer;
  JH_TRY(answer.before, profile_before(workspace, question));
  answer.after = answer.before;
  if (!question.other.empty()) {
    JH_TRY(answer.after, workspace.library.scoring_profile(question.other));
  }
  JH_TRY(answer.after, packs::changed_profile(answer.after, question.changes));
  answer.changes = changed_settings(answer.before, answer.after);
  // Derivations cost more than scores, and nobody reads them here.
  JH_TRY(const auto before,
         scoring::Scheme::make(answer.before, workspace.vocabulary, scoring::Explain::no));
  JH_TRY(const auto after, scheme_after(answer.after, workspace.vocabulary));
  MovementTally tally(answer.before, answer.after);
  JH_TRY_DO(each_input(workspace, question.source, work,
                       [&](const InputOfProject& project) -> Result<void> {
                         const auto was = score_of(project.input, before);
                         const auto is = score_of(project.input, after);
                         auto movement = movement_of(project.input, was, is);
                         movement.cause = cause_of(answer, was, is);
                         movement.project_id = project.project_id;
                         movement.agency_id = project.agency_id;
                         tally.add(std::move(movement));
                         return {};
                       }));
  answer.movements = tally.take(question.limit);
  return answer;
}

std::string movements_csv(const Movements& movements, const packs::Catalogue& catalogue,
                          packs::Language language) {
  auto text = report::csv_line(kColumns);
  for (const auto& one : movements.moved) {
    const std::array<std::string, kColumns.size()> values{
        report::safe_cell(one.agency),
        report::safe_cell(one.project),
        one.before.total.to_shortest_string(),
        one.before.grade,
        one.after.total.to_shortest_string(),
        one.after.grade,
        one.by.to_shortest_string(),
        report::safe_cell(rows_of(one)),
        one.cause ? catalogue.render(language, *one.cause) : std::string()};
    text += report::csv_line(std::span<const std::string>(values));
  }
  return text;
}

}  // namespace jiheng::app
