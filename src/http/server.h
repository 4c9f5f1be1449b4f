#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "http/listener.h"
#include "http/message.h"
#include "http/uri.h"

namespace jiheng::http {

/// A listening server: the only thing here that knows sockets.
///
/// `answer` is called from the server's threads, several at once, with whole requests. A request
/// whose path or query cannot be decoded, or whose body passes the limit, reaches it with `body`
/// empty and `refused` set, so that every refusal is worded in one place.
class Server {
 public:
  enum class Refused : std::uint8_t { no, undecodable, too_large };
  using Answer = std::function<Response(Request, Refused)>;

  struct Options {
    Address address{};
    Answer answer;
    std::size_t body_limit{};
    /// True for what may take long: it is answered by a thread that holds no other connection, and
    /// told when its client has gone (`Request::gone`).
    std::function<bool(const Request&)> is_slow{};
    unsigned threads{4};
    unsigned slow_threads{4};
    unsigned idle_seconds{60};
  };

  /// Listens and serves in threads of its own. Port 0 takes any free one.
  /// Errors  unavailable `http.cannot_listen`.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(Options options);
  /// The same where somebody listens already; `options.address` is not looked at.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(Listener listener, Options options);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  Server(Server&&) = delete;
  Server& operator=(Server&&) = delete;
  /// Stops.
  ~Server();

  [[nodiscard]] std::uint16_t port() const;

  /// Blocks until somebody calls `request_stop`.
  void wait() const;
  /// Lets `wait` return. May be called from a signal handler.
  void request_stop() const noexcept;

  /// Takes no new connection, lets every slow request and for 10 s the others end, then closes.
  void stop();

 private:
  struct State;
  struct Callbacks;
  explicit Server(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jiheng::http
