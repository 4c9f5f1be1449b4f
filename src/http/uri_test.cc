#include "http/uri.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jiheng::http {
namespace {

TEST(Uri, DecodesEscapes) {
  EXPECT_EQ(decode_path("/a+b%20%E4%BA%91"), "/a+b 云");
  EXPECT_EQ(decode_query("a+b%2B"), "a b+");
}

TEST(Uri, RefusesWhatIsNoText) {
  for (const auto* wrong : {"%", "%4", "%zz", "%00", "%0A", "%FF", "%E4%BA"}) {
    EXPECT_FALSE(decode_path(wrong)) << wrong;
  }
}

TEST(Uri, ParsesAQueryInOrder) {
  const auto query = parse_query("a=1&b=%3D&&a=2&c");
  ASSERT_TRUE(query);
  const std::vector<std::pair<std::string, std::string>> expected{
      {"a", "1"}, {"b", "="}, {"a", "2"}, {"c", ""}};
  EXPECT_EQ(query->all(), expected);
  EXPECT_EQ(query->get("a"), "1");
  EXPECT_FALSE(parse_query("a=%FF"));
}

RC_GTEST_PROP(Uri, DecodesWhatItEncodes, ()) {
  const auto points = *rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(0x20, 0x7F));
  const std::string text(points.begin(), points.end());
  RC_ASSERT(decode_path(encode_uri(text)) == text);
}

TEST(Address, HasHostAndPort) {
  EXPECT_EQ(parse_address("127.0.0.1:8080"), (Address{"127.0.0.1", 8080}));
  EXPECT_EQ(parse_address("[::1]:0"), (Address{"::1", 0}));
  for (const auto* wrong :
       {"", "8080", "localhost", "localhost:", ":80", "a:65536", "a:-1", "[::1"}) {
    EXPECT_FALSE(parse_address(wrong)) << wrong;
  }
}

TEST(Loopback, IsThisMachineInExactSpelling) {
  for (const auto* mine : {"127.0.0.1", "127.255.0.9", "::1", "localhost", "LOCALHOST"}) {
    EXPECT_TRUE(is_loopback(mine)) << mine;
  }
  for (const auto* other :
       {"", "127.0.0.1.evil.cn", "127.1", "127.0.0.256", "127.0.0.01", "0.0.0.0", "localhost.",
        "evil.localhost.cn", "10.0.0.1", "::", "2130706433", "127.0.0.1@evil.cn"}) {
    EXPECT_FALSE(is_loopback(other)) << other;
  }
}

}  // namespace
}  // namespace jiheng::http
