#include "http/negotiate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

namespace jiheng::http {
namespace {

using packs::Language;

std::string gunzip(const std::string& zipped, std::size_t size) {
  std::string out(size + 1, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zipped.data()));
  stream.avail_in = static_cast<uInt>(zipped.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return result == Z_STREAM_END ? out : "broken";
}

Language chosen(const std::string& accept) {
  return language_of({}, {{"Accept-Language", accept}});
}

TEST(LanguageOf, IsTheBestOfWhatTheClientTakes) {
  EXPECT_EQ(language_of({}, {}), Language::zh);
  EXPECT_EQ(chosen("en-GB,en;q=0.9,zh-CN;q=0.8"), Language::en);
  EXPECT_EQ(chosen("en;q=0.5, zh;q=0.51"), Language::zh);
  EXPECT_EQ(chosen("de-DE, fr"), Language::zh);
  EXPECT_EQ(chosen("en;q=0"), Language::zh);
  EXPECT_EQ(chosen("eng"), Language::zh);
}

TEST(LanguageOf, TheQueryWins) {
  EXPECT_EQ(language_of({{"lang", "en"}}, {{"Accept-Language", "zh"}}), Language::en);
  EXPECT_EQ(language_of({{"lang", "zh"}}, {{"Accept-Language", "en"}}), Language::zh);
}

TEST(AcceptsGzip, UnlessItIsRefused) {
  const auto accepts = [](const std::string& field) {
    return accepts_gzip({{"accept-encoding", field}});
  };
  EXPECT_FALSE(accepts_gzip({}));
  EXPECT_TRUE(accepts("gzip, deflate, br"));
  EXPECT_TRUE(accepts("GZIP;q=0.1"));
  EXPECT_TRUE(accepts("*"));
  EXPECT_FALSE(accepts("gzip;q=0, *"));
  EXPECT_FALSE(accepts("identity, br"));
}

RC_GTEST_PROP(Gzip, IsUndoneByGunzip, (const std::string& text)) {
  RC_ASSERT(gunzip(gzip(text, 1), text.size()) == text);
}

TEST(Gzip, GivesTheSameBytesForTheSameInput) {
  const std::string text(100'000, 'x');
  EXPECT_EQ(gzip(text, 9), gzip(text, 9));
  EXPECT_LT(gzip(text, 9).size(), 1000U);
}

TEST(Compressed, OnlyWhatIsLongTextAndWanted) {
  const Values wanting{{"Accept-Encoding", "gzip"}};
  const auto body = std::string(10'000, 'a');
  const auto zipped = compressed(json_response(body), wanting);
  EXPECT_EQ(zipped.headers.field("Content-Encoding"), "gzip");
  EXPECT_EQ(gunzip(std::string(bytes(zipped.body)), body.size()), body);
  const auto plain = compressed(json_response(body), {});
  EXPECT_EQ(bytes(plain.body), body);
  EXPECT_EQ(plain.headers.field("Vary"), "Accept-Encoding");
  EXPECT_FALSE(compressed(json_response("{}"), wanting).headers.field("Content-Encoding"));
  const Response sheet{.headers = {{"Content-Type", "application/vnd.ms-excel"}}, .body = body};
  EXPECT_FALSE(compressed(sheet, wanting).headers.field("Content-Encoding"));
}

}  // namespace
}  // namespace jiheng::http
