#include <array>

#include "app/exporting.h"
#include "http/attachment.h"
#include "http/json.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

// In the order of the enumerations of app/exporting.h.
constexpr std::array<std::string_view, 5> kForms{"table11", "indicators", "ambition", "monitoring",
                                                 "self-evaluation"};
constexpr std::array<std::string_view, 3> kFormats{"xlsx", "csv", "json"};

Result<std::size_t> required_choice(const Request& request, std::string_view name,
                                    std::span<const std::string_view> words) {
  if (text_parameter(request, name).empty()) {
    return fail(ErrorCode::invalid_input, {"http.parameter_missing", {std::string(name)}},
                std::string(name));
  }
  return choice_parameter(request, name, words);
}

Result<Response> export_file(const Request& request, const Services& services) {
  JH_TRY(const auto form, required_choice(request, "form", kForms));
  JH_TRY(const auto format, required_choice(request, "format", kFormats));
  JH_TRY(const auto order, indicator_order(request));
  app::ExportRequest wanted{.form = static_cast<app::ExportForm>(form),
                            .format = static_cast<app::ExportFormat>(format),
                            .sort = order.sort,
                            .descending = order.descending,
                            .language = request.language,
                            .profile = text_parameter(request, "profile"),
                            .monitoring_pack = text_parameter(request, "pack")};
  JH_TRY(wanted.filter, indicator_filter(request));
  JH_TRY(const auto month, number_parameter(request, "month", {.least = 1, .most = 12}));
  wanted.month = static_cast<int>(month.value_or(0));
  JH_TRY(wanted.filter.region, app::region_of(services.workspace));
  JH_TRY(auto file, app::export_form(services.workspace, wanted));
  return attachment(file.name, file.media_type, std::move(file.bytes));
}

}  // namespace

void add_export_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/exports",
             [services](const Request& request) { return export_file(request, services); });
}

}  // namespace jiheng::http
