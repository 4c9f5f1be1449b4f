#include <algorithm>
#include <limits>

#include "app/browse.h"
#include "app/source.h"
#include "http/json.h"
#include "http/negotiate.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

constexpr std::int64_t kUsualLines = 400;
constexpr std::int64_t kMostLines = 1000;
// Far beyond any document, and still room to add a limit.
constexpr std::int64_t kLastLine = std::numeric_limits<int>::max() / 2;

Result<Response> lines(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto from, number_parameter(request, "from", {1, kLastLine}));
  JH_TRY(const auto limit, number_parameter(request, "limit", {1, kMostLines}));
  JH_TRY(const auto lines,
         app::document_lines(services.workspace, id, static_cast<int>(from.value_or(1)),
                             static_cast<int>(limit.value_or(kUsualLines))));
  return answer(document_lines_json(lines));
}

Result<Response> show(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto document, app::stored_document(services.workspace, id));
  JH_TRY(const auto pages, app::count_pages(services.workspace, document));
  return answer(document_json(document, pages));
}

/// A document can be there and not be of the kind that is asked for.
Response other_view(const Request& request, const Services& services, std::string_view key,
                    const store::StoredDocument& document) {
  return problem_response({.status = 415, .text = {std::string(key), {document.format}}},
                          services.workspace.library.catalogue, request.language);
}

constexpr std::int64_t kUsualPages = 20;
constexpr std::int64_t kMostPages = 50;

Result<Response> pages(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto from, number_parameter(request, "from", {1, kLastLine}));
  JH_TRY(const auto limit, number_parameter(request, "limit", {1, kMostPages}));
  JH_TRY(const auto document, app::stored_document(services.workspace, id));
  if (app::source_view(document.format) != app::SourceView::pages) {
    return other_view(request, services, "http.no_pages", document);
  }
  const auto first = static_cast<int>(from.value_or(1));
  JH_TRY(const auto pages, app::source_pages(services.workspace, document, first,
                                             static_cast<int>(limit.value_or(kUsualPages))));
  return answer(document_pages_json(document, first, pages));
}

constexpr Bounds kPictureWidth{400, 2400};
constexpr std::int64_t kUsualPictureWidth = 1400;

/// The bytes behind an id never change, so neither does a picture of them.
Result<Response> picture(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto number, path_id(request, "number"));
  JH_TRY(const auto asked, number_parameter(request, "width", kPictureWidth));
  const auto width = asked.value_or(kUsualPictureWidth);
  JH_TRY(const auto document, app::stored_document(services.workspace, id));
  if (app::source_view(document.format) != app::SourceView::pages) {
    return other_view(request, services, "http.no_pages", document);
  }
  const auto tag =
      '"' + document.hash + "-p" + std::to_string(number) + "-w" + std::to_string(width) + '"';
  Response response{
      .headers = {{"ETag", tag}, {"Cache-Control", "private, max-age=31536000, immutable"}}};
  if (has_tag(request.headers, tag)) {
    response.status = 304;
    return response;
  }
  const auto page = static_cast<int>(std::min<std::int64_t>(number, kLastLine));
  JH_TRY(auto painted,
         services.workspace.painter.picture(document.bytes, page, static_cast<int>(width)));
  response.body = std::move(painted.png);
  response.headers.add("Content-Type", "image/png");
  return response;
}

Result<Response> rows(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto from, number_parameter(request, "from", {1, kLastLine}));
  JH_TRY(const auto limit, number_parameter(request, "limit", {1, kMostLines}));
  JH_TRY(const auto indicator,
         number_parameter(request, "indicator", {1, std::numeric_limits<std::int64_t>::max()}));
  JH_TRY(const auto document, app::stored_document(services.workspace, id));
  if (app::source_view(document.format) != app::SourceView::rows) {
    return other_view(request, services, "http.no_rows_of_cells", document);
  }
  JH_TRY(const auto rows, app::source_rows(services.workspace, document,
                                           {.from = static_cast<int>(from.value_or(1)),
                                            .limit = static_cast<int>(limit.value_or(kUsualLines)),
                                            .indicator = indicator.value_or(0),
                                            .place = text_parameter(request, "place")}));
  return answer(document_rows_json(document, rows));
}

}  // namespace

void add_document_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/documents/{id}",
             [services](const Request& request) { return show(request, services); });
  router.add(Method::get, "/api/v1/documents/{id}/pages",
             [services](const Request& request) { return pages(request, services); });
  router.add(Method::get, "/api/v1/documents/{id}/pages/{number}",
             [services](const Request& request) { return picture(request, services); });
  router.add(Method::get, "/api/v1/documents/{id}/rows",
             [services](const Request& request) { return rows(request, services); });
  router.add(Method::get, "/api/v1/documents/{id}/lines",
             [services](const Request& request) { return lines(request, services); });
}

}  // namespace jiheng::http
