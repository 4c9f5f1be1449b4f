#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.h"

namespace jiheng::api_test {

/// An answer as it came over the wire.
struct Answer {
  int status{};  // 0: the server closed the connection without an answer
  http::Values headers{};
  std::string body{};
};

/// A connection to a server on 127.0.0.1 that sends exactly the bytes it is told to.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  RawClient(RawClient&&) = delete;
  RawClient& operator=(RawClient&&) = delete;
  ~RawClient();

  /// False when the other side has closed.
  bool send(std::string_view bytes);
  /// Reads one answer with Content-Length or none (204, 304, HEAD).
  [[nodiscard]] Answer receive(bool has_body = true);

  /// GET of a path with Host and further header lines ("Name: value\r\n").
  [[nodiscard]] Answer get(std::string_view path, std::string_view lines = {});
  /// POST of JSON.
  [[nodiscard]] Answer post(std::string_view path, std::string_view json,
                            std::string_view lines = {});

 private:
  int fd_{-1};
  std::string pending_{};
};

}  // namespace jiheng::api_test
