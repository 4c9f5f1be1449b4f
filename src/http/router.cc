#include "http/router.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "http/uri.h"

namespace jiheng::http {
namespace {

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// The parameters when `path` has the form of `route_path`.
std::optional<Values> match(std::string_view route_path, std::string_view path) {
  const auto wanted = split(route_path, '/');
  const auto given = split(path, '/');
  if (wanted.size() != given.size()) {
    return std::nullopt;
  }
  Values parameters;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (is_parameter(wanted[i])) {
      auto value = decode_path(given[i]);
      if (!value || value->empty()) {
        return std::nullopt;
      }
      parameters.add(std::string(wanted[i].substr(1, wanted[i].size() - 2)), std::move(*value));
    } else if (wanted[i] != given[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

std::string joined(const std::set<std::string_view>& words) {
  std::string text;
  for (const auto word : words) {
    text += (text.empty() ? "" : ", ") + std::string(word);
  }
  return text;
}

}  // namespace

void Router::add(Method method, std::string path, Handler handler) {
  routes_.push_back({.method = method, .path = std::move(path), .handler = std::move(handler)});
  // Fewer parameters first: "/rules/first" is asked before "/rules/{rule}".
  std::ranges::stable_sort(routes_, {},
                           [](const Route& route) { return std::ranges::count(route.path, '{'); });
}

Router::Found Router::find(Method method, std::string_view path) const {
  const auto wanted = method == Method::head ? Method::get : method;
  std::set<std::string_view> allowed;
  for (const auto& route : routes_) {
    auto parameters = match(route.path, path);
    if (!parameters) {
      continue;
    }
    if (route.method == wanted) {
      return {.match = Match{.route = &route, .parameters = std::move(*parameters)}};
    }
    allowed.insert(word(route.method));
    if (route.method == Method::get) {
      allowed.insert(word(Method::head));
    }
  }
  return {.allow = joined(allowed)};
}

Result<std::int64_t> path_id(const Request& request, std::string_view name) {
  const auto text = request.parameters.get(name).value_or("");
  std::int64_t id = 0;
  const auto* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, id);
  if (error != std::errc{} || end != last || id <= 0) {
    return fail(ErrorCode::not_found, {"http.no_such_object", {std::string(text)}},
                std::string(name));
  }
  return id;
}

}  // namespace jiheng::http
