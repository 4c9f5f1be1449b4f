#include "app/browse.h"
#include "http/json.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Result<Response> overview(const Request& request, const Services& services) {
  JH_TRY(const int year, year_parameter(request));
  JH_TRY(const auto page, app::overview(services.workspace, year));
  const Speech say{services.workspace.library.catalogue, request.language};
  return answer(overview_json(page, year, say));
}

Result<Response> agencies(const Request& request, const Services& services) {
  JH_TRY(const int year, year_parameter(request));
  JH_TRY(const auto agencies, app::agencies(services.workspace, year));
  Json json{{"items", Json::array()}};
  for (const auto& agency : agencies) {
    json["items"].push_back(agency_json(agency));
  }
  return answer(json);
}

}  // namespace

void add_overview_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/overview",
             [services](const Request& request) { return overview(request, services); });
  router.add(Method::get, "/api/v1/agencies",
             [services](const Request& request) { return agencies(request, services); });
}

}  // namespace jiheng::http
