#include <array>

#include "app/browse.h"
#include "app/monitoring_list_file.h"
#include "http/attachment.h"
#include "http/json_body.h"
#include "http/monitoring_json.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

// In the order of the enumerations, behind "none".
constexpr std::array<std::string_view, 5> kLights{"none", "red", "yellow", "green", "blue"};
constexpr std::array<std::string_view, 5> kQuadrants{"none", "on_track", "money_behind",
                                                     "goals_behind", "both_behind"};
constexpr std::array<std::string_view, 7> kSorts{
    "light", "name", "agency", "goal_rate", "execution_rate", "forecast", "not_reported"};
constexpr std::array<std::string_view, 2> kOrders{"asc", "desc"};
constexpr std::int64_t kAtOnce = 2000;

Speech speech(const Request& request, const Services& services) {
  return {services.workspace.library.catalogue, request.language};
}

/// The month that is asked for, else the pack's key month.
Result<int> month_of(const Request& request, const packs::MonitoringPack& pack) {
  JH_TRY(const auto month, number_parameter(request, "month", {.least = 1, .most = 12}));
  return month ? static_cast<int>(*month) : pack.periods.key;
}

Result<store::BoardFilter> filter_of(const Request& request) {
  store::BoardFilter filter;
  JH_TRY(filter.agency, number_parameter(request, "agency", {.least = 1, .most = INT64_MAX}));
  filter.query = text_parameter(request, "q");
  if (!text_parameter(request, "light").empty()) {
    JH_TRY(const auto light, choice_parameter(request, "light", kLights));
    filter.dark = light == 0;
    filter.light = light == 0 ? std::nullopt : std::optional(static_cast<packs::Light>(light - 1));
  }
  if (!text_parameter(request, "quadrant").empty()) {
    JH_TRY(const auto quadrant, choice_parameter(request, "quadrant", kQuadrants));
    filter.nowhere = quadrant == 0;
    filter.quadrant =
        quadrant == 0 ? std::nullopt : std::optional(static_cast<Quadrant>(quadrant - 1));
  }
  return filter;
}

Result<Response> board(const Request& request, const Services& services) {
  JH_TRY(const auto* pack,
         app::monitoring_pack(services.workspace, text_parameter(request, "pack")));
  JH_TRY(auto filter, filter_of(request));
  JH_TRY(filter.period.year, year_parameter(request));
  JH_TRY(filter.period.month, month_of(request, *pack));
  filter.period.pack = pack->id;
  store::Stretch<store::BoardSort> stretch{.cursor = text_parameter(request, "cursor")};
  JH_TRY(const auto sort, choice_parameter(request, "sort", kSorts));
  JH_TRY(const auto order, choice_parameter(request, "order", kOrders));
  JH_TRY(stretch.limit, limit_parameter(request));
  stretch.sort = static_cast<store::BoardSort>(sort);
  stretch.descending = order == 1;
  if (text_parameter(request, "format") == "csv") {
    JH_TRY(auto csv, app::monitoring_list_csv(services.workspace, filter, stretch));
    return attachment("monitoring-" + std::to_string(filter.period.year) + ".csv",
                      "text/csv; charset=utf-8", std::move(csv));
  }
  JH_TRY(const auto page, app::monitoring_board(services.workspace, filter, stretch));
  return answer(board_json(page, *pack, services.workspace.library.monitoring_packs,
                           {.year = filter.period.year, .month = filter.period.month},
                           request.language));
}

Result<app::WatchedPeriod> period_member(const JsonBody& body, const Services& services) {
  app::WatchedPeriod period;
  JH_TRY(period.pack, body.optional_text("pack"));
  JH_TRY(const auto* pack, app::monitoring_pack(services.workspace, period.pack));
  period.month = pack->periods.key;
  if (body.has("month")) {
    JH_TRY(const auto month, body.number("month"));
    if (month < 1 || month > 12) {
      return fail(ErrorCode::invalid_input, {"http.member_wrong", {"month"}}, "month");
    }
    period.month = static_cast<int>(month);
  }
  return period;
}

