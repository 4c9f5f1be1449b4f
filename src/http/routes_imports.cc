#include "app/browse.h"
#include "app/filing.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

constexpr std::size_t kDocumentLimit = std::size_t{64} << 20U;

Speech speech(const Request& request, const Services& services) {
  return {services.workspace.library.catalogue, request.language};
}

tl::unexpected<Error> wrong(const char* key, const char* member) {
  return fail(ErrorCode::invalid_input, {key, {member}}, member);
}

Result<std::optional<int>> year_member(const JsonBody& body) {
  if (!body.has("year")) {
    return std::nullopt;
  }
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return wrong("http.member_wrong", "year");
  }
  return static_cast<int>(year);
}

/// The last part of whatever path a client sends.
std::string file_name(const std::string& name) {
  return name.substr(name.find_last_of("/\\") + 1);
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
  JH_TRY(const auto report, app::import_report(services.workspace, id));
  return answer(import_report_json(report, speech(request, services)));
}

Result<Response> import(const Request& request, const Services& services) {
  JH_TRY(const auto body,
         JsonBody::parse(request, {"name", "content", "dry_run", "year", "region", "agency"}));
  app::ImportRequest wanted;
  JH_TRY(const auto name, body.text("name"));
  wanted.name = file_name(name);
  JH_TRY(const auto content, body.text("content"));
  const auto bytes = decode_base64(content);
  if (wanted.name.empty() || !bytes) {
    return wrong("http.member_wrong", bytes ? "name" : "content");
  }
  if (bytes->size() > kDocumentLimit) {
    return wrong("http.document_too_large", "content");
  }
  wanted.bytes = *bytes;
  JH_TRY(wanted.dry_run, body.flag("dry_run"));
  JH_TRY(wanted.year, year_member(body));
  JH_TRY(wanted.region, body.optional_text("region"));
  JH_TRY(wanted.agency, body.optional_text("agency"));
  JH_TRY(const auto report, app::import_document(services.workspace, wanted));
  return answer(import_report_json(report, speech(request, services)));
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
