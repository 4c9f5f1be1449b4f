#include "app/browse.h"
#include "app/editing.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Speech speech(const Request& request, const Services& services) {
  return {services.workspace.library.catalogue, request.language};
}

Result<Response> show(std::int64_t id, const Request& request, const Services& services) {
  JH_TRY(const auto indicator, app::indicator(services.workspace, id));
  return answer(indicator_json(indicator, speech(request, services)));
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const auto filter, indicator_filter(request));
  JH_TRY(auto stretch, indicator_order(request));
  stretch.cursor = text_parameter(request, "cursor");
  JH_TRY(stretch.limit, limit_parameter(request));
  JH_TRY(const auto page, app::list_indicators(services.workspace, filter, stretch));
  const auto say = speech(request, services);
  return answer(page_json(page, [&say](const auto& row) { return indicator_json(row, say); }));
}

Result<Response> get(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  return show(id, request, services);
}

Result<Response> edit(const Request& request, const Services& services) {
  app::Edit edit;
  JH_TRY(edit.indicator, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"revision", "rule", "changes"}));
  JH_TRY(edit.revision, body.number("revision"));
  JH_TRY(edit.rule, body.optional_text("rule"));
  JH_TRY(edit.changes, body.changes());
  JH_TRY_DO(app::edit_indicator(services.workspace, edit));
  return show(edit.indicator, request, services);
}

Result<Response> undo(const Request& request, const Services& services) {
  JH_TRY(const auto overlay, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"revision"}));
  JH_TRY(const auto revision, body.number("revision"));
  JH_TRY(const auto id, app::undo_overlay(services.workspace, overlay, revision));
  return show(id, request, services);
}

}  // namespace

void add_indicator_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/indicators",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/indicators/{id}",
             [services](const Request& request) { return get(request, services); });
  router.add(Method::post, "/api/v1/indicators/{id}/overlays",
             [services](const Request& request) { return edit(request, services); });
  router.add(Method::post, "/api/v1/overlays/{id}/undo",
             [services](const Request& request) { return undo(request, services); });
}

}  // namespace jiheng::http
