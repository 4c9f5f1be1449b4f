#include "http/evaluation_json.h"

#include <algorithm>

#include "base/date.h"

namespace jiheng::http {
namespace {

Json number_json(const std::optional<Decimal>& number) {
  return number ? Json(number->to_shortest_string()) : Json(nullptr);
}

Json id_or_null(std::int64_t id) {
  return id == 0 ? Json(nullptr) : id_json(id);
}

Json money_json(const ProjectMoney& money) {
  return {{"source", money.source},
          {"initial", number_json(money.initial)},
          {"adjusted", number_json(money.adjusted)},
          {"executed", number_json(money.executed)},
          {"expected", number_json(money.expected)}};
}

Json money_line_json(const app::EvaluatedMoney& line) {
  auto json = money_json(line.money);
  json["rate"] = number_json(line.rate);
  json["as_of"] = line.as_of ? Json(iso(*line.as_of)) : Json(nullptr);
  return json;
}

Json derivation_json(const Derivation& derivation, const std::optional<Unscored>& unscored,
                     const Speech& say) {
  Json steps = Json::array();
  for (const auto& step : derivation.steps) {
    steps.push_back(say(text_of(step)));
  }
  if (unscored) {
    steps.push_back(say({"scoring.not_scored", {say(text_of(*unscored))}}));
  }
  return {{"steps", steps},
          {"clause", derivation.clause},
          {"clause_verified", derivation.clause_verified}};
}

Json score_json(const Score& score, const Speech& say) {
  Json json{{"points", number_json(score.points)},
            {"score", number_json(score.score)},
            {"method", std::string(packs::word(score.method))},
            {"method_name", say({"scoring.method." + std::string(packs::word(score.method))})},
            {"level", score.level},
            {"interval", nullptr},
            {"derivation", derivation_json(score.derivation, score.unscored, say)}};
  if (score.interval) {
    json["interval"] = {{"low", score.interval->low.to_shortest_string()},
                        {"high", score.interval->high.to_shortest_string()}};
  }
  return json;
}

Json row_json(const app::EvaluatedRow& row, const Speech& say) {
  const auto& is = row.stored.row;
  Json json{{"indicator_id", id_json(row.stored.id)},
            {"level1", is.level1},
            {"level2", is.level2},
            {"name", is.name},
            {"target", row.target},
            {"value", is.actual},
            {"as_of", row.reached.as_of ? Json(iso(*row.reached.as_of)) : Json(nullptr)},
            {"units", row.reached.units},
            {"silent", row.reached.silent},
            {"actual_id", id_or_null(row.actual_id)},
            {"points", is.points},
            {"points_proposed", row.points_proposed},
            {"judged", is.score},
            {"reason", is.reason},
            {"score", score_json(row.score, say)},
            {"evidence", Json::array()}};
  for (const auto& one : row.evidence) {
    json["evidence"].push_back(evidence_json(one));
  }
  return json;
}

Json missing_json(const app::Missing& missing, const app::SelfEvaluation& evaluation,
                  const Speech& say) {
  const auto* row = missing.row ? &evaluation.rows[*missing.row].stored : nullptr;
  return {{"kind", std::string(app::word(missing.kind))},
          {"indicator_id", row == nullptr ? Json(nullptr) : id_json(row->id)},
          {"name", row == nullptr ? std::string() : row->row.name},
          {"message", say(missing.message)}};
}

Json total_json(const ProjectScore& score, const Speech& say) {
  auto json = derivation_json(score.derivation, std::nullopt, say);
  json["steps"] = Json::array();
  for (const auto& text : total_texts(score)) {
    json["steps"].push_back(say(text));
  }
  if (score.unscored > 0) {
    json["steps"].push_back(say({"scoring.some_not_scored", {std::to_string(score.unscored)}}));
  }
  return {{"points", score.possible.to_shortest_string()},
          {"score", has_score(score) ? score.total.to_shortest_string() : std::string()},
          {"unscored", score.unscored},
          {"grade", score.grade},
          {"derivation", json}};
}

Json change_json(const app::ReportedChange& change) {
  return {{"field", std::string(app::word(change.field))},
          {"before", change.before},
          {"after", change.after},
          {"place", change.place}};
}

Json reported_row_json(const app::ReportedRow& row) {
  Json json{{"place", row.place},
            {"agency", row.agency},
            {"project", row.project},
            {"name", row.name},
            {"match", std::string(app::word(row.match))},
            {"project_id", id_or_null(row.project_id)},
            {"indicator_id", id_or_null(row.indicator_id)},
            {"blank", row.blank},
            {"target", row.target},
            {"current_target", row.current_target},
            {"changes", Json::array()}};
  for (const auto& change : row.changes) {
    json["changes"].push_back(change_json(change));
  }
  json["other_score"] = row.other_score ? change_json(*row.other_score) : Json(nullptr);
  return json;
}

}  // namespace

Json self_evaluation_json(const app::SelfEvaluation& evaluation, const Speech& say) {
  Json json{{"project_id", id_json(evaluation.project_id)},
            {"agency_id", id_json(evaluation.agency_id)},
            {"agency", evaluation.agency},
            {"parent_agency", evaluation.parent_agency},
            {"project", evaluation.project},
            {"year", evaluation.year},
            {"day", iso(evaluation.day)},
            {"profile",
             {{"id", evaluation.profile_id},
              {"title", evaluation.profile_title},
              {"version", evaluation.profile_version}}},
            {"money", Json::array()},
            {"execution", evaluation.score.execution ? score_json(*evaluation.score.execution, say)
                                                     : Json(nullptr)},
            {"goal", evaluation.goal},
            {"outcome", evaluation.words.outcome},
            {"execution_reason", evaluation.words.execution},
            {"rows", Json::array()},
            {"total", total_json(evaluation.score, say)},
            {"missing", Json::array()},
            {"revision", evaluation.revision},
            {"may", {{"save", true}}}};
  for (const auto& line : evaluation.money) {
    json["money"].push_back(money_line_json(line));
  }
  for (const auto& row : evaluation.rows) {
    json["rows"].push_back(row_json(row, say));
  }
  for (const auto& missing : evaluation.missing) {
    json["missing"].push_back(missing_json(missing, evaluation, say));
  }
  return json;
}

Json evaluation_page_json(const app::EvaluationPage& page) {
  Json json{{"items", Json::array()},
            {"next", page.next.empty() ? Json(nullptr) : Json(page.next)},
            {"total", page.total},
            {"total_is_exact", page.total_is_exact},
            {"profile", page.profile}};
  for (const auto& one : page.items) {
    json["items"].push_back({{"id", id_json(one.id)},
                             {"agency_id", id_json(one.agency_id)},
                             {"agency", one.agency},
                             {"project", one.project},
                             {"rows", one.rows},
                             {"values", one.values},
                             {"missing", one.missing},
                             {"points", one.possible.to_shortest_string()},
                             {"total", number_json(one.total)},
                             {"unscored", one.unscored},
                             {"grade", one.grade}});
  }
  return json;
}

Json evaluation_counts_json(const app::EvaluationCounts& counts) {
  Json json{{"total", counts.total}, {"whole", counts.whole}, {"grades", Json::array()}};
  for (const auto& one : counts.grades) {
    json["grades"].push_back({{"grade", one.grade}, {"count", one.count}});
  }
  return json;
}

Json actual_json(const store::StoredActual& stored) {
  const auto& said = stored.actual.said;
  return {{"id", id_json(stored.id)},
          {"indicator_id", id_json(stored.actual.indicator_id)},
          {"as_of", iso(said.as_of)},
          {"unit", said.unit},
          {"value", said.value},
          {"numerator", said.numerator},
          {"denominator", said.denominator},
          {"amount", number_json(said.amount)},
          {"origin", std::string(word(stored.actual.origin))},
          {"place", stored.actual.place},
          {"note", stored.actual.note},
          {"author", stored.actual.author},
          {"at", iso_time(stored.at_ms)},
          {"living", stored.living},
          {"ended_by", stored.ended_by},
          {"ended_at", stored.living ? Json(nullptr) : Json(iso_time(stored.ended_at_ms))}};
}

Json evidence_json(const store::StoredEvidence& stored) {
  const auto& is = stored.evidence;
  return {{"id", id_json(stored.id)},
          {"indicator_id", id_json(stored.indicator_id)},
          {"actual_id", id_json(stored.actual_id)},
          {"kind", std::string(word(is.kind))},
          {"sample", is.sample ? Json(*is.sample) : Json(nullptr)},
          {"lacks_sample", lacks_sample(is)},
          {"name", is.name},
          {"hash", is.hash},
          {"size", is.size},
          {"note", is.note},
          {"author", stored.author},
          {"at", iso_time(stored.at_ms)},
          {"current", stored.current},
          {"living", stored.living},
          {"ended_by", stored.ended_by},
          {"ended_at", stored.living ? Json(nullptr) : Json(iso_time(stored.ended_at_ms))}};
}

Json pasted_json(const std::vector<app::PastedLine>& lines, bool dry_run) {
  Json json{{"dry_run", dry_run},
            {"taken", std::ranges::count(lines, app::PastedFate::taken, &app::PastedLine::fate)},
            {"lines", Json::array()}};
  for (const auto& line : lines) {
    json["lines"].push_back({{"line", line.line},
                             {"text", line.text},
                             {"fate", std::string(app::word(line.fate))},
                             {"indicator_id", id_or_null(line.indicator_id)},
                             {"name", line.name},
                             {"before", line.before},
                             {"value", line.value}});
  }
  return json;
}

Json reported_document_json(const app::ReportedDocument& document) {
  Json json{{"name", document.name},           {"hash", document.hash},
            {"format", document.format},       {"title", document.title},
            {"year", document.year},           {"day", iso(document.day)},
            {"dry_run", document.dry_run},     {"matched", document.matched},
            {"changed", document.changed},     {"same", document.same},
            {"blank", document.blank},         {"other_target", document.other_target},
            {"unmatched", document.unmatched}, {"ambiguous", document.ambiguous},
            {"rows", Json::array()},           {"moneys", Json::array()},
            {"unread_moneys", Json::array()},  {"texts", Json::array()}};
  for (const auto& one : document.unread_moneys) {
    json["unread_moneys"].push_back({{"project_id", id_json(one.project_id)},
                                     {"project", one.project},
                                     {"source", one.source},
                                     {"column", one.column},
                                     {"text", one.text},
                                     {"place", one.place}});
  }
  for (const auto& row : document.rows) {
    json["rows"].push_back(reported_row_json(row));
  }
  for (const auto& one : document.moneys) {
    json["moneys"].push_back({{"project_id", id_json(one.project_id)},
                              {"project", one.project},
                              {"before", money_json(one.before)},
                              {"after", money_json(one.after)}});
  }
  for (const auto& one : document.texts) {
    json["texts"].push_back({{"project_id", id_json(one.project_id)},
                             {"project", one.project},
                             {"part", std::string(word(one.part))},
                             {"before", one.before},
                             {"after", one.after},
                             {"place", one.place}});
  }
  return json;
}

}  // namespace jiheng::http
