#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/workspace.h"
#include "base/clock.h"
#include "base/ids.h"
#include "http/site.h"
#include "store/store.h"

namespace jiheng::api_test {

/// A whole site on a database in memory, without a socket.
class FilledServer {
 public:
  FilledServer();

  /// Status and JSON of an answer; null where the body is no JSON.
  struct Reply {
    int status{};
    nlohmann::json json{};
    http::Response response{};
  };

  /// `target` is path and query.
  [[nodiscard]] Reply get(const std::string& target, const http::Values& headers = {}) const;
  [[nodiscard]] Reply post(const std::string& target, const nlohmann::json& body) const;
  [[nodiscard]] Reply put(const std::string& target, const nlohmann::json& body) const;
  /// Files a document by the API.
  [[nodiscard]] Reply import(const std::string& name, const std::string& bytes,
                             bool dry_run = false) const;

  /// The sample's bytes.
  [[nodiscard]] static std::string sample();

  [[nodiscard]] const http::Router& router() const {
    return *router_;
  }

 private:
  [[nodiscard]] Reply ask(http::Request request, const std::string& target) const;

  FixedClock clock_{1'669'284'000'000};  // 2022-11-24
  IdMaker ids_{clock_};
  packs::Library library_{};
  std::unique_ptr<Vocabulary> vocabulary_{};
  packs::RulePack pack_{};
  std::unique_ptr<store::Store> store_{};
  std::unique_ptr<app::Workspace> workspace_{};
  http::Metrics metrics_{};
  http::StaticFiles files_{{}};
  std::unique_ptr<http::Router> router_{};
  std::unique_ptr<http::Site> site_{};
};

/// Base64 with padding.
[[nodiscard]] std::string encode_base64(std::string_view bytes);

}  // namespace jiheng::api_test
