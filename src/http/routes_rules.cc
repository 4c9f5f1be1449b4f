#include "app/rule_list.h"
#include "http/json.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const int year, optional_year_parameter(request));
  JH_TRY(const auto rules,
         app::list_rules(services.workspace, year == 0 ? std::nullopt : std::optional(year)));
  Json json{{"pack", pack_json(services.workspace.pack)}, {"items", Json::array()}};
  const Speech say{services.workspace.library.catalogue, request.language};
  for (const auto& rule : rules) {
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

}  // namespace

void add_rule_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/rules",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/rules/{rule}",
             [services](const Request& request) { return get(request, services); });
}

}  // namespace jiheng::http
