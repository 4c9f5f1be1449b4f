#include "http/site.h"

#include <spdlog/spdlog.h>

#include <chrono>

#include "http/negotiate.h"

namespace jiheng::http {

Response Site::problem(const Request& request, const Problem& problem) const {
  return problem_response(problem, parts_.catalogue, request.language);
}

Response Site::unrouted(const Request& request, const std::string& allow) const {
  if (!allow.empty()) {
    auto response = problem(request, {.status = 405, .text = {"http.method_not_allowed", {allow}}});
    response.headers.add("Allow", allow);
    return response;
  }
  const bool api = request.path == "/api" || request.path.starts_with("/api/");
  if (!api && (request.method == Method::get || request.method == Method::head)) {
    if (auto file = parts_.files.answer(request)) {
      return std::move(*file);
    }
    if (parts_.files.empty()) {
      return problem(request, {.status = 404, .text = {"http.no_web_application"}});
    }
  }
  return problem(request, {.status = 404, .text = {"http.no_such_path", {request.path}}});
}

Response Site::dispatch(Request& request, std::string_view& route) const {
  if (const auto refusal = parts_.guard.refusal(request)) {
    return problem(request, *refusal);
  }
  auto found = parts_.router.find(request.method, request.path);
  if (!found.match) {
    return unrouted(request, found.allow);
  }
  route = found.match->route->path;
  request.parameters = std::move(found.match->parameters);
  const auto lang = request.query.get("lang");
  if (lang && *lang != "zh" && *lang != "en") {
    return problem(request, {.status = 400,
                             .text = {"http.parameter_wrong", {"lang", std::string(*lang)}},
                             .where = "lang"});
  }
  auto answer = found.match->route->handler(request);
  return answer ? std::move(*answer) : problem(request, problem_of(answer.error()));
}

Response Site::respond(Request& request, Server::Refused refused, std::string_view& route) const {
  switch (refused) {
    case Server::Refused::undecodable:
      return problem(request, {.status = 400, .text = {"http.undecodable"}});
    case Server::Refused::too_large:
      return problem(request, {.status = 413, .text = {"http.body_too_large"}});
    case Server::Refused::no:
      break;
  }
  return compressed(dispatch(request, route), request.headers);
}

bool Site::is_slow(const Request& request) {
  // Documents are read and painted by processes that may be given up only after a while.
  return !is_safe(request.method) || request.path == "/api/v1/exports" ||
         request.path == "/api/v1/findings" || request.path.starts_with("/api/v1/documents/") ||
         request.path.starts_with("/api/v1/library/") ||
         request.path.starts_with("/api/v1/scoring/runs/") ||
         request.path == "/api/v1/scoring/what-if";
}

Response Site::answer(Request request, Server::Refused refused) const {
  const auto start = std::chrono::steady_clock::now();
  std::string_view route = "(none)";
  Response response;
  try {
    request.language = language_of(request.query, request.headers);
    response = respond(request, refused, route);
  } catch (const std::exception& bug) {
    spdlog::error("{} {}: {}", word(request.method), request.path, bug.what());
    response = problem(request, {.status = 500, .text = {"http.our_bug"}});
  }
  add_security_headers(response);
  const auto took = std::chrono::steady_clock::now() - start;
  parts_.metrics.record(request.method, route, response.status, took);
  spdlog::debug("{} {} {} {} µs", word(request.method), request.path, response.status,
                std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  return response;
}

}  // namespace jiheng::http
