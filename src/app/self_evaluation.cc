#include "app/self_evaluation.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "app/form_money.h"
#include "app/scoring.h"
#include "base/text.h"
#include "intake/actual.h"
#include "report/evaluation_form.h"
#include "scoring/execution.h"
#include "store/actuals.h"

namespace jiheng::app {
namespace {

/// What stands beside the rows of some projects, by indicator or project.
struct Around {
  std::unordered_map<std::int64_t, std::vector<store::StoredEvidence>> evidence{};
  std::unordered_map<std::int64_t, std::vector<store::StoredActual>> actuals{};
  std::unordered_map<std::int64_t, store::EvaluationWords> words{};
  ReviewFacts facts{};
};

/// By what projects are evaluated.
struct Means {
  const Workspace& workspace;
  std::string region;
  packs::ScoringProfile profile;
  Date day{};
};

Result<Around> around_of(const Means& means, const std::vector<ReportedProject>& reported) {
  Around around;
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> agencies;
  ids.reserve(reported.size());
  agencies.reserve(reported.size());
  for (const auto& project : reported) {
    ids.push_back(project.id);
    agencies.push_back(project.agency_id);
  }
  std::ranges::sort(agencies);
  // The iterators: clang 14 does not understand what std::ranges::unique gives in libstdc++ 12.
  agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
  if (ids.empty()) {
    return around;
  }
  auto& store = means.workspace.store;
  JH_TRY(auto evidence, store::EvidenceFiles(store).of_projects(means.region, ids));
  for (auto& one : evidence) {
    around.evidence[one.indicator_id].push_back(std::move(one));
  }
  JH_TRY(auto actuals, store::Actuals(store).of_projects(means.region, ids));
  for (auto& one : actuals) {
    around.actuals[one.actual.indicator_id].push_back(std::move(one));
  }
  JH_TRY(const auto words, store::SelfEvaluations(store).words_of_projects(means.region, ids));
  for (const auto& one : words) {
    around.words.try_emplace(one.project_id, one.words);
  }
  JH_TRY(around.facts, store.filed_facts(means.region, reported.front().year, agencies));
  return around;
}

/// Lays what was typed over a row.
void lay(const TypedCells& typed, store::StoredIndicator& stored, Reached& reached,
         const Vocabulary& vocabulary) {
  auto& row = stored.row;
  const auto put = [](const std::optional<std::string>& text, std::string& cell) {
    cell = text ? fold_cell(*text) : cell;
  };
  put(typed.points, row.points);
  put(typed.score, row.score);
  row.reason = typed.reason ? as_written(*typed.reason) : row.reason;
  if (typed.value && fold_cell(*typed.value) != row.actual) {
    reached = {.actual = intake::read_actual(*typed.value, vocabulary)};
    row.actual = reached.actual.text;
  } else if (typed.value && reached.units == 0) {
    reached.as_of.reset();  // said anew for the form's day
  }
}

/// The living statement of the whole that the row shows.
std::int64_t shown_actual(const std::vector<store::StoredActual>& said, const Reached& reached) {
  const auto shown = std::ranges::find_if(said, [&](const store::StoredActual& one) {
    return one.actual.said.unit.empty() && one.actual.said.as_of == reached.as_of;
  });
  return shown == said.end() || reached.units > 0 ? 0 : shown->id;
}

/// Whether a statement is what counts at the day: of the day that is shown, or the last of a
/// sub-unit that is in the sum.
bool counts(std::int64_t id, const std::vector<store::StoredActual>& said, const Reached& reached,
            Date day) {
  const auto own = std::ranges::find(said, id, &store::StoredActual::id);
  if (reached.units == 0) {
    return own != said.end() && own->actual.said.as_of == reached.as_of;
  }
  return own != said.end() && own->actual.said.as_of <= day &&
         std::ranges::none_of(said, [&](const store::StoredActual& other) {
           return other.actual.said.unit == own->actual.said.unit &&
                  other.actual.said.as_of > own->actual.said.as_of &&
                  other.actual.said.as_of <= day;
         });
}

std::optional<Decimal> rate_of(const ProjectMoney& money) {
  const auto rate = scoring::execution_rate({.budget = money.budget(), .executed = money.executed});
  const auto percent = rate ? scoring::percent_of(*rate) : tl::unexpected(Unscored::no_budget);
  return percent ? std::optional(*percent) : std::nullopt;
}

/// What is said of the money at the day; what nobody said is what the filed forms say. The total
/// first.
std::vector<EvaluatedMoney> money_lines(const ReportedProject& project, const ReviewFacts& facts,
                                        Date day) {
  auto moneys = money_of(facts.funding, project.agency, project.name, day);
  for (const auto& said : project.money) {
    if (said.as_of <= day &&
        std::ranges::find(moneys, said.source, &ProjectMoney::source) == moneys.end()) {
      moneys.insert(said.source.empty() ? moneys.begin() : moneys.end(),
                    {.as_of = day, .source = said.source});
    }
  }
  std::vector<EvaluatedMoney> lines;
  for (const auto& filed : moneys) {
    const auto said = money_at(project.money, filed.source, day);
    auto money = said.value_or(filed);
    for (const auto part : {&ProjectMoney::initial, &ProjectMoney::adjusted,
                            &ProjectMoney::executed, &ProjectMoney::expected}) {
      money.*part = money.*part ? money.*part : filed.*part;
    }
    const auto rate = rate_of(money);
    const bool stated = said && said->executed;
    lines.push_back({std::move(money), rate, stated ? std::optional(said->as_of) : std::nullopt});
  }
  return lines;
}

std::optional<Decimal> amount_in(const std::string& text) {
  const auto number = Decimal::parse(trim(text));
  return number ? std::optional(*number) : std::nullopt;
}

/// The total as it was typed.
void lay(const TypedMoney& typed, Date day, std::vector<EvaluatedMoney>& lines) {
  if (lines.empty() || !lines.front().money.source.empty()) {
    lines.insert(lines.begin(), EvaluatedMoney{.money = {.as_of = day}});
  }
  auto& line = lines.front();
  const auto before = line.money;
  line.money.initial = amount_in(typed.initial);
  line.money.adjusted = amount_in(typed.adjusted);
  line.money.executed = amount_in(typed.executed);
  line.rate = rate_of(line.money);
  // A new budget beside the execution of July says nothing of December's.
  if (line.money == before || line.money.executed != before.executed) {
    line.as_of = line.money.executed ? std::optional(day) : std::nullopt;
  }
}

/// The execution a project is scored by: that of its total, in 元, with the points and the score a
/// form states.
void settle_execution(ReportedProject& project, const std::vector<EvaluatedMoney>& money) {
  auto& execution = project.execution;
  execution.agency = project.agency;
  execution.project = project.name;
  if (!money.empty() && money.front().money.source.empty() &&
      (money.front().money.executed || !execution.executed)) {
    execution.budget = money.front().money.budget();
    execution.executed = money.front().money.executed;
    execution.by_initial = execution.budget && !money.front().money.adjusted;
  }
}

/// What the filed form says of the project as a whole.
store::EvaluationWords filed_words(const ReviewFacts& facts, const SelfEvaluation& evaluation) {
  store::EvaluationWords words;
  for (const auto& said : facts.evaluation_texts) {
    if (said.agency == evaluation.agency && said.project == evaluation.project) {
      (said.part == EvaluationPart::outcome ? words.outcome : words.execution) = said.text;
    }
  }
  return words;
}

void add_form_texts(const ReviewFacts& facts, SelfEvaluation& evaluation) {
  for (const auto& goal : facts.goals) {
    if (goal.agency == evaluation.agency && goal.project == evaluation.project &&
        goal.span == GoalSpan::annual && evaluation.goal.empty()) {
      evaluation.goal = goal.text;
    }
  }
  for (const auto& record : facts.projects) {
    const bool own =
        record.name == evaluation.project &&
        (record.executing_agency == evaluation.agency || record.agency == evaluation.agency);
    if (own && evaluation.parent_agency.empty()) {
      evaluation.parent_agency = record.parent_agency;
    }
  }
}

void add_rows(ReportedProject& project, Around& around, SelfEvaluation& evaluation) {
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    const auto& score = evaluation.score.scores[i];
    if (score.points_proposed) {
      project.rows[i].row.points = score.points->to_shortest_string();
    }
    const auto id = project.rows[i].id;
    const auto& said = around.actuals[id];
    for (auto& one : around.evidence[id]) {
      one.current = one.current && counts(one.actual_id, said, project.reached[i], evaluation.day);
    }
    auto target = report::form_target(project.rows[i].row);
    evaluation.rows.push_back({.stored = std::move(project.rows[i]),
                               .target = std::move(target),
                               .reached = project.reached[i],
                               .score = score,
                               .points_proposed = score.points_proposed,
                               .actual_id = shown_actual(said, project.reached[i]),
                               .evidence = std::move(around.evidence[id])});
  }
}

/// In front of a derivation stands the day of what it begins with, where that is before the form's.
void tell_days(const ReportedProject& project, SelfEvaluation& evaluation) {
  const auto tell = [&](StepKind kind, const std::optional<Date>& said, Score& score) {
    if (said && *said < evaluation.day) {
      auto& steps = score.derivation.steps;
      steps.insert(steps.begin(), Step{kind, {iso(*said), iso(evaluation.day)}});
    }
  };
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    if (!project.rows[i].row.actual.empty()) {
      tell(StepKind::value_earlier, project.reached[i].as_of, evaluation.score.scores[i]);
    }
  }
  const auto& money = evaluation.money;
  if (evaluation.score.execution && !money.empty() && money.front().money.source.empty()) {
    tell(StepKind::money_earlier, money.front().as_of, *evaluation.score.execution);
  }
}

