// What a person still has to say before a self-evaluation is whole.
#include <algorithm>
#include <array>

#include "app/self_evaluation.h"
#include "base/text.h"
#include "domain/cell_number.h"

namespace jiheng::app {
namespace {

constexpr std::array<std::string_view, 9> kKinds{"points",    "value",    "judgement",
                                                 "reason",    "evidence", "money",
                                                 "execution", "outcome",  "year_end"};

using List = std::vector<Missing>;

std::string spelled(const std::optional<Decimal>& number) {
  return number ? number->to_shortest_string() : std::string();
}

/// What a pack's rule says by a name; nothing where it says nothing.
const packs::RuleSettings* settings_of(const packs::RulePack& pack, std::string_view rule) {
  const auto found = pack.rules.find(rule);
  return found == pack.rules.end() || !found->second.on ? nullptr : &found->second;
}

bool has_step(const Score& score, StepKind kind) {
  return std::ranges::find(score.derivation.steps, kind, &Step::kind) !=
         score.derivation.steps.end();
}

void value_of(const EvaluatedRow& row, std::size_t at, List& list) {
  if (row.reached.unclear) {
    const auto& steps = row.reached.steps;
    list.push_back({MissingKind::value, at,
                    steps.empty() ? text_of(*row.reached.unclear) : text_of(steps.front())});
    return;
  }
  if (row.stored.row.actual.empty()) {
    list.push_back({MissingKind::value, at, {"evaluation.no_value"}});
    return;
  }
  if (has_step(row.score, StepKind::negative_is_zero)) {
    list.push_back({MissingKind::value, at, {"evaluation.negative_value"}});
  }
  const auto unscored = row.score.unscored;
  if (!unscored || *unscored == Unscored::no_points || *unscored == Unscored::negative_points) {
    return;
  }
  list.push_back(
      {*unscored == Unscored::level_unclear ? MissingKind::judgement : MissingKind::value, at,
       text_of(*unscored)});
}

/// A score that is none, or one its level does not allow and that counts as the nearest.
void judgement_of(const EvaluatedRow& row, std::size_t at, List& list) {
  const auto& score = row.score;
  if (score.difference == Difference::filed_no_number) {
    list.push_back(
        {MissingKind::judgement, at, {"evaluation.score_no_number", {row.stored.row.score}}});
  } else if (has_step(score, StepKind::filed_outside_level) && score.interval) {
    list.push_back({MissingKind::judgement,
                    at,
                    {"evaluation.score_outside_level",
                     {spelled(score.filed), score.level, spelled(score.interval->low),
                      spelled(score.interval->high), spelled(score.score)}}});
  }
}

/// On the last day of the year what was said earlier is not the year's result yet.
bool closes_year(const SelfEvaluation& evaluation) {
  constexpr int kDecember = 12;
  return evaluation.day == last_day_of_month(evaluation.year, kDecember);
}

void year_end_of(const EvaluatedRow& row, std::size_t at, Date day, List& list) {
  if (const auto older = older_than_form(row, day)) {
    list.push_back(
        {MissingKind::year_end, at, {"evaluation.value_older", {iso(*older), iso(day)}}});
  }
}

void reason_of(const EvaluatedRow& row, std::size_t at, List& list) {
  const auto& score = row.score;
  if (!row.stored.row.reason.empty() || !score.score || !score.points) {
    return;
  }
  if (has_step(score, StepKind::over)) {
    list.push_back({MissingKind::reason, at, {"evaluation.over_unexplained"}});
  } else if (*score.score < *score.points) {
    list.push_back(
        {MissingKind::reason,
         at,
         {"evaluation.below_unexplained", {spelled(score.score), spelled(score.points)}}});
  }
}

/// The form itself may say whom it asked: 回收问卷 120 份.
bool says_survey(const Indicator& row, const packs::RuleSettings& settings) {
  const auto words = settings.words.find("evidence");
  const auto reason = fold(row.reason);  // kept as it was typed
  return words != settings.words.end() &&
         std::ranges::any_of(words->second, [&](const std::string& word) {
           return reason.find(word) != std::string::npos ||
                  row.actual.find(word) != std::string::npos;
         });
}

void evidence_of(const EvaluatedRow& row, std::size_t at, const Workspace& workspace, List& list) {
  const auto* settings = settings_of(workspace.pack, "survey_missing");
  const auto role = workspace.vocabulary.frames.role(row.stored.row.level1, row.stored.row.level2);
  if (settings == nullptr || role != CategoryRole::satisfaction || !row.score.score ||
      says_survey(row.stored.row, *settings)) {
    return;
  }
  const auto is_survey = [](const store::StoredEvidence& one) {
    return one.evidence.kind == EvidenceKind::survey;
  };
  const auto proves = [&](const store::StoredEvidence& one) {
    return is_survey(one) && one.current;
  };
  if (std::ranges::none_of(row.evidence, is_survey)) {
    list.push_back({MissingKind::evidence, at, {"evaluation.no_survey"}});
  } else if (std::ranges::none_of(row.evidence, proves)) {
    list.push_back({MissingKind::evidence, at, {"evaluation.survey_of_earlier_value"}});
  } else if (std::ranges::all_of(row.evidence, [&](const store::StoredEvidence& one) {
               return !proves(one) || lacks_sample(one.evidence);
             })) {
    list.push_back({MissingKind::evidence, at, {"evaluation.survey_without_sample"}});
  }
}

/// Points that are not the profile's whole; where rows lack theirs, those are said instead.
void points_of_project(const SelfEvaluation& evaluation, List& list) {
  const bool whole = std::ranges::all_of(
      evaluation.rows, [](const EvaluatedRow& row) { return row.score.points.has_value(); });
  for (const auto& step : evaluation.score.derivation.steps) {
    const bool beyond = step.kind == StepKind::points_beyond;
    if ((whole && step.kind == StepKind::points_off) || beyond) {
      list.push_back({MissingKind::points, std::nullopt, text_of(step)});
    }
  }
}

void money_of_project(const SelfEvaluation& evaluation, const Workspace& workspace, List& list) {
  const auto& execution = evaluation.execution;
  if (!execution.budget) {
    list.push_back({MissingKind::money, std::nullopt, {"evaluation.no_budget"}});
  } else if (!execution.executed) {
    list.push_back({MissingKind::money, std::nullopt, {"evaluation.no_executed"}});
  }
  for (const auto& line : evaluation.money) {
    const auto older = older_than_form(line, evaluation.day);
    if (older && line.money.source.empty() && closes_year(evaluation)) {
      list.push_back({MissingKind::year_end,
                      std::nullopt,
                      {"evaluation.money_older", {iso(*older), iso(evaluation.day)}}});
    }
  }
  const auto* settings = settings_of(workspace.pack, "deviation_unexplained");
  if (settings == nullptr || !settings->numbers.contains("execution") || !execution.budget ||
      !execution.executed || !(*execution.budget > Decimal{}) ||
      !evaluation.words.execution.empty()) {
    return;
  }
  const auto& least = settings->numbers.at("execution");
  const auto whole = execution.budget->times(least);
  const auto part = execution.executed->times(Decimal::whole(100));
  if (whole && part && *part < *whole) {
    list.push_back({MissingKind::execution,
                    std::nullopt,
                    {"evaluation.execution_unexplained", {least.to_shortest_string()}}});
  }
}

}  // namespace

std::string_view word(MissingKind kind) {
  return kKinds.at(static_cast<std::size_t>(kind));
}

std::optional<Date> older_than_form(const EvaluatedRow& row, Date day) {
  const bool older = row.reached.as_of && *row.reached.as_of < day;
  return older && !row.stored.row.actual.empty() ? row.reached.as_of : std::nullopt;
}

std::optional<Date> older_than_form(const EvaluatedMoney& money, Date day) {
  return money.as_of && *money.as_of < day ? money.as_of : std::nullopt;
}

std::vector<Missing> missing_in(const SelfEvaluation& evaluation, const Workspace& workspace) {
  List list;
  money_of_project(evaluation, workspace, list);
  if (evaluation.words.outcome.empty()) {
    list.push_back({MissingKind::outcome, std::nullopt, {"evaluation.no_outcome"}});
  }
  points_of_project(evaluation, list);
  for (std::size_t i = 0; i < evaluation.rows.size(); ++i) {
    const auto& row = evaluation.rows[i];
    if (!row.score.points) {
      list.push_back({MissingKind::points, i, {"evaluation.no_points"}});
    }
    if (row.score.unscored == Unscored::negative_points) {
      list.push_back({MissingKind::points, i, text_of(Unscored::negative_points)});
    }
    value_of(row, i, list);
    judgement_of(row, i, list);
    if (closes_year(evaluation)) {
      year_end_of(row, i, evaluation.day, list);
    }
    reason_of(row, i, list);
    evidence_of(row, i, workspace, list);
  }
  return list;
}

}  // namespace jiheng::app
