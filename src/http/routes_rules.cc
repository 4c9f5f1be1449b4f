#include "app/judging.h"
#include "app/rule_list.h"
#include "base/date.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const int year, optional_year_parameter(request));
  JH_TRY(const auto listed,
         app::list_rules(services.workspace, year == 0 ? std::nullopt : std::optional(year)));
  Json json{{"pack", pack_json(listed.pack)}, {"packs", Json::array()}, {"items", Json::array()}};
  json["judged_at"] = listed.judged ? Json(iso_time(listed.judged->at_ms)) : Json();
  json["judged_version"] = listed.judged ? Json(listed.judged->run.pack_version) : Json();
  for (const auto& pack : services.workspace.library.rule_packs) {
    json["packs"].push_back(pack_json(pack));
  }
  const Speech say{services.workspace.library.catalogue, request.language};
  json["not_yet"] = say({"rule.not_yet"});
  for (const auto& rule : listed.rules) {
    json["items"].push_back(rule_json(rule, "", say));
  }
  return answer(json);
}

Result<Response> get(const Request& request, const Services& services) {
  const auto id = request.parameters.get("rule").value_or("");
  JH_TRY(const int year, optional_year_parameter(request));
  JH_TRY(const auto rule,
         app::rule(services.workspace, id, year == 0 ? std::nullopt : std::optional(year)));
  const Speech say{services.workspace.library.catalogue, request.language};
  return answer(rule_json(rule, app::rule_page(id, request.language), say));
}

Result<Response> judge(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year", "pack"}));
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"year"}}, "year");
  }
  JH_TRY(const auto pack, body.optional_text("pack"));
  JH_TRY(const auto judged,
         app::judge_year(services.workspace, static_cast<int>(year), pack, request.gone));
  return answer({{"pack", pack_json(judged.pack)}, {"findings", counts_json(judged.findings)}});
}

}  // namespace

void add_rule_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/rules",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/rules/{rule}",
             [services](const Request& request) { return get(request, services); });
  router.add(Method::post, "/api/v1/reviews",
             [services](const Request& request) { return judge(request, services); });
}

}  // namespace jiheng::http
