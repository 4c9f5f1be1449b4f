#include "http/attachment.h"

#include <utility>

#include "http/uri.h"

namespace jiheng::http {

Response attachment(const std::string& name, std::string media_type, std::string bytes) {
  // A name for every client: plain for old ones, UTF-8 for the rest. Source: RFC 6266, RFC 8187.
  const auto dot = name.rfind('.');
  const auto extension = dot == std::string::npos ? std::string() : name.substr(dot);
  return {.headers = {{"Content-Type", std::move(media_type)},
                      {"Content-Disposition", "attachment; filename=\"jiheng" + extension +
                                                  "\"; filename*=UTF-8''" + encode_uri(name)},
                      {"Cache-Control", "no-store"}},
          .body = std::move(bytes)};
}

}  // namespace jiheng::http
