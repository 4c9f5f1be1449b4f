#include <array>

#include "app/exporting.h"
#include "http/json.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/uri.h"

namespace jiheng::http {
namespace {

// In the order of the enumerations of app/exporting.h.
constexpr std::array<std::string_view, 2> kForms{"table11", "indicators"};
constexpr std::array<std::string_view, 3> kFormats{"xlsx", "csv", "json"};

Result<std::size_t> required_choice(const Request& request, std::string_view name,
                                    std::span<const std::string_view> words) {
  if (text_parameter(request, name).empty()) {
    return fail(ErrorCode::invalid_input, {"http.parameter_missing", {std::string(name)}},
                std::string(name));
  }
  return choice_parameter(request, name, words);
}

/// A name for every client: plain for old ones, UTF-8 for the rest.
/// Source  RFC 6266, RFC 8187.
std::string attachment(const std::string& name, std::string_view extension) {
  return "attachment; filename=\"jiheng." + std::string(extension) + "\"; filename*=UTF-8''" +
         encode_uri(name);
}

Result<Response> export_file(const Request& request, const Services& services) {
  JH_TRY(const auto form, required_choice(request, "form", kForms));
  JH_TRY(const auto format, required_choice(request, "format", kFormats));
  JH_TRY(const auto order, indicator_order(request));
  app::ExportRequest wanted{.form = static_cast<app::ExportForm>(form),
                            .format = static_cast<app::ExportFormat>(format),
                            .sort = order.sort,
                            .descending = order.descending,
                            .language = request.language};
  JH_TRY(wanted.filter, indicator_filter(request));
  JH_TRY(wanted.filter.region, app::region_of(services.workspace));
  JH_TRY(auto file, app::export_form(services.workspace, wanted));
  return Response{.headers = {{"Content-Type", file.media_type},
                              {"Content-Disposition", attachment(file.name, kFormats.at(format))},
                              {"Cache-Control", "no-store"}},
                  .body = std::move(file.bytes)};
}

}  // namespace

void add_export_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/exports",
             [services](const Request& request) { return export_file(request, services); });
}

}  // namespace jiheng::http
