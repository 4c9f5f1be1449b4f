#include <algorithm>
#include <limits>

#include "app/corrections.h"
#include "app/reading_anew.h"
#include "http/base64.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

constexpr Bounds kIds{1, std::numeric_limits<std::int64_t>::max()};
constexpr Bounds kPages{1, 100'000};
constexpr Bounds kPictureWidth{400, 2400};

Speech speech(const Request& request, const Services& services) {
  return {services.workspace.library.catalogue, request.language};
}

Result<Response> list(const Request& request, const Services& services) {
  store::DoubtFilter filter;
  JH_TRY(filter.year, year_parameter(request));
  JH_TRY(const auto document, number_parameter(request, "document", kIds));
  filter.document = document.value_or(0);
  const auto reason = text_parameter(request, "reason");
  filter.reason = doubt_from_word(reason);
  if (!reason.empty() && !filter.reason) {
    return fail(ErrorCode::invalid_input, {"http.parameter_wrong", {"reason", reason}}, "reason");
  }
  JH_TRY(const auto limit, limit_parameter(request));
  JH_TRY(const auto page,
         app::list_doubts(services.workspace, filter, text_parameter(request, "cursor"), limit));
  return answer(doubt_page_json(page, speech(request, services)));
}

Result<Response> read_anew(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"dry_run"}));
  JH_TRY(const auto dry_run, body.flag("dry_run"));
  JH_TRY(const auto report, app::read_anew(services.workspace, id, dry_run));
  return answer(import_report_json(report, speech(request, services), false));
}

Result<std::int64_t> bounded(const JsonBody& body, const char* name, Bounds bounds) {
  JH_TRY(const auto number, body.number(name));
  if (number < bounds.least || number > bounds.most) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {name}}, name);
  }
  return number;
}

/// A page of a document that is not filed yet, as a picture: the client has the bytes.
Result<Response> paint(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"content", "page", "width"}));
  JH_TRY(const auto content, body.text("content"));
  const auto bytes = decode_base64(content);
  if (!bytes) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"content"}}, "content");
  }
  JH_TRY(const auto page, bounded(body, "page", kPages));
  JH_TRY(const auto width, bounded(body, "width", kPictureWidth));
  const auto& painter = services.workspace.painter;
  const auto number = static_cast<int>(page);
  JH_TRY(const auto sizes, painter.sizes(*bytes, number, 1));
  JH_TRY(const auto picture, painter.picture(*bytes, number, static_cast<int>(width)));
  if (sizes.pages.empty()) {
    return fail(ErrorCode::not_found,
                {"document.no_page", {std::to_string(page), std::to_string(sizes.total)}});
  }
  return answer(page_picture_json(sizes, picture));
}

}  // namespace

void add_doubt_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/doubts",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::post, "/api/v1/documents/{id}/readings",
             [services](const Request& request) { return read_anew(request, services); });
  router.add(Method::post, "/api/v1/page-pictures",
             [services](const Request& request) { return paint(request, services); });
}

}  // namespace jiheng::http