SelfEvaluation evaluate(const Means& means, const scoring::Scheme& scheme, ReportedProject project,
                        Around& around, const EvaluationRequest& request) {
  for (const auto& typed : request.typed) {
    for (std::size_t i = 0; i < project.rows.size(); ++i) {
      if (project.rows[i].id == typed.indicator_id) {
        lay(typed, project.rows[i], project.reached[i], means.workspace.vocabulary);
      }
    }
  }
  SelfEvaluation evaluation{.project_id = project.id,
                            .agency_id = project.agency_id,
                            .agency = project.agency,
                            .project = project.name,
                            .year = project.year,
                            .day = means.day,
                            .profile_id = means.profile.id,
                            .profile_title = means.profile.title,
                            .profile_version = means.profile.version,
                            .money = money_lines(project, around.facts, means.day)};
  if (request.money) {
    lay(*request.money, means.day, evaluation.money);
    project.execution.budget.reset();
    project.execution.executed.reset();
  }
  settle_execution(project, evaluation.money);
  evaluation.execution = project.execution;
  const auto kept = around.words.find(project.id);
  evaluation.words = request.words                ? *request.words
                     : kept != around.words.end() ? kept->second
                                                  : filed_words(around.facts, evaluation);
  evaluation.score = score_of(project, scheme);
  tell_days(project, evaluation);
  add_form_texts(around.facts, evaluation);
  add_rows(project, around, evaluation);
  evaluation.missing = missing_in(evaluation, means.workspace);
  return evaluation;
}

