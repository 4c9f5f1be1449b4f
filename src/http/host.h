#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "app/workspace.h"
#include "base/resource.h"
#include "base/result.h"
#include "http/server.h"

namespace jiheng::http {

/// Everything `jiheng serve` runs: the API on a workspace, the web application, the socket.
class Host {
 public:
  /// `workspace` and `web` outlive the host.
  struct Options {
    const app::Workspace& workspace;
    std::span<const Resource> web{};  // the web application; may be empty
    std::string version{};
    unsigned threads{4};
  };

  /// Starts serving. While the listener's address is of this machine alone, foreign Hosts and
  /// Origins are refused (see Guard).
  /// Errors  unavailable `http.cannot_listen`.
  [[nodiscard]] static Result<std::unique_ptr<Host>> start(Listener listener,
                                                           const Options& options);

  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
  Host(Host&&) = delete;
  Host& operator=(Host&&) = delete;
  ~Host();

  /// Waiting and stopping are the server's.
  [[nodiscard]] Server& server();

 private:
  struct Parts;
  explicit Host(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace jiheng::http
