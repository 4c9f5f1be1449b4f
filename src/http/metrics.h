#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

#include "http/message.h"

namespace jiheng::http {

/// Counts answers by method, route and status, and how long they took. Safe from several threads.
class Metrics {
 public:
  /// `route` is a path template, never a path: there are only so many of them.
  void record(Method method, std::string_view route, int status, std::chrono::nanoseconds duration);

  /// The counters in the Prometheus text format, in a fixed order.
  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::array kBoundsMs{1, 5, 25, 100, 500, 2500, 10000};

  struct Duration {
    std::array<std::uint64_t, kBoundsMs.size()> at_most{};
    std::uint64_t count{};
    std::chrono::nanoseconds sum{};
  };

  mutable std::mutex mutex_{};
  std::map<std::tuple<std::string, std::string, int>, std::uint64_t> requests_{};
  std::map<std::string, Duration, std::less<>> durations_{};
};

}  // namespace jiheng::http
