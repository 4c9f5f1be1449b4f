#pragma once

#include <cstdint>

#include "base/result.h"
#include "http/uri.h"

namespace jiheng::http {

/// A socket that listens; closes it at its end. Who connects before a server takes it over waits.
class Listener {
 public:
  /// Bound to the first address the host's name stands for. Port 0 takes any free one.
  /// Errors  unavailable `http.cannot_listen`.
  [[nodiscard]] static Result<Listener> open(const Address& address);

  Listener(Listener&& other) noexcept;
  Listener& operator=(Listener&&) = delete;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener();

  [[nodiscard]] const Address& address() const {
    return address_;
  }

  /// The port it really listens on.
  [[nodiscard]] std::uint16_t port() const;

  /// The socket, to be closed by the caller.
  [[nodiscard]] int release();

 private:
  Listener(Address address, int socket) : address_(std::move(address)), socket_(socket) {}

  Address address_;
  int socket_;
};

/// What `open` says, and a server that does not start on a socket.
[[nodiscard]] tl::unexpected<Error> cannot_listen(const Address& address,
                                                  const std::string& reason);

}  // namespace jiheng::http
