#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"
#include "http/problem.h"

namespace jiheng::http {

/// Answers one request, or says why not.
using Handler = std::function<Result<Response>(const Request&)>;

/// One line of the contract: a method and a path template ("/api/v1/projects/{id}").
struct Route {
  Method method{};
  std::string path;
  Handler handler;
};

/// Finds the handler of a request.
class Router {
 public:
  /// A template's segment is a word or one parameter in braces.
  void add(Method method, std::string path, Handler handler);

  /// A route with what its parameters hold, decoded.
  struct Match {
    const Route* route{};
    Values parameters{};
  };

  /// The route; or 404 (no such path), or 405 with the methods the path knows. HEAD goes where
  /// GET goes. A word in a template wins over a parameter.
  struct Found {
    std::optional<Match> match{};
    std::string allow{};  // "GET, HEAD": the path is known, the method is not
  };

  [[nodiscard]] Found find(Method method, std::string_view path) const;

  [[nodiscard]] const std::vector<Route>& routes() const {
    return routes_;
  }

 private:
  std::vector<Route> routes_{};
};

/// The path parameter `name`, which is 1 to 19 digits and fits 63 bits.
/// Errors  not_found `http.no_such_object`: an id nobody could have been given.
[[nodiscard]] Result<std::int64_t> path_id(const Request& request, std::string_view name = "id");

}  // namespace jiheng::http
