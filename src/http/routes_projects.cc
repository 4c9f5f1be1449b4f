#include "app/browse.h"
#include "app/editing.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Result<Response> show(std::int64_t id, const Request& request, const Services& services) {
  const auto& library = services.workspace.library;
  JH_TRY(const auto project, app::project(services.workspace, id));
  return answer(project_json(project, app::frames_of(services.workspace, project), library,
                             {library.catalogue, request.language}));
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const auto filter, project_filter(request));
  JH_TRY(auto stretch, project_order(request));
  stretch.cursor = text_parameter(request, "cursor");
  JH_TRY(stretch.limit, limit_parameter(request));
  JH_TRY(const auto page, app::list_projects(services.workspace, filter, stretch));
  return answer(page_json(page, project_summary_json));
}

Result<Response> get(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  return show(id, request, services);
}

Result<Response> apply(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"rule"}));
  JH_TRY(const auto rule, body.text("rule"));
  JH_TRY_DO(app::apply_suggestions(services.workspace, id, rule));
  return show(id, request, services);
}

}  // namespace

void add_project_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/projects",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/projects/{id}",
             [services](const Request& request) { return get(request, services); });
  router.add(Method::post, "/api/v1/projects/{id}/suggestions",
             [services](const Request& request) { return apply(request, services); });
}

}  // namespace jiheng::http
