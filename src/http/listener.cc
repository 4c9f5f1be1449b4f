#include "http/listener.h"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace jiheng::http {
namespace {

constexpr int kNone = -1;

std::string describe(const Address& address) {
  const bool v6 = address.host.find(':') != std::string::npos;
  return (v6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

}  // namespace

tl::unexpected<Error> cannot_listen(const Address& address, const std::string& reason) {
  return fail(ErrorCode::unavailable, {"http.cannot_listen", {describe(address), reason}});
}

Result<Listener> Listener::open(const Address& address) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* list = nullptr;
  const auto port = std::to_string(address.port);
  if (const int error = getaddrinfo(address.host.c_str(), port.c_str(), &hints, &list);
      error != 0) {
    return cannot_listen(address, gai_strerror(error));
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> freed(list, freeaddrinfo);
  Listener listener(address,
                    socket(list->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (listener.socket_ < 0) {
    return cannot_listen(address, std::strerror(errno));
  }
  const int on = 1;
  setsockopt(listener.socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listener.socket_, list->ai_addr, list->ai_addrlen) != 0 ||
      listen(listener.socket_, SOMAXCONN) != 0) {
    return cannot_listen(address, std::strerror(errno));
  }
  return listener;
}

Listener::Listener(Listener&& other) noexcept
    : address_(std::move(other.address_)), socket_(std::exchange(other.socket_, kNone)) {}

Listener::~Listener() {
  if (socket_ >= 0) {
    close(socket_);
  }
}

std::uint16_t Listener::port() const {
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  getsockname(socket_, reinterpret_cast<sockaddr*>(&bound), &size);
  // The port stands at the same place for both families, most significant byte first.
  std::array<unsigned char, sizeof bound> raw{};
  std::memcpy(raw.data(), &bound, sizeof bound);
  return static_cast<std::uint16_t>(raw[2] << 8U | raw[3]);
}

int Listener::release() {
  return std::exchange(socket_, kNone);
}

}  // namespace jiheng::http