Result<Response> compute(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year", "month", "pack"}));
  JH_TRY(auto period, period_member(body, services));
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"year"}}, "year");
  }
  period.year = static_cast<int>(year);
  JH_TRY(const auto missing, app::compute_monitoring(services.workspace, period, kAtOnce));
  return answer(Json{{"missing", missing}});
}

Result<Response> show(std::int64_t id, app::WatchedPeriod period, const Request& request,
                      const Services& services) {
  JH_TRY(const auto project, app::project(services.workspace, id));
  period.year = project.summary.year;
  JH_TRY(const auto monitoring, app::project_monitoring(services.workspace, id, period));
  return answer(project_monitoring_json(monitoring, speech(request, services)));
}

Result<Response> get(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  app::WatchedPeriod period{.pack = text_parameter(request, "pack")};
  JH_TRY(const auto* pack, app::monitoring_pack(services.workspace, period.pack));
  JH_TRY(period.month, month_of(request, *pack));
  return show(id, period, request, services);
}

Result<store::Opinion> opinion_member(const JsonBody& body) {
  store::Opinion opinion;
  JH_TRY(opinion.indicator_id, body.id("indicator_id"));
  JH_TRY(opinion.possibility, body.optional_text("possibility"));
  if (body.has("reasons")) {
    JH_TRY(opinion.reasons, body.texts("reasons"));
  }
  JH_TRY(opinion.words, body.optional_text("words"));
  JH_TRY(opinion.measure, body.optional_text("measure"));
  JH_TRY(opinion.expected, body.optional_text("expected"));
  JH_TRY(opinion.note, body.optional_text("note"));
  return opinion;
}

Result<Response> put_opinion(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto body,
         JsonBody::parse(request, {"indicator_id", "month", "pack", "possibility", "reasons",
                                   "words", "measure", "expected", "note"}));
  JH_TRY(auto period, period_member(body, services));
  JH_TRY(const auto project, app::project(services.workspace, id));
  period.year = project.summary.year;
  JH_TRY(auto opinion, opinion_member(body));
  JH_TRY_DO(app::give_opinion(services.workspace, id, period, std::move(opinion)));
  return show(id, period, request, services);
}

/// "" or no shape gives the indicator back to the pack's curve.
Result<std::optional<packs::Curve>> curve_member(const JsonBody& body) {
  JH_TRY(const auto said, body.optional_text("shape"));
  if (said.empty()) {
    return std::nullopt;
  }
  const auto shape = packs::curve_shape_from_word(said);
  if (!shape) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"shape"}}, "shape");
  }
  std::vector<std::string> points;
  if (body.has("points")) {
    JH_TRY(points, body.texts("points"));
  }
  auto curve = packs::make_curve(*shape, points);
  if (!curve) {
    curve.error().where = "points";
    return tl::unexpected(std::move(curve.error()));
  }
  return *std::move(curve);
}

Result<Response> put_curve(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto body,
         JsonBody::parse(request, {"indicator_id", "month", "pack", "shape", "points"}));
  JH_TRY(const auto period, period_member(body, services));
  JH_TRY(const auto indicator, body.id("indicator_id"));
  JH_TRY(const auto curve, curve_member(body));
  JH_TRY_DO(app::set_curve(services.workspace, id, indicator, curve));
  return show(id, period, request, services);
}

}  // namespace

void add_monitoring_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/monitoring",
             [services](const Request& request) { return board(request, services); });
  router.add(Method::post, "/api/v1/monitoring/states",
             [services](const Request& request) { return compute(request, services); });
  router.add(Method::get, "/api/v1/projects/{id}/monitoring",
             [services](const Request& request) { return get(request, services); });
  router.add(Method::put, "/api/v1/projects/{id}/monitoring/opinions",
             [services](const Request& request) { return put_opinion(request, services); });
  router.add(Method::put, "/api/v1/projects/{id}/monitoring/curves",
             [services](const Request& request) { return put_curve(request, services); });
}

}  // namespace jiheng::http
