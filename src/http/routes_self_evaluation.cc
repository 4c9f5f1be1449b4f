#include <array>

#include "app/self_evaluation.h"
#include "http/attachment.h"
#include "http/evaluation_json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

// In the order of app::EvaluationSort.
constexpr std::array<std::string_view, 5> kSorts{"document", "name", "agency", "total", "missing"};
constexpr std::array<std::string_view, 2> kOrders{"asc", "desc"};

Speech speech(const Request& request, const Services& services) {
  return {services.workspace.library.catalogue, request.language};
}

Result<std::optional<Date>> day_of(const std::string& text) {
  if (text.empty()) {
    return std::nullopt;
  }
  const auto day = parse_iso_date(text);
  if (!day) {
    return fail(ErrorCode::invalid_input, {"actuals.bad_day", {text}}, "as_of");
  }
  return day;
}

Result<Response> show(const Request& request, const Services& services) {
  app::EvaluationRequest wanted;
  JH_TRY(wanted.project_id, path_id(request));
  wanted.profile = text_parameter(request, "profile");
  JH_TRY(wanted.day, day_of(text_parameter(request, "as_of")));
  JH_TRY(const auto evaluation, app::self_evaluation(services.workspace, wanted));
  return answer(self_evaluation_json(evaluation, speech(request, services)));
}

Result<std::optional<std::string>> cell(const JsonBody& body, std::string_view name) {
  if (!body.has(name)) {
    return std::nullopt;
  }
  JH_TRY(auto text, body.text(name));
  return text;
}

Result<app::EvaluationRequest> typed_over(const Request& request, const JsonBody& body) {
  app::EvaluationRequest wanted;
  JH_TRY(wanted.project_id, path_id(request));
  JH_TRY(wanted.profile, body.optional_text("profile"));
  JH_TRY(const auto day, body.optional_text("as_of"));
  JH_TRY(wanted.day, day_of(day));
  JH_TRY(const auto cells,
         body.objects("cells", {"indicator_id", "value", "points", "score", "reason"}));
  for (const auto& one : cells) {
    app::TypedCells typed;
    JH_TRY(typed.indicator_id, one.id("indicator_id"));
    JH_TRY(typed.value, cell(one, "value"));
    JH_TRY(typed.points, cell(one, "points"));
    JH_TRY(typed.score, cell(one, "score"));
    JH_TRY(typed.reason, cell(one, "reason"));
    wanted.typed.push_back(std::move(typed));
  }
  if (body.has("money")) {
    JH_TRY(const auto money, body.object("money", {"initial", "adjusted", "executed"}));
    app::TypedMoney typed;
    JH_TRY(typed.initial, money.text("initial"));
    JH_TRY(typed.adjusted, money.text("adjusted"));
    JH_TRY(typed.executed, money.text("executed"));
    wanted.money = std::move(typed);
  }
  if (body.has("outcome") || body.has("execution_reason")) {
    store::EvaluationWords words;
    JH_TRY(words.outcome, body.text("outcome"));
    JH_TRY(words.execution, body.text("execution_reason"));
    wanted.words = std::move(words);
  }
  return wanted;
}

Result<Response> preview(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"profile", "as_of", "cells", "money", "outcome",
                                                    "execution_reason"}));
  JH_TRY(const auto wanted, typed_over(request, body));
  JH_TRY(const auto evaluation, app::self_evaluation(services.workspace, wanted));
  return answer(self_evaluation_json(evaluation, speech(request, services)));
}

Result<Response> save(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"revision", "profile", "as_of", "cells",
                                                    "money", "outcome", "execution_reason"}));
  JH_TRY(const auto wanted, typed_over(request, body));
  JH_TRY(const auto seen, body.text("revision"));
  JH_TRY(const auto evaluation, app::save_self_evaluation(services.workspace, wanted, seen));
  return answer(self_evaluation_json(evaluation, speech(request, services)));
}

Result<app::EvaluationFilter> filter_of(const Request& request) {
  JH_TRY(const auto projects, project_filter(request));
  app::EvaluationFilter filter{.year = projects.year,
                               .agency = projects.agency,
                               .query = projects.query,
                               .grade = text_parameter(request, "grade"),
                               .profile = text_parameter(request, "profile")};
  JH_TRY(filter.missing, flag_parameter(request, "missing"));
  return filter;
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const auto filter, filter_of(request));
  app::EvaluationStretch stretch{.cursor = text_parameter(request, "cursor")};
  JH_TRY(const auto sort, choice_parameter(request, "sort", kSorts));
  stretch.sort = static_cast<app::EvaluationSort>(sort);
  JH_TRY(const auto order, choice_parameter(request, "order", kOrders));
  stretch.descending = order == 1;
  JH_TRY(const auto limit, limit_parameter(request));
  stretch.limit = static_cast<std::size_t>(limit);
  if (text_parameter(request, "format") == "csv") {
    JH_TRY(auto csv, app::evaluations_csv(services.workspace, filter, stretch, request.language));
    return attachment("self-evaluations-" + std::to_string(filter.year) + ".csv",
                      "text/csv; charset=utf-8", std::move(csv));
  }
  JH_TRY(const auto page, app::list_evaluations(services.workspace, filter, stretch));
  return answer(evaluation_page_json(page));
}

Result<Response> counts(const Request& request, const Services& services) {
  JH_TRY(const auto filter, filter_of(request));
  JH_TRY(const auto counted, app::count_evaluations(services.workspace, filter));
  return answer(evaluation_counts_json(counted));
}

}  // namespace

void add_self_evaluation_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/self-evaluations",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/self-evaluations/counts",
             [services](const Request& request) { return counts(request, services); });
  router.add(Method::get, "/api/v1/projects/{id}/self-evaluation",
             [services](const Request& request) { return show(request, services); });
  router.add(Method::post, "/api/v1/projects/{id}/self-evaluation",
             [services](const Request& request) { return save(request, services); });
  router.add(Method::post, "/api/v1/projects/{id}/self-evaluation/preview",
             [services](const Request& request) { return preview(request, services); });
}

}  // namespace jiheng::http
