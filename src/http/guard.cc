#include "http/guard.h"

#include "base/text.h"
#include "http/uri.h"

namespace jiheng::http {
namespace {

/// What stands behind "http://" or "https://"; "" for any other origin, "null" among them.
std::string_view authority_of_origin(std::string_view origin) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.starts_with(scheme)) {
      return origin.substr(scheme.size());
    }
  }
  return {};
}

bool names_loopback(std::string_view authority) {
  const auto parsed = parse_authority(authority);
  return parsed && is_loopback(parsed->host);
}

bool is_json(std::string_view content_type) {
  return equal_ignoring_case(trim(content_type.substr(0, content_type.find(';'))),
                             "application/json");
}

std::optional<Problem> refused_write(const Request& request, std::string_view host) {
  const auto origin = request.headers.field("Origin");
  const auto site = request.headers.field("Sec-Fetch-Site").value_or("none");
  const bool same = !origin || equal_ignoring_case(authority_of_origin(*origin), host);
  if (!same || (site != "same-origin" && site != "none")) {
    return Problem{.status = 403, .text = {"http.foreign_write"}};
  }
  if (!is_json(request.headers.field("Content-Type").value_or(""))) {
    return Problem{.status = 415, .text = {"http.json_wanted"}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> Guard::refusal(const Request& request) const {
  if (request.headers.count_field("Host") != 1) {
    return Problem{.status = 400, .text = {"http.host_wanted"}};
  }
  const auto host = request.headers.field("Host").value_or("");
  if (loopback_only && !names_loopback(host)) {
    return Problem{.status = 421, .text = {"http.foreign_host", {std::string(host)}}};
  }
  const auto origin = request.headers.field("Origin");
  if (loopback_only && origin && !names_loopback(authority_of_origin(*origin))) {
    return Problem{.status = 403, .text = {"http.foreign_origin", {std::string(*origin)}}};
  }
  if (request.body.size() > kBodyLimit) {
    return Problem{.status = 413, .text = {"http.body_too_large"}};
  }
  return is_safe(request.method) ? std::nullopt : refused_write(request, host);
}

void add_security_headers(Response& response) {
  auto& headers = response.headers;
  // Element Plus sets sizes and ECharts positions as inline styles; scripts are files of ours only.
  headers.add("Content-Security-Policy",
              "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
              "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
              "frame-ancestors 'none'");
  headers.add("X-Content-Type-Options", "nosniff");
  headers.add("X-Frame-Options", "DENY");
  headers.add("Referrer-Policy", "no-referrer");
  headers.add("Cross-Origin-Opener-Policy", "same-origin");
  headers.add("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace jiheng::http
