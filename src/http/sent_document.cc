#include "http/sent_document.h"

#include <utility>

#include "http/base64.h"

namespace jiheng::http {
namespace {

constexpr std::size_t kDocumentLimit = std::size_t{64} << 20U;

tl::unexpected<Error> wrong(const char* key, const char* member) {
  return fail(ErrorCode::invalid_input, {key, {member}}, member);
}

}  // namespace

Result<SentDocument> sent_document(const JsonBody& body) {
  JH_TRY(auto name, body.text("name"));
  name = name.substr(name.find_last_of("/\\") + 1);
  JH_TRY(const auto content, body.text("content"));
  auto bytes = decode_base64(content);
  if (name.empty() || !bytes) {
    return wrong("http.member_wrong", bytes ? "name" : "content");
  }
  if (bytes->size() > kDocumentLimit) {
    return wrong("http.document_too_large", "content");
  }
  return SentDocument{std::move(name), *std::move(bytes)};
}

}  // namespace jiheng::http
