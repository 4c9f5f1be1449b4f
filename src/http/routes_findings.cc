#include <array>

#include "app/review.h"
#include "http/attachment.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

constexpr std::array<std::string_view, 3> kFileFormats{"csv", "json", "xlsx"};
constexpr std::array kReviewFormats{app::ReviewFormat::csv, app::ReviewFormat::json,
                                    app::ReviewFormat::xlsx};

Result<Response> findings(const Request& request, const Services& services) {
  JH_TRY(const auto filter, project_filter(request));
  JH_TRY(const auto format, choice_parameter(request, "format", kFileFormats));
  JH_TRY(auto file, app::findings_file(services.workspace, filter, kReviewFormats.at(format),
                                       request.language));
  return attachment(file.name, file.media_type, std::move(file.bytes));
}

}  // namespace

void add_finding_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/findings",
             [services](const Request& request) { return findings(request, services); });
}

}  // namespace jiheng::http
