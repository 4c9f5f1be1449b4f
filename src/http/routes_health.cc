#include "app/browse.h"
#include "http/json.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Result<Response> health() {
  return answer({{"status", "ok"}});
}

Result<Response> ready(const Services& services) {
  JH_TRY_DO(services.workspace.store.ready());
  return answer({{"status", "ok"}});
}

Result<Response> metrics(const Services& services) {
  return Response{.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                              {"Cache-Control", "no-store"}},
                  .body = services.metrics.text()};
}

Result<Response> meta(const Services& services) {
  const auto& workspace = services.workspace;
  JH_TRY(const auto region, app::region_of(workspace));
  JH_TRY(const auto years, app::years(workspace));
  Json json{
      {"version", services.version},       {"user", workspace.user},  {"region", region},
      {"pack", pack_json(workspace.pack)}, {"frames", Json::array()}, {"years", Json::array()}};
  for (const auto& frame : workspace.vocabulary.frames.all()) {
    json["frames"].push_back(frame_json(frame));
  }
  for (const auto& year : years) {
    json["years"].push_back({{"year", year.year},
                             {"projects", year.projects},
                             {"indicators", year.indicators},
                             {"findings", year.findings}});
  }
  return answer(json);
}

}  // namespace

void add_health_routes(Router& router, const Services& services) {
  router.add(Method::get, "/healthz", [](const Request&) { return health(); });
  router.add(Method::get, "/readyz", [services](const Request&) { return ready(services); });
  router.add(Method::get, "/metrics", [services](const Request&) { return metrics(services); });
  router.add(Method::get, "/api/v1/meta", [services](const Request&) { return meta(services); });
}

}  // namespace jiheng::http
