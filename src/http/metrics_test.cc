#include "http/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jiheng::http {
namespace {

using testing::HasSubstr;

TEST(Metrics, CountsByMethodRouteAndStatus) {
  Metrics metrics;
  metrics.record(Method::get, "/a/{id}", 200, std::chrono::milliseconds(3));
  metrics.record(Method::get, "/a/{id}", 200, std::chrono::milliseconds(30));
  metrics.record(Method::get, "/a/{id}", 404, std::chrono::seconds(60));
  const auto text = metrics.text();
  constexpr auto kRequests = "jiheng_http_requests_total{method=\"GET\",route=\"/a/{id}\",status=";
  EXPECT_THAT(text, HasSubstr(std::string(kRequests) + "\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr(std::string(kRequests) + "\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"/a/{id}\",le=\"0.001\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"/a/{id}\",le=\"0.005\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"/a/{id}\",le=\"0.1\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"/a/{id}\",le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("_sum{route=\"/a/{id}\"} 60.033000000\n"));
}

}  // namespace
}  // namespace jiheng::http
