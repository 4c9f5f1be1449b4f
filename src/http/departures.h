#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace jiheng::http {

/// Notices clients that close their connection while their answer is still being made.
class Departures {
 public:
  Departures();
  Departures(const Departures&) = delete;
  Departures& operator=(const Departures&) = delete;
  Departures(Departures&&) = delete;
  Departures& operator=(Departures&&) = delete;
  ~Departures();

  /// Asks `gone` to stop once the other side of `socket` has closed it; the socket stays open here
  /// until `forget` was called with the number this gives.
  [[nodiscard]] std::uint64_t watch(int socket, std::stop_source gone);
  void forget(std::uint64_t number);

 private:
  struct Watched {
    int socket{};
    std::stop_source gone;
  };

  void work();
  void tell(std::uint64_t number);

  int poll_;
  int ending_;
  std::mutex mutex_{};
  std::uint64_t last_{};
  std::map<std::uint64_t, Watched> watched_{};
  std::thread thread_;
};

}  // namespace jiheng::http
