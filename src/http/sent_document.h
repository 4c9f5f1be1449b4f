#pragma once

#include <string>

#include "base/result.h"
#include "http/json_body.h"

namespace jiheng::http {

/// A file that a client sends: the last part of whatever path it names, and the bytes.
struct SentDocument {
  std::string name;
  std::string bytes;
};

/// The members `name` and `content` (base64, 64 MiB decoded at most).
/// Errors  invalid_input `http.member_missing`, `http.member_wrong`, `http.document_too_large`.
[[nodiscard]] Result<SentDocument> sent_document(const JsonBody& body);

}  // namespace jiheng::http
