#include "app/scoring.h"

#include <algorithm>

#include "app/facts.h"
#include "report/score_rows.h"
#include "rules/rule.h"

namespace jiheng::app {
namespace {

// The rules about self-evaluation in the catalogue, and the one that compares points with the
// profile.
constexpr int kFirstRule = 55;
constexpr int kLastRule = 62;
constexpr int kPointsRule = 52;

bool is_about_scores(const Finding& finding) {
  const auto* rule = rules::find_rule(finding.rule);
  return rule != nullptr &&
         (rule->number == kPointsRule || (rule->number >= kFirstRule && rule->number <= kLastRule));
}

report::ScoredRows view_of(const Scoring& scoring) {
  return {.source = scoring.source,
          .title = scoring.title,
          .profile = scoring.profile,
          .by = scoring.by,
          .rows = scoring.rows,
          .projects = scoring.projects,
          .findings = scoring.findings,
          .executions = scoring.executions,
          .totals = scoring.totals};
}

bool differs(Difference difference) {
  return difference != Difference::none && difference != Difference::no_filed_score;
}

}  // namespace

void ScoringCounts::add(const Scoring& scoring) {
  for (const auto& project : scoring.projects) {
    ++projects;
    for (const auto& score : project.scores) {
      scored += score.score ? 1U : 0U;
      unscored += score.score ? 0U : 1U;
      differences += differs(score.difference) ? 1U : 0U;
    }
    differences += project.execution && differs(project.execution->difference) ? 1U : 0U;
    differences += differs(project.difference) ? 1U : 0U;
  }
}

Result<scoring::Scheme> scheme_of(const packs::ScoringProfile& profile,
                                  const Vocabulary& vocabulary) {
  return scoring::Scheme::make(profile, vocabulary, scoring::Explain::yes);
}

Scoring score_reading(Reading reading, const JudgingMeans& means) {
  Scoring scoring{.source = std::move(reading.source),
                  .title = std::move(reading.intake.title),
                  .profile = means.scheme.profile().title};
  auto facts = facts_of(reading.intake, means.vocabulary);
  scoring.by = {means.pack.id, means.pack.version, facts.frame};
  scoring.rows = std::move(reading.intake.indicators);
  scoring.projects = scores_of(scoring.rows, facts, means.scheme, means.vocabulary);
  facts.scoring = ScoringFacts{.projects = scoring.projects, .kinds = means.scheme.profile().kinds};
  scoring.findings = rules::review(scoring.rows, facts, means.pack, means.vocabulary);
  scoring.executions = std::move(facts.executions);
  scoring.totals = std::move(facts.totals);
  std::erase_if(scoring.findings, [](const Finding& found) { return !is_about_scores(found); });
  return scoring;
}

std::string score_header(ReviewFormat format) {
  return format == ReviewFormat::csv ? report::score_csv_header() : "";
}

std::string score_lines(const Scoring& scoring, ReviewFormat format,
                        const packs::Catalogue& catalogue, packs::Language language) {
  const report::ReviewWords words{catalogue, language};
  switch (format) {
    case ReviewFormat::csv:
      return report::score_csv(view_of(scoring), words);
    case ReviewFormat::json:
      return report::score_json(view_of(scoring), words);
    case ReviewFormat::text:
      return report::score_text(view_of(scoring), words);
    case ReviewFormat::xlsx:
      break;
  }
  return "";
}

Result<std::string> score_workbook(const std::vector<Scoring>& scorings,
                                   const packs::Catalogue& catalogue, packs::Language language) {
  std::vector<report::ScoredRows> views;
  views.reserve(scorings.size());
  for (const auto& scoring : scorings) {
    views.push_back(view_of(scoring));
  }
  return report::score_xlsx(views, {catalogue, language});
}

}  // namespace jiheng::app
