#pragma once

#include "http/guard.h"
#include "http/message.h"
#include "http/metrics.h"
#include "http/router.h"
#include "http/server.h"
#include "http/static_files.h"

namespace jiheng::http {

/// The whole server without its socket: guard, routes, static files, compression, headers.
///
/// `answer` may be called from several threads and never throws: a handler's exception is logged
/// and answered 500.
class Site {
 public:
  /// What a site is made of; all of it outlives the site.
  struct Parts {
    const Router& router;
    const StaticFiles& files;
    const packs::Catalogue& catalogue;
    Metrics& metrics;
    Guard guard{};
  };

  explicit Site(Parts parts) : parts_(parts) {}

  /// Fills in `request.language` and `request.parameters` itself. `refused` is what the server
  /// could not accept at all.
  [[nodiscard]] Response answer(Request request,
                                Server::Refused refused = Server::Refused::no) const;

  /// Writes, exports, what shows a document and what matches a year with the library take long:
  /// documents are read, tables laid out, names compared.
  [[nodiscard]] static bool is_slow(const Request& request);

 private:
  /// `route` becomes the template that answered, for the counters.
  [[nodiscard]] Response dispatch(Request& request, std::string_view& route) const;
  [[nodiscard]] Response respond(Request& request, Server::Refused refused,
                                 std::string_view& route) const;
  [[nodiscard]] Response unrouted(const Request& request, const std::string& allow) const;
  [[nodiscard]] Response problem(const Request& request, const Problem& problem) const;

  Parts parts_;
};

}  // namespace jiheng::http
