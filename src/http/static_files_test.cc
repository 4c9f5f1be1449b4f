#include "http/static_files.h"

#include <gtest/gtest.h>

namespace jiheng::http {
namespace {

const std::string kScript(5000, ';');
const std::array<Resource, 3> kFiles{{{"assets/index-abc123.js", kScript},
                                      {"favicon.svg", "<svg/>"},
                                      {"index.html", "<!doctype html><title>绩衡</title>"}}};

class StaticFilesTest : public testing::Test {
 protected:
  std::optional<Response> get(const std::string& path, Values headers = {}) {
    return files_.answer({.method = Method::get, .path = path, .headers = std::move(headers)});
  }

  StaticFiles files_{kFiles};
};

TEST_F(StaticFilesTest, ServesAFileWithItsType) {
  const auto answer = get("/assets/index-abc123.js");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(bytes(answer->body), kScript);
  EXPECT_EQ(answer->headers.field("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(answer->headers.field("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST_F(StaticFilesTest, AnAddressOfTheApplicationOpensIt) {
  for (const auto* path : {"/", "/projects/7", "/indicators", "/%E4%BA%91"}) {
    const auto answer = get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ(bytes(answer->body), kFiles[2].bytes) << path;
    EXPECT_EQ(answer->headers.field("Cache-Control"), "no-cache") << path;
  }
}

TEST_F(StaticFilesTest, AMissingFileIsMissing) {
  for (const auto* path : {"/assets/gone.js", "/../index.html", "/favicon.png", "*", "/%zz"}) {
    EXPECT_FALSE(get(path)) << path;
  }
}

TEST_F(StaticFilesTest, CompressesOnceAndTagsEachCoding) {
  const auto plain = get("/assets/index-abc123.js");
  const auto zipped = get("/assets/index-abc123.js", {{"Accept-Encoding", "gzip"}});
  ASSERT_TRUE(plain && zipped);
  EXPECT_EQ(zipped->headers.field("Content-Encoding"), "gzip");
  EXPECT_LT(bytes(zipped->body).size(), 100U);
  EXPECT_NE(plain->headers.field("ETag"), zipped->headers.field("ETag"));
  EXPECT_EQ(zipped->headers.field("Vary"), "Accept-Encoding");
  EXPECT_EQ(plain->headers.field("Vary"), "Accept-Encoding");
}

TEST_F(StaticFilesTest, DoesNotCompressWhatWouldGrow) {
  const auto answer = get("/favicon.svg", {{"Accept-Encoding", "gzip"}});
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->headers.field("Content-Encoding"));
}

TEST_F(StaticFilesTest, AKnownTagIsNotSentAgain) {
  const auto tag = std::string(get("/")->headers.field("ETag").value_or(""));
  for (const auto& field : {tag, "\"x\", " + tag, "W/" + tag, std::string("*")}) {
    const auto answer = get("/", {{"If-None-Match", field}});
    EXPECT_EQ(answer->status, 304) << field;
    EXPECT_TRUE(bytes(answer->body).empty()) << field;
    EXPECT_EQ(answer->headers.field("ETag"), tag) << field;
  }
  EXPECT_EQ(get("/", {{"If-None-Match", "\"x\""}})->status, 200);
}

TEST(StaticFiles, NoneWithoutTheApplication) {
  const StaticFiles none{{}};
  EXPECT_TRUE(none.empty());
  EXPECT_FALSE(none.answer({.method = Method::get, .path = "/"}));
}

}  // namespace
}  // namespace jiheng::http