Result<std::vector<SelfEvaluation>> evaluate_all(const Means& means,
                                                 const std::vector<std::int64_t>& projects,
                                                 const EvaluationRequest& request) {
  JH_TRY(const auto scheme, scheme_of(means.profile, means.workspace.vocabulary));
  JH_TRY(auto reported, reported_projects(means.workspace, means.region, projects, means.day));
  JH_TRY(auto around, around_of(means, reported));
  std::vector<SelfEvaluation> evaluations;
  evaluations.reserve(reported.size());
  for (auto& project : reported) {
    evaluations.push_back(evaluate(means, scheme, std::move(project), around, request));
  }
  return evaluations;
}

Date end_of(int year) {
  constexpr int kDecember = 12;
  return last_day_of_month(year, kDecember);
}

Result<Means> means_of(const Workspace& workspace, const std::string& profile) {
  JH_TRY(auto region, region_of(workspace));
  JH_TRY(auto known, workspace.library.scoring_profile(
                         profile.empty() ? packs::kDefaultScoringProfile : profile));
  return Means{workspace, std::move(region), std::move(known)};
}

}  // namespace

Result<SelfEvaluation> self_evaluation(const Workspace& workspace,
                                       const EvaluationRequest& request) {
  JH_TRY(auto means, means_of(workspace, request.profile));
  JH_TRY(const auto project, workspace.store.project(means.region, request.project_id));
  means.day = request.day.value_or(end_of(project.summary.year));
  // Before anything is read: what is said meanwhile makes it stale.
  JH_TRY(const auto revision,
         store::SelfEvaluations(workspace.store).revision(means.region, request.project_id));
  JH_TRY(auto evaluations, evaluate_all(means, {request.project_id}, request));
  if (evaluations.empty()) {
    return fail(ErrorCode::not_found, {"store.no_project"});
  }
  evaluations.front().revision = revision;
  return std::move(evaluations.front());
}

Result<std::vector<SelfEvaluation>> self_evaluations(const Workspace& workspace, int year,
                                                     const std::vector<std::int64_t>& projects,
                                                     const std::string& profile,
                                                     std::optional<Date> day) {
  JH_TRY(auto means, means_of(workspace, profile));
  means.day = day.value_or(end_of(year));
  return evaluate_all(means, projects, {});
}

}  // namespace jiheng::app
