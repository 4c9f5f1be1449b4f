#include "http/metrics.h"

#include <fmt/format.h>

#include <iterator>

namespace jiheng::http {
namespace {

/// Seconds with nine places, without floating point.
std::string seconds(std::chrono::nanoseconds duration) {
  constexpr std::int64_t kPerSecond = 1'000'000'000;
  return fmt::format("{}.{:09}", duration.count() / kPerSecond, duration.count() % kPerSecond);
}

}  // namespace

void Metrics::record(Method method, std::string_view route, int status,
                     std::chrono::nanoseconds duration) {
  const std::scoped_lock lock(mutex_);
  ++requests_[{std::string(word(method)), std::string(route), status}];
  auto& durations = durations_[std::string(route)];
  ++durations.count;
  durations.sum += duration;
  for (std::size_t i = 0; i < kBoundsMs.size(); ++i) {
    if (duration <= std::chrono::milliseconds(kBoundsMs.at(i))) {
      ++durations.at_most.at(i);
    }
  }
}

std::string Metrics::text() const {
  const std::scoped_lock lock(mutex_);
  std::string out =
      "# HELP jiheng_http_requests_total Answers given.\n"
      "# TYPE jiheng_http_requests_total counter\n";
  auto to = std::back_inserter(out);
  for (const auto& [key, count] : requests_) {
    const auto& [method, route, status] = key;
    fmt::format_to(to,
                   "jiheng_http_requests_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n",
                   method, route, status, count);
  }
  out +=
      "# HELP jiheng_http_request_duration_seconds Time from the whole request to its answer.\n"
      "# TYPE jiheng_http_request_duration_seconds histogram\n";
  constexpr std::string_view kName = "jiheng_http_request_duration_seconds";
  for (const auto& [route, durations] : durations_) {
    for (std::size_t i = 0; i < kBoundsMs.size(); ++i) {
      fmt::format_to(to, "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", kName, route,
                     static_cast<double>(kBoundsMs.at(i)) / 1000, durations.at_most.at(i));
    }
    fmt::format_to(to, "{}_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", kName, route, durations.count);
    fmt::format_to(to, "{}_sum{{route=\"{}\"}} {}\n", kName, route, seconds(durations.sum));
    fmt::format_to(to, "{}_count{{route=\"{}\"}} {}\n", kName, route, durations.count);
  }
  return out;
}

}  // namespace jiheng::http
