#include "app/score_record.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/proposed_points.h"
#include "scoring/score_projects.h"
#include "store/row_text.h"

namespace jiheng::app {
namespace {

using Json = nlohmann::ordered_json;

// What says nothing is left out, so that one value has one spelling.
void add(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) {
    json[key] = text;
  }
}

void add(Json& json, const char* key, const std::optional<Decimal>& number) {
  if (number) {
    json[key] = number->to_string();
  }
}

std::string text_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? std::string() : found->get<std::string>();
}

Decimal decimal_in(const std::string& text) {
  return Decimal::parse(text).value_or(Decimal{});
}

std::optional<Decimal> number_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? std::nullopt : std::optional(decimal_in(found->get<std::string>()));
}

/// The enumerator whose word this is; the first where none is.
template <typename Enum>
Enum from_word(std::string_view text, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (word(static_cast<Enum>(i)) == text) {
      return static_cast<Enum>(i);
    }
  }
  return Enum{};
}

std::optional<Unscored> unscored_at(const Json& json, const char* key) {
  const auto text = text_at(json, key);
  return text.empty() ? std::nullopt : std::optional(from_word(text, kLastUnscored));
}

Json execution_json(const Execution& execution) {
  auto json = Json::object();
  add(json, "agency", execution.agency);
  add(json, "project", execution.project);
  add(json, "budget", execution.budget);
  add(json, "executed", execution.executed);
  if (execution.by_initial) {
    json["by_initial"] = true;
  }
  add(json, "points", execution.points);
  add(json, "rate", execution.rate);
  add(json, "score", execution.score);
  return json;
}

Execution execution_of(const Json& json) {
  return {.agency = text_at(json, "agency"),
          .project = text_at(json, "project"),
          .by_initial = json.contains("by_initial"),
          .budget = number_at(json, "budget"),
          .executed = number_at(json, "executed"),
          .points = text_at(json, "points"),
          .rate = text_at(json, "rate"),
          .score = text_at(json, "score")};
}

Json steps_json(const std::vector<Step>& steps) {
  auto json = Json::array();
  for (const auto& step : steps) {
    auto one = Json::array({word(step.kind)});
    for (const auto& value : step.values) {
      one.push_back(value);
    }
    json.push_back(std::move(one));
  }
  return json;
}

