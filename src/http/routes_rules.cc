#include <memory>

#include "app/rule_list.h"
#include "app/running_judgements.h"
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
  json["filed_since"] = listed.filed_since;
  json["judged_version"] = listed.judged ? Json(listed.judged->run.pack_version) : Json();
  for (const auto& pack : services.workspace.library.rule_packs) {
    json["packs"].push_back(pack_json(pack));
  }
  const Speech say{services.workspace.library.catalogue, request.language};
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

Result<int> year_of(const JsonBody& body) {
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"year"}}, "year");
  }
  return static_cast<int>(year);
}

Result<Response> judge(const Request& request, const Services& services,
                       app::RunningJudgements& running) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year", "pack"}));
  JH_TRY(const auto year, year_of(body));
  JH_TRY(const auto pack, body.optional_text("pack"));
  JH_TRY(const auto judged, running.judge(services.workspace, year, pack, request.gone));
  return answer({{"pack", pack_json(judged.pack)}, {"findings", counts_json(judged.findings)}});
}

Result<Response> running_share(const Request& request, const app::RunningJudgements& running) {
  JH_TRY(const int year, year_parameter(request));
  const auto share = running.share(year);
  return answer({{"year", year},
                 {"running", share.has_value()},
                 {"done", share ? share->done : 0},
                 {"all", share ? share->all : 0}});
}

Result<Response> cancel(const Request& request, app::RunningJudgements& running) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year"}));
  JH_TRY(const auto year, year_of(body));
  return answer({{"year", year}, {"stopped", running.cancel(year)}});
}

}  // namespace

void add_rule_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/rules",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/rules/{rule}",
             [services](const Request& request) { return get(request, services); });
  const auto running = std::make_shared<app::RunningJudgements>();  // by all three
  router.add(Method::post, "/api/v1/reviews", [services, running](const Request& request) {
    return judge(request, services, *running);
  });
  router.add(Method::get, "/api/v1/reviews/running",
             [running](const Request& request) { return running_share(request, *running); });
  router.add(Method::post, "/api/v1/reviews/cancel",
             [running](const Request& request) { return cancel(request, *running); });
}

}  // namespace jiheng::http
