#include <array>

#include "http/attachment.h"
#include "http/json_body.h"
#include "http/library_json.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

// In the order of app::MatchSort and app::MatchState.
constexpr std::array<std::string_view, 4> kSorts{"document", "confidence", "name", "rows"};
constexpr std::array<std::string_view, 2> kOrders{"asc", "desc"};
constexpr std::array<std::string_view, 4> kStates{"", "open", "confirmed", "none"};
constexpr Bounds kConfidence{0, 1000};
constexpr std::size_t kMostDecisions = 20'000;

Result<app::MatchFilter> match_filter(const Request& request) {
  app::MatchFilter filter{.words = text_parameter(request, "q"),
                          .code = text_parameter(request, "code")};
  JH_TRY(filter.year, year_parameter(request));
  JH_TRY(const auto state, choice_parameter(request, "state", kStates));
  if (state != 0) {
    filter.state = static_cast<app::MatchState>(state - 1);
  }
  JH_TRY(const auto least, number_parameter(request, "least", kConfidence));
  JH_TRY(const auto most, number_parameter(request, "most", kConfidence));
  filter.least = static_cast<std::int32_t>(least.value_or(kConfidence.least));
  filter.most = static_cast<std::int32_t>(most.value_or(kConfidence.most));
  return filter;
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const auto filter, match_filter(request));
  if (text_parameter(request, "format") == "csv") {
    JH_TRY(auto csv, app::matches_csv(services.workspace, filter));
    return attachment("matches-" + std::to_string(filter.year) + ".csv", "text/csv; charset=utf-8",
                      std::move(csv));
  }
  JH_TRY(const auto sort, choice_parameter(request, "sort", kSorts));
  JH_TRY(const auto order, choice_parameter(request, "order", kOrders));
  app::MatchStretch stretch{.sort = static_cast<app::MatchSort>(sort),
                            .descending = order == 1,
                            .cursor = text_parameter(request, "cursor")};
  JH_TRY(stretch.limit, limit_parameter(request));
  JH_TRY(const auto page, app::list_matches(services.workspace, filter, stretch));
  return answer(match_page_json(page));
}

Result<int> year_member(const JsonBody& body) {
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"year"}}, "year");
  }
  return static_cast<int>(year);
}

Result<Response> decide(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year", "name", "code", "indicator_id"}));
  app::MatchDecision decision;
  JH_TRY(decision.year, year_member(body));
  JH_TRY(decision.name, body.text("name"));
  JH_TRY(decision.code, body.text("code"));
  if (body.has("indicator_id")) {
    JH_TRY(decision.indicator, body.id("indicator_id"));
  }
  JH_TRY(const auto name, app::decide_match(services.workspace, decision));
  return answer(matched_name_json(name));
}

Result<Response> take_back(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"ids"}));
  JH_TRY(const auto ids, body.ids("ids"));
  if (ids.empty() || ids.size() > kMostDecisions) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"ids"}}, "ids");
  }
  JH_TRY_DO(app::take_back_matches(services.workspace, ids));
  return answer({{"taken_back", ids.size()}});
}

Result<Response> confirm(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year", "least", "token"}));
  JH_TRY(const auto year, year_member(body));
  JH_TRY(const auto least, body.number("least"));
  if (least < 1 || least > kConfidence.most) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"least"}}, "least");
  }
  JH_TRY(const auto token, body.optional_text("token"));
  JH_TRY(const auto bulk,
         app::confirm_matches(services.workspace, year, static_cast<std::int32_t>(least), token));
  return answer(bulk_matches_json(bulk));
}

}  // namespace

void add_match_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/library/matches",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::post, "/api/v1/library/matches",
             [services](const Request& request) { return confirm(request, services); });
  router.add(Method::post, "/api/v1/library/decisions",
             [services](const Request& request) { return decide(request, services); });
  router.add(Method::post, "/api/v1/library/decisions/take-back",
             [services](const Request& request) { return take_back(request, services); });
}

}  // namespace jiheng::http