std::vector<Step> steps_of(const Json& json) {
  std::vector<Step> steps;
  for (const auto& one : json) {
    Step step{.kind = from_word(one.at(0).get<std::string>(), kLastStep)};
    for (std::size_t i = 1; i < one.size(); ++i) {
      step.values.push_back(one.at(i).get<std::string>());
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

Json row_json(const ScoredRow& scored) {
  const auto& row = scored.row;
  Json json{{"id", std::to_string(scored.indicator_id)}};
  add(json, "place", store::encode(row.place));
  add(json, "level1", row.level1);
  add(json, "level2", row.level2);
  add(json, "name", row.name);
  add(json, "comparator", row.comparator ? symbol(*row.comparator) : "");
  add(json, "target", row.target);
  add(json, "measure", row.measure);
  add(json, "points", row.points);
  add(json, "score", row.score);
  add(json, "reason", row.reason);
  add(json, "typed", store::encode(row.typed));
  add(json, "measured", store::encode(row.measured));
  add(json, "actual", scored.actual.text);
  add(json, "actual_typed", store::encode(scored.actual.typed));
  add(json, "actual_measured", store::encode(scored.actual.measured));
  add(json, "as_of", scored.as_of ? iso(*scored.as_of) : "");
  add(json, "unclear", scored.unclear ? word(*scored.unclear) : "");
  if (!scored.made_of.empty()) {
    json["made_of"] = steps_json(scored.made_of);
  }
  return json;
}

/// `execution` names agency and project.
ScoredRow row_of(const Json& json, const Execution& execution) {
  ScoredRow scored;
  const auto id = text_at(json, "id");
  std::from_chars(id.data(), id.data() + id.size(), scored.indicator_id);
  auto& row = scored.row;
  row.place = store::place(text_at(json, "place"));
  row.agency = execution.agency;
  row.project = execution.project;
  row.level1 = text_at(json, "level1");
  row.level2 = text_at(json, "level2");
  row.name = text_at(json, "name");
  row.comparator = comparator_from_symbol(text_at(json, "comparator"));
  row.target = text_at(json, "target");
  row.measure = text_at(json, "measure");
  row.points = text_at(json, "points");
  row.score = text_at(json, "score");
  row.reason = text_at(json, "reason");
  row.actual = text_at(json, "actual");
  row.typed = store::typed_target(text_at(json, "typed"));
  row.measured = store::measure(text_at(json, "measured"));
  scored.actual = {.text = row.actual,
                   .typed = store::typed_target(text_at(json, "actual_typed")),
                   .measured = store::measure(text_at(json, "actual_measured"))};
  scored.as_of = parse_iso_date(text_at(json, "as_of"));
  scored.unclear = unscored_at(json, "unclear");
  if (json.contains("made_of")) {
    scored.made_of = steps_of(json.at("made_of"));
  }
  return scored;
}

/// Clauses are long and few: each stands once, derivations name it by its number.
class Clauses {
 public:
  std::size_t number_of(const Derivation& derivation) {
    const std::pair clause(derivation.clause, derivation.clause_verified);
    const auto known = std::ranges::find(all_, clause);
    if (known != all_.end()) {
      return static_cast<std::size_t>(known - all_.begin());
    }
    all_.push_back(clause);
    return all_.size() - 1;
  }

  [[nodiscard]] Json json() const {
    auto json = Json::array();
    for (const auto& [text, verified] : all_) {
      json.push_back({{"text", text}, {"verified", verified}});
    }
    return json;
  }

 private:
  std::vector<std::pair<std::string, bool>> all_{};
};

void add_derivation(Json& json, const Derivation& derivation, Clauses& clauses) {
  json["steps"] = steps_json(derivation.steps);
  json["clause"] = clauses.number_of(derivation);
}

Derivation derivation_of(const Json& json, const Json& clauses) {
  Derivation derivation{.steps = steps_of(json.at("steps"))};
  const auto& clause = clauses.at(json.at("clause").get<std::size_t>());
  derivation.clause = clause.at("text").get<std::string>();
  derivation.clause_verified = clause.at("verified").get<bool>();
  return derivation;
}

Json score_json(const Score& score, Clauses& clauses) {
  auto json = Json::object();
  add(json, "points", score.points);
  if (score.points_proposed) {
    json["points_proposed"] = true;
  }
  add(json, "score", score.score);
  add(json, "unscored", score.unscored ? word(*score.unscored) : "");
  add(json, "filed", score.filed);
  json["method"] = packs::word(score.method);
  if (score.met) {
    json["met"] = *score.met;
  }
  if (score.interval) {
    json["low"] = score.interval->low.to_string();
    json["high"] = score.interval->high.to_string();
  }
  add(json, "level", score.level);
  if (score.by_person) {
    json["by_person"] = true;
  }
  json["difference"] = word(score.difference);
  add_derivation(json, score.derivation, clauses);
  return json;
}

Score score_from(const Json& json, const Json& clauses) {
  Score score{
      .points = number_at(json, "points"),
      .score = number_at(json, "score"),
      .unscored = unscored_at(json, "unscored"),
      .filed = number_at(json, "filed"),
      .method =
          packs::method_from_word(text_at(json, "method")).value_or(packs::Method::proportion),
      .level = text_at(json, "level"),
      .by_person = json.contains("by_person"),
      .difference = from_word(text_at(json, "difference"), kLastDifference),
      .points_proposed = json.contains("points_proposed"),
      .derivation = derivation_of(json, clauses)};
  if (json.contains("met")) {
    score.met = json.at("met").get<bool>();
  }
  if (json.contains("low")) {
    score.interval =
        ScoreInterval{decimal_in(text_at(json, "low")), decimal_in(text_at(json, "high"))};
  }
  return score;
}

ProjectScore project_from(const Json& json) {
  const auto& clauses = json.at("clauses");
  ProjectScore project{.agency = text_at(json, "agency"),
                       .project = text_at(json, "project"),
                       .possible = decimal_in(text_at(json, "possible")),
                       .total = decimal_in(text_at(json, "total")),
                       .unscored = json.at("unscored").get<std::size_t>(),
                       .grade = text_at(json, "grade"),
                       .filed_total = number_at(json, "filed_total"),
                       .difference = from_word(text_at(json, "difference"), kLastDifference),
                       .derivation = derivation_of(json, clauses)};
  if (json.contains("execution")) {
    project.execution = score_from(json.at("execution"), clauses);
  }
  for (const auto& one : json.at("scores")) {
    project.rows.push_back(project.scores.size());
    project.scores.push_back(score_from(one, clauses));
  }
  return project;
}

ScoreInput input_from(const Json& json) {
  ScoreInput input{.execution = execution_of(json.at("execution"))};
  if (json.contains("year")) {
    input.year = json.at("year").get<int>();
  }
  input.proposing = json.contains("proposing");
  for (const auto& one : json.at("rows")) {
    input.rows.push_back(row_of(one, input.execution));
  }
  return input;
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The one place where the library's exceptions become an Error.
template <typename Value>
Result<Value> read(std::string_view text, Value (*from)(const Json&)) {
  try {
    return from(Json::parse(text));
  } catch (const Json::exception&) {
    return fail(ErrorCode::invalid_input, {"score_keeping.damaged"});
  }
}

}  // namespace

ProjectScore score_of(const ScoreInput& input, const scoring::Scheme& scheme) {
  const auto& money = input.execution;
  const bool known =
      money.budget || money.executed || !money.points.empty() || !money.score.empty();
  std::vector<Indicator> rows;
  std::vector<Actual> actuals;
  for (const auto& scored : input.rows) {
    rows.push_back(scored.row);
    actuals.push_back(scored.actual);
  }
  std::vector<std::optional<Decimal>> proposed;
  if (input.proposing) {
    proposed = put_proposed(rows, scheme.profile());
  }
  auto projects =
      scoring::score_projects(scheme, {.rows = rows,
                                       .actuals = actuals,
                                       .executions = {&money, known ? std::size_t{1} : 0},
                                       .year = input.year});
  if (projects.empty()) {
    return {.agency = money.agency, .project = money.project};
  }
  auto& project = projects.front();
  for (std::size_t i = 0; i < project.scores.size(); ++i) {
    auto& score = project.scores[i];
    if (input.rows[i].unclear && score.unscored == Unscored::no_actual) {
      score.unscored = input.rows[i].unclear;
    }
    if (scheme.explains()) {
      const auto& made_of = input.rows[i].made_of;
      auto& steps = score.derivation.steps;
      steps.insert(steps.begin(), made_of.begin(), made_of.end());
    }
  }
  mark_proposed(proposed, scheme.explains(), project);
  return std::move(project);
}

std::string input_text(const ScoreInput& input) {
  auto json = Json::object();
  if (input.year) {
    json["year"] = *input.year;
  }
  if (input.proposing) {
    json["proposing"] = true;
  }
  json["execution"] = execution_json(input.execution);
  json["rows"] = Json::array();
  for (const auto& row : input.rows) {
    json["rows"].push_back(row_json(row));
  }
  return dumped(json);
}

std::string result_text(const ProjectScore& score) {
  Clauses clauses;
  auto json = Json::object();
  add(json, "agency", score.agency);
  add(json, "project", score.project);
  json["possible"] = score.possible.to_string();
  json["total"] = score.total.to_string();
  json["unscored"] = score.unscored;
  add(json, "grade", score.grade);
  add(json, "filed_total", score.filed_total);
  json["difference"] = word(score.difference);
  add_derivation(json, score.derivation, clauses);
  if (score.execution) {
    json["execution"] = score_json(*score.execution, clauses);
  }
  json["scores"] = Json::array();
  for (const auto& one : score.scores) {
    json["scores"].push_back(score_json(one, clauses));
  }
  json["clauses"] = clauses.json();
  return dumped(json);
}

Result<ScoreInput> read_input(std::string_view text) {
  return read<ScoreInput>(text, input_from);
}

Result<ProjectScore> read_result(std::string_view text) {
  return read<ProjectScore>(text, project_from);
}

}  // namespace jiheng::app
