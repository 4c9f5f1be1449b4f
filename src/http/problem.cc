#include "http/problem.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace jiheng::http {

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_input:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::conflict:
      return 409;
    case ErrorCode::unavailable:
      return 503;
  }
  return 500;
}

Problem problem_of(const Error& error) {
  return {.status = status_of(error.code), .text = error.message, .where = error.where};
}

Response problem_response(const Problem& problem, const packs::Catalogue& catalogue,
                          packs::Language language) {
  nlohmann::ordered_json json{
      {"type", "urn:jiheng:problem:" + problem.text.key},
      {"title", catalogue.render(language, {fmt::format("http.title.{}", problem.status)})},
      {"status", problem.status},
      {"code", problem.text.key},
      {"detail", catalogue.render_with_next(language, problem.text, "http")}};
  if (!problem.where.empty()) {
    json["where"] = problem.where;
  }
  // A path or a cell quoted in the sentence may be no UTF-8; the answer must be.
  auto body = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return {.status = problem.status,
          .headers = {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}},
          .body = std::move(body)};
}

}  // namespace jiheng::http
