#include "app/unpacking.h"
#include "http/base64.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/sent_document.h"

namespace jiheng::http {
namespace {

Json document_of(const app::ArchivedDocument& document, const Speech& say) {
  Json json{{"name", document.name}};
  if (document.bytes) {
    json["size"] = document.bytes->size();
    json["content"] = encode_base64(*document.bytes);
  } else {
    json["problem"] = {{"code", document.bytes.error().message.key},
                       {"detail", say.with_next(document.bytes.error().message)}};
  }
  return json;
}

Result<Response> unpack(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"name", "content"}));
  JH_TRY(const auto sent, sent_document(body));
  JH_TRY(const auto documents,
         app::unpack_archive(services.workspace, sent.bytes, {}, request.gone));
  const Speech say{services.workspace.library.catalogue, request.language};
  Json json{{"name", sent.name}, {"documents", Json::array()}};
  for (const auto& document : documents) {
    json["documents"].push_back(document_of(document, say));
  }
  return answer(json);
}

}  // namespace

void add_archive_routes(Router& router, const Services& services) {
  router.add(Method::post, "/api/v1/archives",
             [services](const Request& request) { return unpack(request, services); });
}

}  // namespace jiheng::http
