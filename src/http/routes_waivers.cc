#include "app/browse.h"
#include "app/waiving.h"
#include "base/date.h"
#include "http/attachment.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Json stored_waiver_json(const app::StoredWaiver& one, const Speech& say) {
  auto json = waiver_json(one.waiver);
  json["rule"] = one.rule;
  json["title"] = say.rule_title(one.rule);
  json["message"] = say(one.message);
  json["project_id"] = id_json(one.project_id);
  json["indicator_id"] = one.indicator_id == 0 ? Json(nullptr) : id_json(one.indicator_id);
  json["agency"] = one.agency;
  json["project"] = one.project;
  json["indicator"] = one.indicator;
  json["ended_by"] = one.ended_by;
  json["ended_at"] = one.living ? Json(nullptr) : Json(iso_time(one.ended_at_ms));
  json["lapsed"] = one.lapsed;
  return json;
}

Result<Response> set_aside(const Request& request, const Services& services) {
  app::Aside aside;
  JH_TRY(aside.indicator, path_id(request));
  JH_TRY(const auto body,
         JsonBody::parse(request, {"revision", "rule", "of_project", "kind", "reason"}));
  JH_TRY(aside.revision, body.number("revision"));
  JH_TRY(aside.rule, body.text("rule"));
  if (body.has("of_project")) {
    JH_TRY(aside.of_project, body.flag("of_project"));
  }
  JH_TRY(const auto kind, body.text("kind"));
  const auto known = waiver_kind_from_word(kind);
  if (!known) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"kind"}}, "kind");
  }
  aside.kind = *known;
  JH_TRY(aside.reason, body.text("reason"));
  JH_TRY_DO(app::set_aside(services.workspace, aside));
  JH_TRY(const auto indicator, app::indicator(services.workspace, aside.indicator));
  return answer(
      indicator_json(indicator, {services.workspace.library.catalogue, request.language}));
}

Result<Response> take_back(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY_DO(app::take_back_waiver(services.workspace, id));
  return answer({{"id", id_json(id)}});
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const int year, year_parameter(request));
  JH_TRY(const auto ended, flag_parameter(request, "ended"));
  const auto rule = text_parameter(request, "rule");
  if (text_parameter(request, "format") == "csv") {
    JH_TRY(auto csv, app::waivers_csv(services.workspace, year, rule, ended.value_or(false),
                                      request.language));
    return attachment("waivers-" + std::to_string(year) + ".csv", "text/csv; charset=utf-8",
                      std::move(csv));
  }
  app::ListPart part{.cursor = text_parameter(request, "cursor")};
  JH_TRY(part.limit, limit_parameter(request));
  JH_TRY(const auto page,
         app::list_waivers(
             services.workspace,
             {.region = {}, .year = year, .rule = rule, .ended = ended.value_or(false)}, part));
  const Speech say{services.workspace.library.catalogue, request.language};
  return answer(
      page_json(page, [&](const app::StoredWaiver& one) { return stored_waiver_json(one, say); }));
}

}  // namespace

void add_waiver_routes(Router& router, const Services& services) {
  router.add(Method::post, "/api/v1/indicators/{id}/waivers",
             [services](const Request& request) { return set_aside(request, services); });
  router.add(Method::post, "/api/v1/waivers/{id}/end",
             [services](const Request& request) { return take_back(request, services); });
  router.add(Method::get, "/api/v1/waivers",
             [services](const Request& request) { return list(request, services); });
}

}  // namespace jiheng::http
