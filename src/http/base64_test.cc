#include "http/base64.h"

#include <gtest/gtest.h>

namespace jiheng::http {
namespace {

TEST(Base64, IsDecodedStrictly) {
  EXPECT_EQ(decode_base64(""), "");
  EXPECT_EQ(decode_base64("AA=="), std::string(1, '\0'));
  EXPECT_EQ(decode_base64("Zm9v"), "foo");
  EXPECT_EQ(decode_base64("Zm9vYg=="), "foob");
  EXPECT_EQ(decode_base64("Zm9vYmE="), "fooba");
  EXPECT_EQ(decode_base64("+/+/"), "\xFB\xFF\xBF");
  for (const auto* wrong :
       {"A", "AA", "AAA", "AAAA=", "====", "A===", "AB==", "Zm9v\n", "-_-_", "Zm=v", "Zg==Zg=="}) {
    EXPECT_FALSE(decode_base64(wrong)) << wrong;
  }
}

TEST(Base64, IsReadBackAsItWasWritten) {
  EXPECT_EQ(encode_base64("fooba"), "Zm9vYmE=");
  std::string bytes;
  for (int length = 0; length < 300; ++length) {
    EXPECT_EQ(decode_base64(encode_base64(bytes)), bytes) << length;
    bytes += static_cast<char>(length * 7);
  }
}

}  // namespace
}  // namespace jiheng::http
