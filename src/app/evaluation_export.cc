#include "app/evaluation_export.h"

#include <utility>

#include "app/form_money.h"
#include "report/evaluation_form.h"
#include "report/score_lines.h"

namespace jiheng::app {
namespace {

std::string spelled(const std::optional<Decimal>& number) {
  return number ? number->to_shortest_string() : std::string();
}

/// The ids of the filter's projects in document order.
Result<std::vector<std::int64_t>> projects_of(const Workspace& workspace,
                                              const store::IndicatorFilter& filter) {
  if (filter.project) {
    return std::vector<std::int64_t>{*filter.project};
  }
  std::vector<std::int64_t> ids;
  store::Stretch<store::ProjectSort> stretch{.limit = 2000};
  do {
    JH_TRY(const auto page,
           workspace.store.list_projects(
               {.region = filter.region, .year = filter.year, .agency = filter.agency}, stretch));
    for (const auto& project : page.items) {
      ids.push_back(project.id);
    }
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return ids;
}

void add_execution(const SelfEvaluation& evaluation, report::EvaluationForm& form) {
  for (const auto& line : evaluation.money) {
    form.money.push_back({line.money,
                          line.rate ? line.rate->to_shortest_string() + "%" : std::string(),
                          line.as_of});
    // The layout's own rows are known by the word all spellings of a source share.
    auto& source = form.money.back().money.source;
    source = money_source(source).value_or(source);
  }
  const auto& execution = evaluation.score.execution;
  // Points there is no room for are none of the form's.
  if (execution && execution->unscored != Unscored::no_room) {
    form.execution_points = spelled(execution->points);
    form.execution_score = spelled(execution->score);
  }
}

report::EvaluationForm form_of(const SelfEvaluation& evaluation, const packs::Catalogue& catalogue,
                               packs::Language language) {
  const auto derivations = derivations_of(evaluation, catalogue, language);
  report::EvaluationForm form{.year = evaluation.year,
                              .day = evaluation.day,
                              .agency = evaluation.agency,
                              .parent_agency = evaluation.parent_agency,
                              .project = evaluation.project,
                              .execution_derivation = derivations.execution,
                              .execution_reason = evaluation.words.execution,
                              .goal = evaluation.goal,
                              .outcome = evaluation.words.outcome,
                              .points = spelled(evaluation.score.possible),
                              // A part of a total is none.
                              .total = evaluation.score.unscored == 0
                                           ? evaluation.score.total.to_shortest_string()
                                           : std::string(),
                              .grade = evaluation.score.grade,
                              .profile = evaluation.profile_title};
  add_execution(evaluation, form);
  for (std::size_t i = 0; i < evaluation.rows.size(); ++i) {
    const auto& row = evaluation.rows[i];
    form.rows.push_back({row.stored.row, spelled(row.score.score), derivations.rows[i],
                         row.stored.row.actual.empty() ? std::nullopt : row.reached.as_of});
  }
  return form;
}

}  // namespace

EvaluationDerivations derivations_of(const SelfEvaluation& evaluation,
                                     const packs::Catalogue& catalogue, packs::Language language) {
  EvaluationDerivations derivations;
  std::vector<Indicator> rows;
  for (const auto& row : evaluation.rows) {
    rows.push_back(row.stored.row);
  }
  const report::ScoredRows scored{.source = {}, .rows = rows, .projects = {&evaluation.score, 1}};
  const report::ReviewWords words{catalogue, language};
  report::each_score_line(scored, [&](const report::ScoreLine& line) {
    auto text = report::derivation_text(line, words);
    switch (line.kind) {
      case report::ScoreLineKind::indicator:
        derivations.rows.push_back(std::move(text));
        break;
      case report::ScoreLineKind::execution:
        derivations.execution = std::move(text);
        break;
      case report::ScoreLineKind::total:
        derivations.total = std::move(text);
        break;
    }
  });
  return derivations;
}

Result<std::string> evaluation_file(const Workspace& workspace,
                                    const store::IndicatorFilter& filter,
                                    const std::string& profile, packs::Language language,
                                    EvaluationFormat format) {
  JH_TRY(const auto ids, projects_of(workspace, filter));
  JH_TRY(const auto evaluations, self_evaluations(workspace, filter.year, ids, profile));
  if (evaluations.empty()) {
    return fail(ErrorCode::not_found, {"exporting.no_rows", {std::to_string(filter.year)}});
  }
  std::vector<report::EvaluationForm> forms;
  forms.reserve(evaluations.size());
  for (const auto& evaluation : evaluations) {
    forms.push_back(form_of(evaluation, workspace.library.catalogue, language));
  }
  switch (format) {
    case EvaluationFormat::xlsx:
      return report::evaluation_xlsx(forms);
    case EvaluationFormat::csv:
      return report::evaluation_csv(forms);
    case EvaluationFormat::json:
      return report::evaluation_json(forms);
  }
  return "";
}

}  // namespace jiheng::app
