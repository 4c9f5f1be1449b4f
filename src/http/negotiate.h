#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace jiheng::http {

/// The language of sentences: `lang` of the query, else the best of Accept-Language, else zh.
[[nodiscard]] packs::Language language_of(const Values& query, const Values& headers);

/// True when Accept-Encoding takes gzip (q=0 refuses it).
[[nodiscard]] bool accepts_gzip(const Values& headers);

/// True when If-None-Match names the tag, which has its quotes; comparison is weak, as the field
/// demands.
[[nodiscard]] bool has_tag(const Values& headers, std::string_view tag);

/// RFC 1952 bytes without time and name, so that the same input gives the same output.
/// Units   level 1 (fast) to 9 (small).
[[nodiscard]] std::string gzip(std::string_view bytes, int level);

/// Compresses text of some length when the client takes it, and says that answers vary.
[[nodiscard]] Response compressed(Response response, const Values& request_headers);

}  // namespace jiheng::http
