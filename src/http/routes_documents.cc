#include <limits>

#include "app/browse.h"
#include "http/json.h"
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

}  // namespace

void add_document_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/documents/{id}/lines",
             [services](const Request& request) { return lines(request, services); });
}

}  // namespace jiheng::http
