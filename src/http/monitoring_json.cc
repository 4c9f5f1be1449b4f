#include "http/monitoring_json.h"

#include <algorithm>

namespace jiheng::http {
namespace {

// Of a long table the first lines are named.
constexpr std::size_t kNamedLines = 2000;

Json or_null(const std::optional<Decimal>& value) {
  return value ? Json(value->to_shortest_string()) : Json();
}

Json light_json(const std::optional<packs::Light>& light) {
  return light ? Json(packs::word(*light)) : Json();
}

Json quadrant_json(const std::optional<Quadrant>& quadrant) {
  return quadrant ? Json(word(*quadrant)) : Json();
}

Json unlit_json(const std::optional<Unscored>& unlit, const Speech& say) {
  return unlit ? Json{{"reason", word(*unlit)}, {"sentence", say(text_of(*unlit))}} : Json();
}

Json derivation_json(const LightDerivation& derivation, const Speech& say) {
  Json json{{"steps", Json::array()},
            {"clause", derivation.clause},
            {"clause_verified", derivation.clause_verified}};
  for (const auto& step : derivation.steps) {
    json["steps"].push_back(say(step));
  }
  return json;
}

Json counts_of(const LightCounts& counts) {
  return {{"red", counts.red},
          {"yellow", counts.yellow},
          {"green", counts.green},
          {"blue", counts.blue},
          {"not_reported", counts.not_reported},
          {"unclear", counts.unclear}};
}

Json board_row_json(const store::BoardRow& row) {
  const auto& state = row.state;
  return {{"project_id", id_json(state.project_id)},
          {"agency_id", id_json(state.agency_id)},
          {"project", row.project},
          {"agency", row.agency},
          {"light", light_json(state.light)},
          {"money_light", light_json(state.money_light)},
          {"quadrant", quadrant_json(state.quadrant)},
          {"counts", counts_of(state.counts)},
          {"budget", or_null(state.budget)},
          {"executed", or_null(state.executed)},
          {"execution_rate", or_null(state.execution_rate)},
          {"pace", or_null(state.pace)},
          {"goal_rate", or_null(state.goal_rate)},
          {"forecast_money", or_null(state.forecast_money)},
          {"forecast_rate", or_null(state.forecast_rate)},
          {"missing_forecast", state.missing_forecast}};
}

Json curve_json(const app::MonitoredIndicator& one) {
  Json json{{"shape", packs::word(one.curve.shape)},
            {"points", packs::points_of(one.curve)},
            {"own", one.own_curve},
            {"due", Json::array()},
            {"reached", Json::array()}};
  for (const auto& point : one.due) {
    json["due"].push_back({{"day", iso(point.day)}, {"share", point.share.to_shortest_string()}});
  }
  for (const auto& point : one.reached) {
    json["reached"].push_back({{"day", iso(point.day)}, {"value", point.value}});
  }
  return json;
}

Json opinion_json(const std::optional<store::StoredOpinion>& stored) {
  if (!stored) {
    return {};
  }
  const auto& said = stored->opinion;
  return {{"possibility", said.possibility}, {"reasons", said.reasons},      {"words", said.words},
          {"measure", said.measure},         {"expected", said.expected},    {"note", said.note},
          {"author", stored->author},        {"at", iso_time(stored->at_ms)}};
}

Json indicator_of(const app::ProjectMonitoring& monitoring, std::size_t at, const Speech& say) {
  const auto& stored = monitoring.project.rows[at];
  const auto& row = stored.row;
  const auto& reached = monitoring.project.reached[at];
  const auto& watch = monitoring.watch.indicators[at];
  const auto& one = monitoring.indicators[at];
  Json json{{"indicator_id", id_json(stored.id)},
            {"level1", row.level1},
            {"level2", row.level2},
            {"name", row.name},
            {"comparator", row.comparator ? std::string(symbol(*row.comparator)) : std::string()},
            {"target", row.target},
            {"measure", row.measure},
            {"actual", reached.actual.text},
            {"as_of", reached.as_of ? Json(iso(*reached.as_of)) : Json()}};
  json["light"] = light_json(watch.light);
  json["unlit"] = unlit_json(reached.unclear ? reached.unclear : watch.unlit, say);
  json["rate"] = or_null(watch.rate);
  json["due_share"] = or_null(watch.due_share);
  json["due"] = or_null(watch.due);
  json["value"] = or_null(watch.actual);
  json["value_measure"] = watch.measure;
  json["forecast"] = or_null(watch.forecast);
  json["forecast_met"] = watch.forecast_met ? Json(*watch.forecast_met) : Json();
  json["derivation"] = derivation_json(watch.derivation, say);
  json["curve"] = curve_json(one);
  json["opinion"] = opinion_json(one.opinion);
  json["must_explain"] = one.must_explain;
  return json;
}

Json money_of(const app::ProjectMonitoring& monitoring, const Speech& say) {
  const auto& watch = monitoring.watch.execution;
  const auto money = monitoring.money.value_or(ProjectMoney{});
  return {{"as_of", monitoring.money ? Json(iso(money.as_of)) : Json()},
          {"initial", or_null(money.initial)},
          {"adjusted", or_null(money.adjusted)},
          {"budget", or_null(monitoring.project.execution.budget)},
          {"executed", or_null(monitoring.project.execution.executed)},
          {"expected", or_null(money.expected)},
          {"light", light_json(watch.light)},
          {"unlit", unlit_json(watch.unlit, say)},
          {"rate", or_null(watch.rate)},
          {"pace", or_null(watch.pace)},
          {"forecast", or_null(watch.forecast)},
          {"derivation", derivation_json(watch.derivation, say)}};
}

Json unit_json(const std::optional<intake::MoneyUnit>& unit) {
  return unit ? Json(unit->word) : Json();
}

/// What a pack calls a reason or a possibility in the reader's language.
template <typename Named>
const std::string& name_of(const Named& named, packs::Language language) {
  return language == packs::Language::en && !named.en.empty() ? named.en : named.name;
}

Json money_line_json(const app::MoneyLine& line, const Speech& say) {
  Json json{{"place", line.place},
            {"agency", line.agency},
            {"project", line.project},
            {"fate", app::word(line.fate)},
            {"sentence", say(app::text_of(line.fate))},
            {"bad", line.bad},
            {"remark", app::word(line.remark)},
            {"remark_sentence",
             line.remark == app::MoneyRemark::none ? "" : say(app::text_of(line.remark))},
            {"project_id", line.project_id == 0 ? Json() : id_json(line.project_id)},
            {"found", line.found},
            {"chosen", line.chosen},
            {"candidates", Json::array()},
            {"initial", or_null(line.said.initial)},
            {"adjusted", or_null(line.said.adjusted)},
            {"adjustment", or_null(line.adjustment)},
            {"executed", or_null(line.said.executed)},
            {"expected", or_null(line.said.expected)}};
  for (const auto& one : line.candidates) {
    json["candidates"].push_back({{"project_id", id_json(one.project_id)},
                                  {"project", one.project},
                                  {"agency", one.agency}});
  }
  return json;
}

}  // namespace

Json monitoring_pack_json(const packs::MonitoringPack& pack, packs::Language language) {
  Json json{{"id", pack.id},
            {"title", pack.title},
            {"version", pack.version},
            {"clause", pack.clause.text},
            {"clause_verified", pack.clause.verified},
            {"months", pack.periods.months},
            {"key_month", pack.periods.key},
            {"goals_limit", pack.quadrant.goals.to_shortest_string()},
            {"money_limit", pack.quadrant.money.to_shortest_string()},
            {"reasons", Json::array()},
            {"possibilities", Json::array()}};
  for (const auto& reason : pack.reasons) {
    json["reasons"].push_back({{"id", reason.id}, {"name", name_of(reason, language)}});
  }
  for (const auto& possibility : pack.possibilities) {
    json["possibilities"].push_back({{"id", possibility.id},
                                     {"name", name_of(possibility, language)},
                                     {"explain", possibility.explain}});
  }
  return json;
}

Json board_json(const store::BoardPage& page, const packs::MonitoringPack& pack,
                std::span<const packs::MonitoringPack> packs, const app::WatchedPeriod& period,
                packs::Language language) {
  const auto& lights = page.counts.lights;
  const auto& quadrants = page.counts.quadrants;
  Json json{{"pack", monitoring_pack_json(pack, language)},
            {"packs", Json::array()},
            {"year", period.year},
            {"month", period.month},
            {"items", Json::array()},
            {"next", page.next.empty() ? Json() : Json(page.next)},
            {"total", page.total},
            {"missing", page.missing},
            {"counts",
             {{"total", page.counts.total},
              {"lights",
               {{"none", lights[0]},
                {"red", lights[1]},
                {"yellow", lights[2]},
                {"green", lights[3]},
                {"blue", lights[4]}}},
              {"quadrants",
               {{"none", quadrants[0]},
                {"on_track", quadrants[1]},
                {"money_behind", quadrants[2]},
                {"goals_behind", quadrants[3]},
                {"both_behind", quadrants[4]}}}}}};
  for (const auto& one : packs) {
    json["packs"].push_back({{"id", one.id}, {"title", one.title}});
  }
  for (const auto& row : page.items) {
    json["items"].push_back(board_row_json(row));
  }
  return json;
}

Json project_monitoring_json(const app::ProjectMonitoring& monitoring, const Speech& say) {
  const auto& project = monitoring.project;
  const auto& watch = monitoring.watch;
  Json json{{"pack", monitoring_pack_json(*monitoring.pack, say.language)},
            {"project_id", id_json(project.id)},
            {"agency_id", id_json(project.agency_id)},
            {"project", project.name},
            {"agency", project.agency},
            {"year", project.year},
            {"month", monitoring.period.month},
            {"day", iso(monitoring.period.day())},
            {"light", light_json(watch.light)},
            {"quadrant", quadrant_json(watch.quadrant)},
            {"counts", counts_of(watch.counts)},
            {"goal_rate", or_null(watch.goal_rate)},
            {"missing_forecast", watch.missing_forecast},
            {"derivation", derivation_json(watch.derivation, say)},
            {"money", money_of(monitoring, say)},
            {"indicators", Json::array()},
            {"may", {{"give_opinion", true}, {"set_curve", true}}}};
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    json["indicators"].push_back(indicator_of(monitoring, i, say));
  }
  return json;
}

