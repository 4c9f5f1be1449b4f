#include "http/guard.h"

#include <gtest/gtest.h>

namespace jiheng::http {
namespace {

struct Case {
  std::string test_name;
  Request request;
  int status{};  // 0: may pass
  bool loopback_only{true};
};

Request read_with(Values headers) {
  return {.method = Method::get, .path = "/", .headers = std::move(headers)};
}

Request write_with(Values headers) {
  headers.add("Host", "127.0.0.1:8080");
  return {.method = Method::post, .path = "/", .headers = std::move(headers)};
}

class GuardTest : public testing::TestWithParam<Case> {};

TEST_P(GuardTest, LetsPassOnlyWhatIsOurs) {
  const auto& row = GetParam();
  const auto refusal = Guard{.loopback_only = row.loopback_only}.refusal(row.request);
  EXPECT_EQ(refusal ? refusal->status : 0, row.status);
}

constexpr auto kJson = "application/json";

INSTANTIATE_TEST_SUITE_P(
    Reads, GuardTest,
    testing::Values(
        Case{"Plain", read_with({{"Host", "127.0.0.1:8080"}})},
        Case{"ByName", read_with({{"host", "localhost:8080"}})},
        Case{"Version6", read_with({{"Host", "[::1]:8080"}})}, Case{"NoHost", read_with({}), 400},
        Case{"TwoHosts", read_with({{"Host", "localhost"}, {"Host", "evil.cn"}}), 400},
        Case{"ReboundName", read_with({{"Host", "evil.cn"}}), 421},
        Case{"LoopbackInFront", read_with({{"Host", "127.0.0.1.evil.cn:8080"}}), 421},
        Case{"ForeignOrigin", read_with({{"Host", "localhost"}, {"Origin", "https://evil.cn"}}),
             403},
        Case{"OpaqueOrigin", read_with({{"Host", "localhost"}, {"Origin", "null"}}), 403},
        Case{"FileOrigin", read_with({{"Host", "localhost"}, {"Origin", "file://localhost"}}), 403},
        Case{"LoopbackOrigin",
             read_with({{"Host", "localhost"}, {"Origin", "http://127.0.0.1:1"}})},
        Case{"PublicServerAnyHost", read_with({{"Host", "jiheng.gov.cn"}}), 0, false}),
    [](const auto& row) { return row.param.test_name; });

INSTANTIATE_TEST_SUITE_P(
    Writes, GuardTest,
    testing::Values(
        Case{"Program", write_with({{"Content-Type", kJson}})},
        Case{"OwnPage", write_with({{"Content-Type", "application/json; charset=utf-8"},
                                    {"Origin", "http://127.0.0.1:8080"},
                                    {"Sec-Fetch-Site", "same-origin"}})},
        Case{"Form", write_with({{"Content-Type", "application/x-www-form-urlencoded"}}), 415},
        Case{"PlainText", write_with({{"Content-Type", "text/plain"}}), 415},
        Case{"JsonInAParameter", write_with({{"Content-Type", "text/plain;application/json"}}),
             415},
        Case{"NoType", write_with({}), 415},
        Case{"OtherPort",
             write_with({{"Content-Type", kJson}, {"Origin", "http://127.0.0.1:9090"}}), 403},
        Case{"OtherSite", write_with({{"Content-Type", kJson}, {"Sec-Fetch-Site", "cross-site"}}),
             403},
        Case{"SameSiteIsNotSameOrigin",
             write_with({{"Content-Type", kJson}, {"Sec-Fetch-Site", "same-site"}}), 403}),
    [](const auto& row) { return row.param.test_name; });

TEST(Guard, AnIdleServerOnTheNetworkStillRefusesForeignWrites) {
  const Request request{
      .method = Method::post,
      .path = "/",
      .headers = {
          {"Host", "jiheng.gov.cn"}, {"Content-Type", kJson}, {"Origin", "https://evil.cn"}}};
  const auto refusal = Guard{.loopback_only = false}.refusal(request);
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->status, 403);
}

TEST(SecurityHeaders, AllowNoForeignScriptAndNoFrame) {
  Response response;
  add_security_headers(response);
  const auto policy = std::string(response.headers.field("Content-Security-Policy").value_or(""));
  EXPECT_NE(policy.find("default-src 'self'"), std::string::npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe-eval"), std::string::npos);
  EXPECT_EQ(response.headers.field("X-Content-Type-Options"), "nosniff");
}

}  // namespace
}  // namespace jiheng::http
