#pragma once

#include <optional>

#include "http/message.h"
#include "http/problem.h"

namespace jiheng::http {

/// The largest body a request may have: 64 MiB of document in base64, and its JSON.
inline constexpr std::size_t kBodyLimit = std::size_t{96} << 20U;

/// What keeps a page of another site from using the local user's server.
///
/// `loopback_only` is set while the server listens on this machine alone: then a Host or an Origin
/// that is not this machine is refused, which stops rebound names. Writes, anywhere, must be JSON
/// from this server's own pages (or from a program that sends no Origin).
struct Guard {
  bool loopback_only{true};

  /// Nothing when the request may pass; else 400, 403, 413, 415 or 421.
  [[nodiscard]] std::optional<Problem> refusal(const Request& request) const;
};

/// Fields every answer carries: content policy, no sniffing, no framing, no referrer.
void add_security_headers(Response& response);

}  // namespace jiheng::http