Json money_report_json(const app::MoneyReport& report, const Speech& say) {
  Json json{{"name", report.name},
            {"layout", report.layout},
            {"columns", Json::array()},
            {"remembered", report.remembered},
            {"unit", unit_json(report.unit)},
            {"written", unit_json(report.written)},
            {"set_aside", unit_json(report.set_aside)},
            {"unit_missing", report.unit_missing},
            {"unit_origin", app::word(report.unit_origin)},
            {"until", report.until ? Json(*report.until) : Json()},
            {"ready", report.ready},
            {"understood", report.understood},
            {"doubtful", report.doubtful},
            {"initial", or_null(report.initial)},
            {"adjusted", or_null(report.adjusted)},
            {"executed", or_null(report.executed)},
            {"stored", report.stored},
            {"lines_total", report.lines.size()},
            {"lines", Json::array()}};
  for (std::size_t i = 0; i < report.heads.size(); ++i) {
    json["columns"].push_back({{"head", report.heads[i]},
                               {"column", intake::word(report.columns[i])},
                               {"unit", unit_json(report.units[i])}});
  }
  for (std::size_t i = 0; i < std::min(report.lines.size(), kNamedLines); ++i) {
    json["lines"].push_back(money_line_json(report.lines[i], say));
  }
  return json;
}

}  // namespace jiheng::http
