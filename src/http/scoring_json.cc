#include "http/scoring_json.h"

#include "base/date.h"

namespace jiheng::http {
namespace {

Json steps_json(const Derivation& derivation, const Speech& say) {
  auto steps = Json::array();
  for (const auto& step : derivation.steps) {
    steps.push_back(say(text_of(step)));
  }
  return steps;
}

Json total_steps_json(const ProjectScore& score, const Speech& say) {
  auto steps = Json::array();
  for (const auto& text : total_texts(score)) {
    steps.push_back(say(text));
  }
  return steps;
}

Json id_or_null(const std::optional<std::int64_t>& id) {
  return id ? id_json(*id) : Json();
}

Json row_json(const Indicator& row) {
  return {{"level1", row.level1},
          {"level2", row.level2},
          {"name", row.name},
          {"comparator", row.comparator ? std::string(sign(*row.comparator)) : std::string()},
          {"target", row.target},
          {"measure", row.measure},
          {"actual", row.actual},
          {"points", row.points}};
}

Json grades_json(const std::vector<store::GradeCount>& grades) {
  auto json = Json::array();
  for (const auto& grade : grades) {
    json.push_back({{"grade", grade.grade}, {"projects", grade.projects}});
  }
  return json;
}

Json side_json(const app::ScoredSide& side) {
  return {{"total", side.total.to_shortest_string()},
          {"grade", side.grade},
          {"unscored", side.unscored}};
}

Json movement_json(const app::Movement& movement, const Speech& say) {
  Json json{{"project_id", id_json(movement.project_id)},
            {"agency_id", id_json(movement.agency_id)},
            {"agency", movement.agency},
            {"project", movement.project},
            {"before", side_json(movement.before)},
            {"after", side_json(movement.after)},
            {"by", movement.by.to_shortest_string()},
            {"cause", movement.cause ? Json(say(*movement.cause)) : Json()},
            {"rows", Json::array()}};
  for (const auto& row : movement.rows) {
    json["rows"].push_back(
        {{"indicator_id", row.indicator_id == 0 ? Json() : id_json(row.indicator_id)},
         {"name", row.name},
         {"before", points_or_null(row.before)},
         {"after", points_or_null(row.after)}});
  }
  return json;
}

Json movements_json(const app::Movements& movements, const Speech& say) {
  Json json{{"projects", movements.projects}, {"up", movements.up},
            {"down", movements.down},         {"regraded", movements.regraded},
            {"changed", movements.changed},   {"grades", Json::array()},
            {"bands", Json::array()},         {"moved", Json::array()}};
  for (const auto& shift : movements.grades) {
    json["grades"].push_back(
        {{"grade", shift.grade}, {"before", shift.before}, {"after", shift.after}});
  }
  for (const auto& band : movements.bands) {
    json["bands"].push_back({{"from", points_or_null(band.from)},
                             {"to", points_or_null(band.to)},
                             {"projects", band.projects}});
  }
  for (const auto& movement : movements.moved) {
    json["moved"].push_back(movement_json(movement, say));
  }
  return json;
}

}  // namespace

Json points_or_null(const std::optional<Decimal>& points) {
  return points ? Json(points->to_shortest_string()) : Json();
}

Json score_json(const Score& score, const Speech& say) {
  Json json{{"points", points_or_null(score.points)},
            {"score", points_or_null(score.score)},
            {"filed", points_or_null(score.filed)},
            {"method", packs::word(score.method)},
            {"method_title", say({"scoring.method." + std::string(packs::word(score.method))})},
            {"level", score.level},
            {"by_person", score.by_person},
            {"unscored", Json()},
            {"difference", Json()},
            {"steps", steps_json(score.derivation, say)},
            {"clause", score.derivation.clause},
            {"clause_verified", score.derivation.clause_verified}};
  if (score.unscored) {
    json["unscored"] = say(text_of(*score.unscored));
  }
  if (score.difference != Difference::none && score.difference != Difference::no_filed_score) {
    json["difference"] = say(text_of(score.difference));
  }
  return json;
}

Json profile_summary_json(const packs::ScoringProfile& profile) {
  return {{"id", profile.id},
          {"title", profile.title},
          {"version", profile.version},
          {"inherits", profile.inherits},
          {"clause", profile.clause.text},
          {"clause_verified", profile.clause.verified},
          {"is_default", profile.id == packs::kDefaultScoringProfile}};
}

Json example_json(const app::ProfileExample& example, const Speech& say) {
  return {{"section", example.section},
          {"variant", example.variant},
          {"row", row_json(example.row)},
          {"score", score_json(example.score, say)}};
}

Json examples_json(const app::ProfileExamples& examples, const Speech& say) {
  Json json{{"rows", Json::array()}, {"money", Json::array()}, {"totals", Json::array()}};
  for (const auto& example : examples.rows) {
    json["rows"].push_back(example_json(example, say));
  }
  for (const auto& example : examples.money) {
    json["money"].push_back({{"section", example.section},
                             {"budget", points_or_null(example.execution.budget)},
                             {"executed", points_or_null(example.execution.executed)},
                             {"score", score_json(example.score, say)}});
  }
  for (const auto& example : examples.totals) {
    json["totals"].push_back({{"judged", example.total.to_shortest_string()},
                              {"execution_rate", points_or_null(example.execution_rate)},
                              {"total", example.score.total.to_shortest_string()},
                              {"grade", example.score.grade},
                              {"steps", total_steps_json(example.score, say)}});
  }
  return json;
}

Json score_run_json(const app::StoredScoreRun& run) {
  const auto& scope = run.run.scope;
  return {{"id", id_json(run.id)},
          {"year", scope.year},
          {"agency_id", id_or_null(scope.agency)},
          {"agency", run.agency},
          {"project_id", id_or_null(scope.project)},
          {"project", run.project},
          {"as_of", iso(run.run.as_of)},
          {"profile",
           {{"id", run.run.profile.id},
            {"title", run.run.profile.title},
            {"version", run.run.profile.version},
            {"hash", run.run.profile.hash}}},
          {"of_run", run.run.of_run == 0 ? Json() : id_json(run.run.of_run)},
          {"author", run.run.author},
          {"at", iso_time(run.at_ms)},
          {"finished", run.finished},
          {"done", run.done},
          {"expected", run.run.expected},
          {"scored", run.counts.scored},
          {"unscored", run.counts.unscored},
          {"proposed", run.counts.proposed},
          {"grades", grades_json(run.counts.grades)}};
}

Json score_result_json(const store::ScoreResult& result) {
  return {{"position", result.position},
          {"project_id", id_json(result.project_id)},
          {"agency_id", id_json(result.agency_id)},
          {"agency", result.agency},
          {"project", result.project},
          {"total", result.has_score ? result.total.to_shortest_string() : std::string()},
          {"possible", result.possible.to_shortest_string()},
          {"execution", points_or_null(result.execution)},
          {"grade", result.grade},
          {"unscored", result.unscored}};
}

Json kept_score_json(const app::KeptScore& kept, const Speech& say) {
  auto json = score_result_json(kept.result);
  json["steps"] = total_steps_json(kept.score, say);
  json["clause"] = kept.score.derivation.clause;
  json["clause_verified"] = kept.score.derivation.clause_verified;
  json["execution_score"] = kept.score.execution ? score_json(*kept.score.execution, say) : Json();
  json["rows"] = Json::array();
  for (std::size_t i = 0; i < kept.input.rows.size() && i < kept.score.scores.size(); ++i) {
    const auto& scored = kept.input.rows[i];
    json["rows"].push_back({{"indicator_id", id_json(scored.indicator_id)},
                            {"as_of", scored.as_of ? Json(iso(*scored.as_of)) : Json()},
                            {"row", row_json(scored.row)},
                            {"score", score_json(kept.score.scores[i], say)}});
  }
  return json;
}

Json what_if_json(const app::WhatIfAnswer& answer, const Speech& say) {
  Json json{{"before", profile_summary_json(answer.before)},
            {"after", profile_summary_json(answer.after)},
            {"changes", Json::array()},
            {"movements", movements_json(answer.movements, say)}};
  for (const auto& change : answer.changes) {
    json["changes"].push_back(
        {{"key", change.key}, {"before", change.before}, {"after", change.after}});
  }
  return json;
}

}  // namespace jiheng::http
