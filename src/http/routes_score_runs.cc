#include <array>
#include <limits>

#include "app/score_export.h"
#include "app/score_keeping.h"
#include "app/score_list_file.h"
#include "app/what_if.h"
#include "http/attachment.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/scoring_json.h"

namespace jiheng::http {
namespace {

// In the order of store::ScoreSort.
constexpr std::array<std::string_view, 5> kSorts{"document", "total", "project", "agency",
                                                 "unscored"};
constexpr std::array<std::string_view, 2> kOrders{"asc", "desc"};
// In the order of app::ReviewFormat; json pages, jsonl is the file.
constexpr std::array<std::string_view, 4> kFormats{"json", "csv", "jsonl", "xlsx"};
constexpr std::array<std::string_view, 2> kListFormats{"json", "csv"};
constexpr Bounds kIds{1, std::numeric_limits<std::int64_t>::max()};
constexpr std::int64_t kMostMoved = 1000;

tl::unexpected<Error> wrong_member(const std::string& name) {
  return fail(ErrorCode::invalid_input, {"http.member_wrong", {name}}, name);
}

Result<std::optional<std::int64_t>> optional_id(const JsonBody& body, std::string_view name) {
  if (!body.has(name)) {
    return std::nullopt;
  }
  JH_TRY(const auto id, body.id(name));
  return id;
}

/// Year, agency, project of a body.
Result<store::ScoredScope> scope_of(const JsonBody& body) {
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return wrong_member("year");
  }
  store::ScoredScope scope{.year = static_cast<int>(year)};
  JH_TRY(scope.agency, optional_id(body, "agency"));
  JH_TRY(scope.project, optional_id(body, "project"));
  return scope;
}

Result<std::optional<Date>> day_of(const JsonBody& body) {
  JH_TRY(const auto text, body.optional_text("as_of"));
  const auto day = parse_iso_date(text);
  if (!text.empty() && !day) {
    return wrong_member("as_of");
  }
  return day;
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const int year, year_parameter(request));
  JH_TRY(const auto format, choice_parameter(request, "format", kListFormats));
  if (format != 0) {
    JH_TRY(auto csv, app::score_runs_csv(services.workspace, year));
    return attachment("score-runs-" + std::to_string(year) + ".csv", "text/csv; charset=utf-8",
                      std::move(csv));
  }
  JH_TRY(const auto runs, app::score_runs(services.workspace, year));
  Json json{{"items", Json::array()}};
  for (const auto& run : runs) {
    json["items"].push_back(score_run_json(run));
  }
  return answer(json);
}

Result<Response> get(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto run, app::score_run(services.workspace, id));
  return answer(score_run_json(run));
}

Result<Response> keep(const Request& request, const Services& services) {
  JH_TRY(const auto body,
         JsonBody::parse(request, {"year", "agency", "project", "as_of", "profile", "of_run"}));
  JH_TRY(const auto profile, body.optional_text("profile"));
  const app::LongWork work{.stop = request.gone};
  if (body.has("of_run")) {
    JH_TRY(const auto from, body.id("of_run"));
    JH_TRY(const auto run, app::keep_scores_again(services.workspace, from, profile, work));
    return answer(score_run_json(run));
  }
  app::ScoreRequest wanted{.profile = profile};
  JH_TRY(wanted.scope, scope_of(body));
  JH_TRY(wanted.as_of, day_of(body));
  JH_TRY(const auto run, app::keep_scores(services.workspace, wanted, work));
  return answer(score_run_json(run));
}

Result<store::ScoreFilter> filter_of(const Request& request) {
  store::ScoreFilter filter{.region = {}, .query = text_parameter(request, "q")};
  JH_TRY(filter.run, path_id(request));
  JH_TRY(filter.agency, number_parameter(request, "agency", kIds));
  const auto grade = text_parameter(request, "grade");
  if (!grade.empty()) {
    filter.grade = grade == "none" ? "" : grade;
  }
  return filter;
}

Result<Response> results(const Request& request, const Services& services) {
  JH_TRY(const auto filter, filter_of(request));
  JH_TRY(const auto format, choice_parameter(request, "format", kFormats));
  if (format != 0) {
    JH_TRY(auto file, app::export_run(services.workspace, filter,
                                      static_cast<app::ReviewFormat>(format), request.language));
    return attachment(file.name, file.media_type, std::move(file.bytes));
  }
  store::Stretch<store::ScoreSort> stretch{.cursor = text_parameter(request, "cursor")};
  JH_TRY(const auto sort, choice_parameter(request, "sort", kSorts));
  JH_TRY(const auto order, choice_parameter(request, "order", kOrders));
  stretch.sort = static_cast<store::ScoreSort>(sort);
  stretch.descending = order == 1;
  JH_TRY(stretch.limit, limit_parameter(request));
  JH_TRY(const auto page, app::run_results(services.workspace, filter, stretch));
  return answer(page_json(page, score_result_json));
}

Result<Response> result(const Request& request, const Services& services) {
  JH_TRY(const auto run, path_id(request));
  JH_TRY(const auto project, path_id(request, "project"));
  JH_TRY(const auto kept, app::kept_score(services.workspace, run, project));
  return answer(kept_score_json(kept, {services.workspace.library.catalogue, request.language}));
}

