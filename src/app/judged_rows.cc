#include "app/judged_rows.h"

#include <algorithm>
#include <utility>

#include "intake/actual.h"
#include "rules/rule.h"
#include "scoring/score_projects.h"

namespace jiheng::app {
namespace {

bool is_self_evaluation(std::span<const Indicator> rows) {
  return std::ranges::any_of(
      rows, [](const Indicator& row) { return !row.score.empty() || !row.actual.empty(); });
}

}  // namespace

Result<std::shared_ptr<const ReadyProfile>> ReadyProfile::make(const packs::Library& library,
                                                               const Vocabulary& vocabulary) {
  auto ready = std::make_shared<ReadyProfile>();
  JH_TRY(ready->profile_, library.scoring_profile(packs::kDefaultScoringProfile));
  JH_TRY(auto scheme, scoring::Scheme::make(ready->profile_, vocabulary, scoring::Explain::no));
  ready->scheme_.emplace(std::move(scheme));
  return ready;
}

std::vector<ProjectScore> scores_of(std::span<const Indicator> rows, const ReviewFacts& facts,
                                    const scoring::Scheme& scheme, const Vocabulary& vocabulary) {
  std::vector<Actual> actuals;
  actuals.reserve(rows.size());
  for (const auto& row : rows) {
    actuals.push_back(intake::read_actual(row.actual, vocabulary));
  }
  return scoring::score_projects(scheme, {.rows = rows,
                                          .actuals = actuals,
                                          .executions = facts.executions,
                                          .totals = facts.totals,
                                          .year = facts.year});
}

std::vector<Finding> findings_of(std::span<const Indicator> rows, const ReviewFacts& facts,
                                 const JudgingMeans& means) {
  if (!is_self_evaluation(rows)) {
    return rules::review(rows, facts, means.pack, means.vocabulary);
  }
  auto scored = facts;
  scored.scoring = ScoringFacts{.projects = scores_of(rows, facts, means.scheme, means.vocabulary),
                                .kinds = means.scheme.profile().kinds};
  return rules::review(rows, scored, means.pack, means.vocabulary);
}

}  // namespace jiheng::app
