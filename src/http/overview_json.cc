// The numbers of a year, its agencies and the catalogue of rules.
#include "http/json.h"

namespace jiheng::http {
namespace {

void add_breakdowns(Json& json, const store::Overview& numbers, const Speech& say) {
  for (const auto* name : {"by_rule", "by_level", "by_kind", "by_comparator"}) {
    json[name] = Json::array();
  }
  for (const auto& count : numbers.by_rule) {
    json["by_rule"].push_back({{"rule", count.rule},
                               {"title", say.rule_title(count.rule)},
                               {"severity", word(count.severity)},
                               {"findings", count.findings},
                               {"projects", count.projects}});
  }
  for (const auto& count : numbers.by_level) {
    json["by_level"].push_back(
        {{"level1", count.level1}, {"level2", count.level2}, {"indicators", count.indicators}});
  }
  for (const auto& count : numbers.by_kind) {
    json["by_kind"].push_back({{"kind", word(count.kind)}, {"indicators", count.indicators}});
  }
  for (const auto& count : numbers.by_comparator) {
    json["by_comparator"].push_back(
        {{"comparator", count.comparator}, {"indicators", count.indicators}});
  }
}

}  // namespace

Json overview_json(const app::OverviewPage& page, int year, const Speech& say) {
  const auto& numbers = page.numbers;
  Json json{{"year", year},
            {"agencies", numbers.agencies},
            {"projects", numbers.projects},
            {"indicators", numbers.indicators},
            {"typed", numbers.typed},
            {"measurable", numbers.measurable},
            {"findings", counts_json(numbers.findings)},
            {"projects_with", counts_json(numbers.projects_with)}};
  add_breakdowns(json, numbers, say);
  json["attention"] = Json::array();
  for (const auto& project : page.attention) {
    json["attention"].push_back(project_summary_json(project));
  }
  json["imports"] = Json::array();
  for (const auto& import : page.imports) {
    json["imports"].push_back(import_json(import, say));
  }
  return json;
}

Json agency_json(const store::AgencyCount& agency) {
  Json json{{"id", id_json(agency.id)},
            {"name", agency.name},
            {"code", agency.code},
            {"parent", nullptr},
            {"projects", agency.projects},
            {"indicators", agency.indicators},
            {"findings", counts_json(agency.findings)},
            {"programmes", Json::array()}};
  if (agency.parent_id != 0) {
    json["parent"] = id_json(agency.parent_id);
  }
  for (const auto& programme : agency.programmes) {
    json["programmes"].push_back({{"name", programme.name}, {"projects", programme.projects}});
  }
  return json;
}

Json rule_json(const app::RuleView& rule, const std::string& page, const Speech& say) {
  Json by_pack = Json::array();
  for (const auto& one : rule.set_aside_by) {
    by_pack.push_back({{"pack", one.pack_id},
                       {"version", one.pack_version},
                       {"waived", one.waived},
                       {"false_alarms", one.false_alarms}});
  }
  return {{"id", rule.id},
          {"number", rule.number},
          {"title", say.rule_title(rule.id)},
          {"severity", word(rule.severity)},
          {"aspect", say({"rule.aspect." + rule.aspect})},
          {"on", rule.on},
          {"clause", rule.clause},
          {"clause_verified", rule.clause_verified},
          {"fix", say.rule_fix(rule.id)},
          {"findings", rule.findings},
          {"suggestions", rule.suggestions ? Json(*rule.suggestions) : Json()},
          {"waived", rule.waived},
          {"false_alarms", rule.false_alarms},
          {"set_aside_by", std::move(by_pack)},
          {"page", page}};
}

}  // namespace jiheng::http
