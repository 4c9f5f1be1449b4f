#pragma once

#include <string>

#include "base/result.h"
#include "http/message.h"

namespace jiheng::http {

/// Why a request is refused, not yet in anybody's language.
struct Problem {
  int status{};
  Text text;
  std::string where{};
};

/// invalid_input 400, not_found 404, conflict 409, unavailable 503. The only place that knows.
[[nodiscard]] int status_of(ErrorCode code);
[[nodiscard]] Problem problem_of(const Error& error);

/// A problem document: type, title, status, code (the text's key), detail, where.
/// Source  RFC 9457.
[[nodiscard]] Response problem_response(const Problem& problem, const packs::Catalogue& catalogue,
                                        packs::Language language);

}  // namespace jiheng::http
