#include "filled_server.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "http/api.h"
#include "http/uri.h"

namespace jiheng::api_test {
namespace {

template <typename T>
T must(Result<T> result) {
  if (!result) {
    throw std::runtime_error(result.error().message.key + " " + result.error().where);
  }
  return std::move(*result);
}

}  // namespace

FilledServer::FilledServer()
    : library_(must(packs::load_builtin())),
      vocabulary_(std::make_unique<Vocabulary>(must(make_vocabulary(library_)))),
      pack_(must(library_.rule_pack(packs::kDefaultRulePack))),
      store_(must(store::Store::open("sqlite::memory:", clock_, ids_))) {
  must(store_->migrate());
  workspace_ = std::make_unique<app::Workspace>(app::Workspace{
      .store = *store_, .library = library_, .vocabulary = *vocabulary_, .pack = pack_});
  router_ = std::make_unique<http::Router>(
      http::make_router({.workspace = *workspace_, .metrics = metrics_, .version = "0.1.0"}));
  site_ = std::make_unique<http::Site>(http::Site::Parts{
      .router = *router_, .files = files_, .catalogue = library_.catalogue, .metrics = metrics_});
}

std::string FilledServer::sample() {
  std::ifstream file(JIHENG_SOURCE_DIR "/test/golden/table11-jiaxing-2022.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

FilledServer::Reply FilledServer::ask(http::Request request, const std::string& target) const {
  const auto question = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question);
  request.query = http::parse_query(target.substr(std::min(question + 1, target.size()))).value();
  request.headers.add("Host", "127.0.0.1");
  Reply reply{.response = site_->answer(std::move(request))};
  reply.status = reply.response.status;
  const auto body = http::bytes(reply.response.body);
  reply.json = nlohmann::json::parse(body, nullptr, false);
  return reply;
}

FilledServer::Reply FilledServer::get(const std::string& target,
                                      const http::Values& headers) const {
  return ask({.method = http::Method::get, .path = {}, .headers = headers}, target);
}

FilledServer::Reply FilledServer::post(const std::string& target,
                                       const nlohmann::json& body) const {
  return ask({.method = http::Method::post,
              .path = {},
              .headers = {{"Content-Type", "application/json"}},
              .body = body.dump()},
             target);
}

FilledServer::Reply FilledServer::put(const std::string& target, const nlohmann::json& body) const {
  return ask({.method = http::Method::put,
              .path = {},
              .headers = {{"Content-Type", "application/json"}},
              .body = body.dump()},
             target);
}

FilledServer::Reply FilledServer::import(const std::string& name, const std::string& bytes,
                                         bool dry_run) const {
  return post("/api/v1/imports",
              {{"name", name}, {"content", encode_base64(bytes)}, {"dry_run", dry_run}});
}

std::string encode_base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) {
      text += kDigits[bits >> (count - 6) & 63U];
    }
  }
  if (count > 0) {
    text += kDigits[bits << (6 - count) & 63U];
  }
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

}  // namespace jiheng::api_test
