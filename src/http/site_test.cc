#include "http/site.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace jiheng::http {
namespace {

const std::array<Resource, 1> kPage{{{"index.html", "<p>page</p>"}}};

class SiteTest : public testing::Test {
 protected:
  SiteTest() {
    router_.add(Method::get, "/api/v1/things/{id}", [](const Request& request) -> Result<Response> {
      JH_TRY(const auto id, path_id(request));
      return json_response(std::to_string(id));
    });
    router_.add(Method::get, "/api/v1/bug",
                [](const Request&) -> Result<Response> { throw std::runtime_error("a bug"); });
  }

  Response get(const std::string& path, Values query = {}) {
    return site_.answer({.method = Method::get,
                         .path = path,
                         .query = std::move(query),
                         .headers = {{"Host", "localhost"}}});
  }

  static std::string code_of(const Response& response) {
    return nlohmann::json::parse(bytes(response.body)).value("code", "");
  }

  Router router_{};
  StaticFiles files_{kPage};
  StaticFiles none_{{}};
  packs::Catalogue texts_{{}, {}};
  Metrics metrics_{};
  Site site_{{.router = router_, .files = files_, .catalogue = texts_, .metrics = metrics_}};
};

TEST_F(SiteTest, AnswersARoute) {
  const auto answer = get("/api/v1/things/7");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(bytes(answer.body), "7");
  EXPECT_EQ(answer.headers.field("Cache-Control"), "no-store");
}

TEST_F(SiteTest, AnErrorBecomesAProblem) {
  const auto answer = get("/api/v1/things/x");
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(code_of(answer), "http.no_such_object");
}

TEST_F(SiteTest, ABugIsAnswered500AndTheServerGoesOn) {
  EXPECT_EQ(get("/api/v1/bug").status, 500);
  EXPECT_EQ(code_of(get("/api/v1/bug")), "http.our_bug");
  EXPECT_EQ(get("/api/v1/things/7").status, 200);
}

TEST_F(SiteTest, AnUnknownPathOfTheApiIsNoPage) {
  EXPECT_EQ(get("/api/v1/nothing").status, 404);
  EXPECT_EQ(get("/api").status, 404);
  EXPECT_EQ(get("/projects").status, 200);
}

TEST_F(SiteTest, AWrongMethodNamesTheRightOnes) {
  const auto answer =
      site_.answer({.method = Method::post,
                    .path = "/api/v1/things/7",
                    .headers = {{"Host", "localhost"}, {"Content-Type", "application/json"}}});
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.headers.field("Allow"), "GET, HEAD");
}

TEST_F(SiteTest, AnUnknownLanguageIsRefused) {
  EXPECT_EQ(get("/api/v1/things/7", {{"lang", "en"}}).status, 200);
  EXPECT_EQ(get("/api/v1/things/7", {{"lang", "fr"}}).status, 400);
}

TEST_F(SiteTest, WithoutTheApplicationItSaysSo) {
  const Site bare{{.router = router_, .files = none_, .catalogue = texts_, .metrics = metrics_}};
  const auto answer =
      bare.answer({.method = Method::get, .path = "/", .headers = {{"Host", "localhost"}}});
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(code_of(answer), "http.no_web_application");
}

TEST_F(SiteTest, EveryAnswerCarriesThePolicyAndIsCounted) {
  for (const auto* path : {"/", "/api/v1/bug", "/api/v1/things/7", "/api/v1/nothing"}) {
    EXPECT_TRUE(get(path).headers.field("Content-Security-Policy")) << path;
  }
  EXPECT_NE(metrics_.text().find("route=\"/api/v1/things/{id}\",status=\"200\"} 1\n"),
            std::string::npos);
}

TEST_F(SiteTest, KnowsWhatMayTakeLong) {
  const auto is_slow = [](Method method, const char* path) {
    return Site::is_slow({.method = method, .path = path});
  };
  EXPECT_TRUE(is_slow(Method::post, "/api/v1/imports"));
  EXPECT_TRUE(is_slow(Method::get, "/api/v1/exports"));
  EXPECT_TRUE(is_slow(Method::get, "/api/v1/documents/7/pages/1"));
  EXPECT_FALSE(is_slow(Method::get, "/api/v1/imports"));
  EXPECT_FALSE(is_slow(Method::get, "/"));
}

TEST_F(SiteTest, WordsWhatTheServerCouldNotTake) {
  EXPECT_EQ(site_.answer({.path = "/"}, Server::Refused::too_large).status, 413);
  EXPECT_EQ(site_.answer({.path = "/"}, Server::Refused::undecodable).status, 400);
}

}  // namespace
}  // namespace jiheng::http