Result<Response> rerun(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto again, app::rerun(services.workspace, id, {.stop = request.gone}));
  return answer(
      {{"projects", again.projects}, {"same", again.same}, {"differing", again.differing}});
}

Result<Response> discard(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY_DO(app::discard_run(services.workspace, id));
  return answer({{"id", id_json(id)}});
}

Result<std::vector<packs::Setting>> changes_of(const JsonBody& body) {
  std::vector<packs::Setting> changes;
  if (!body.has("changes")) {
    return changes;
  }
  JH_TRY(const auto all, body.objects("changes", {"key", "value"}));
  for (const auto& one : all) {
    packs::Setting change;
    JH_TRY(change.key, one.text("key"));
    JH_TRY(change.value, one.text("value"));
    changes.push_back(std::move(change));
  }
  return changes;
}

Result<app::ScoreSource> source_of(const JsonBody& body, const Services& services) {
  if (body.has("run")) {
    JH_TRY(const auto run, body.id("run"));
    return app::ScoreSource{.run = run};
  }
  app::ScoreSource source;
  JH_TRY(source.scope, scope_of(body));
  JH_TRY(const auto day, day_of(body));
  source.as_of = day ? *day : app::today(services.workspace);
  return source;
}

Speech speech(const Request& request, const Services& services) {
  return {services.workspace.library.catalogue, request.language};
}

Result<Response> ask_what_if(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"run", "year", "agency", "project", "as_of",
                                                    "profile", "other", "changes", "limit"}));
  app::WhatIf question;
  JH_TRY(question.source, source_of(body, services));
  JH_TRY(question.profile, body.optional_text("profile"));
  JH_TRY(question.other, body.optional_text("other"));
  JH_TRY(question.changes, changes_of(body));
  if (body.has("limit")) {
    JH_TRY(const auto limit, body.number("limit"));
    if (limit < 0 || limit > kMostMoved) {
      return wrong_member("limit");
    }
    question.limit = static_cast<std::size_t>(limit);
  }
  JH_TRY(const auto found, app::what_if(services.workspace, question, {.stop = request.gone}));
  return answer(what_if_json(found, speech(request, services)));
}

/// The changes of an address: set=execution.points=20, once for each key.
Result<std::vector<packs::Setting>> changes_of(const Request& request) {
  std::vector<packs::Setting> changes;
  for (const auto& [name, value] : request.query.all()) {
    const auto equals = value.find('=');
    if (name == "set" && equals == std::string::npos) {
      return fail(ErrorCode::invalid_input, {"http.parameter_wrong", {"set", value}}, "set");
    }
    if (name == "set") {
      changes.push_back({value.substr(0, equals), value.substr(equals + 1)});
    }
  }
  return changes;
}

Result<app::ScoreSource> source_of(const Request& request, const Services& services) {
  app::ScoreSource source;
  JH_TRY(const auto run, number_parameter(request, "run", kIds));
  if (run) {
    source.run = *run;
    return source;
  }
  JH_TRY(source.scope.year, year_parameter(request));
  JH_TRY(source.scope.agency, number_parameter(request, "agency", kIds));
  const auto day = text_parameter(request, "as_of");
  const auto parsed = parse_iso_date(day);
  if (!day.empty() && !parsed) {
    return fail(ErrorCode::invalid_input, {"http.parameter_wrong", {"as_of", day}}, "as_of");
  }
  source.as_of = parsed ? *parsed : app::today(services.workspace);
  return source;
}

/// The same question as an address: for a link, and as a file of every project that moves.
Result<Response> get_what_if(const Request& request, const Services& services) {
  constexpr std::array<std::string_view, 2> kShapes{"json", "csv"};
  app::WhatIf question{.profile = text_parameter(request, "profile"),
                       .other = text_parameter(request, "other")};
  JH_TRY(question.source, source_of(request, services));
  JH_TRY(question.changes, changes_of(request));
  JH_TRY(const auto shape, choice_parameter(request, "format", kShapes));
  if (shape == 1) {
    question.limit = std::numeric_limits<std::size_t>::max();
  }
  JH_TRY(const auto found, app::what_if(services.workspace, question, {.stop = request.gone}));
  return shape == 0
             ? answer(what_if_json(found, speech(request, services)))
             : attachment("what-if.csv", "text/csv; charset=utf-8",
                          app::movements_csv(found.movements, services.workspace.library.catalogue,
                                             request.language));
}

}  // namespace

void add_score_run_routes(Router& router, const Services& services) {
  const auto add = [&](Method method, std::string path,
                       Result<Response> (*handle)(const Request&, const Services&)) {
    router.add(method, std::move(path),
               [services, handle](const Request& request) { return handle(request, services); });
  };
  add(Method::get, "/api/v1/scoring/runs", list);
  add(Method::post, "/api/v1/scoring/runs", keep);
  add(Method::get, "/api/v1/scoring/runs/{id}", get);
  add(Method::get, "/api/v1/scoring/runs/{id}/results", results);
  add(Method::get, "/api/v1/scoring/runs/{id}/results/{project}", result);
  add(Method::post, "/api/v1/scoring/runs/{id}/reruns", rerun);
  add(Method::post, "/api/v1/scoring/runs/{id}/discard", discard);
  add(Method::get, "/api/v1/scoring/what-if", get_what_if);
  add(Method::post, "/api/v1/scoring/what-if", ask_what_if);
}

}  // namespace jiheng::http
