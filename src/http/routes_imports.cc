#include "app/browse.h"
#include "app/filing.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/sent_document.h"

namespace jiheng::http {
namespace {

Speech speech(const Request& request, const Services& services) {
  return {services.workspace.library.catalogue, request.language};
}

Result<std::optional<int>> year_member(const JsonBody& body) {
  if (!body.has("year")) {
    return std::nullopt;
  }
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"year"}}, "year");
  }
  return static_cast<int>(year);
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const int year, optional_year_parameter(request));
  JH_TRY(const auto limit, limit_parameter(request));
  JH_TRY(const auto page,
         app::list_imports(services.workspace, year, text_parameter(request, "cursor"), limit));
  const auto say = speech(request, services);
  auto json = page_json(page, [&say](const auto& item) { return import_json(item, say); });
  json.erase("total");
  json.erase("total_is_exact");
  return answer(json);
}

Result<Response> get(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto all_rows, flag_parameter(request, "all_rows"));
  JH_TRY(const auto report, app::import_report(services.workspace, id));
  return answer(import_report_json(report, speech(request, services), all_rows.value_or(false)));
}

Result<Response> import(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"name", "content", "dry_run", "year", "region",
                                                    "agency", "again", "all_rows"}));
  JH_TRY(const auto sent, sent_document(body));
  app::ImportRequest wanted{.name = sent.name, .bytes = sent.bytes, .stop = request.gone};
  JH_TRY(wanted.dry_run, body.flag("dry_run"));
  JH_TRY(wanted.year, year_member(body));
  JH_TRY(wanted.region, body.optional_text("region"));
  JH_TRY(wanted.agency, body.optional_text("agency"));
  JH_TRY(wanted.again, body.optional_flag("again"));
  JH_TRY(const bool all_rows, body.optional_flag("all_rows"));
  JH_TRY(const auto report, app::import_document(services.workspace, wanted));
  return answer(import_report_json(report, speech(request, services), all_rows));
}

}  // namespace

void add_import_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/imports",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::post, "/api/v1/imports",
             [services](const Request& request) { return import(request, services); });
  router.add(Method::get, "/api/v1/imports/{id}",
             [services](const Request& request) { return get(request, services); });
}

}  // namespace jiheng::http
