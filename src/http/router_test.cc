#include "http/router.h"

#include <gtest/gtest.h>

namespace jiheng::http {
namespace {

Handler says(const std::string& text) {
  return [text](const Request&) -> Result<Response> { return Response{.body = text}; };
}

Router example() {
  Router router;
  router.add(Method::get, "/rules/{rule}", says("one"));
  router.add(Method::get, "/rules/first", says("first"));
  router.add(Method::get, "/projects/{id}/rows/{row}", says("row"));
  router.add(Method::post, "/projects/{id}/rows/{row}", says("write"));
  return router;
}

std::string answer_of(const Router& router, Method method, std::string_view path) {
  const auto found = router.find(method, path);
  return found.match ? std::string(bytes(found.match->route->handler({})->body)) : "none";
}

TEST(Router, FindsTheRouteOfMethodAndPath) {
  const auto router = example();
  EXPECT_EQ(answer_of(router, Method::get, "/projects/7/rows/8"), "row");
  EXPECT_EQ(answer_of(router, Method::post, "/projects/7/rows/8"), "write");
  EXPECT_EQ(answer_of(router, Method::head, "/projects/7/rows/8"), "row");
}

TEST(Router, AWordWinsOverAParameter) {
  EXPECT_EQ(answer_of(example(), Method::get, "/rules/first"), "first");
  EXPECT_EQ(answer_of(example(), Method::get, "/rules/second"), "one");
}

TEST(Router, DecodesParameters) {
  const auto router = example();
  const auto found = router.find(Method::get, "/projects/a%2Fb/rows/%E4%BA%91");
  ASSERT_TRUE(found.match);
  EXPECT_EQ(found.match->parameters.get("id"), "a/b");
  EXPECT_EQ(found.match->parameters.get("row"), "云");
}

TEST(Router, KnowsNoOtherPath) {
  for (const auto* path : {"/", "/rules", "/rules/", "/rules/a/b", "rules/a", "/rules/%zz", ""}) {
    const auto router = example();
    const auto found = router.find(Method::get, path);
    EXPECT_FALSE(found.match) << path;
    EXPECT_EQ(found.allow, "") << path;
  }
}

TEST(Router, SaysWhichMethodsAPathKnows) {
  const auto found = example().find(Method::del, "/projects/7/rows/8");
  EXPECT_FALSE(found.match);
  EXPECT_EQ(found.allow, "GET, HEAD, POST");
}

TEST(PathId, TakesWhatFits63Bits) {
  const auto id = [](const std::string& text) {
    return path_id({.path = "/", .parameters = {{"id", text}}});
  };
  EXPECT_EQ(id("9223372036854775807"), 9223372036854775807);
  for (const auto* wrong : {"0", "-1", "9223372036854775808", "7a", "", " 7", "0x7"}) {
    ASSERT_FALSE(id(wrong)) << wrong;
    EXPECT_EQ(id(wrong).error().code, ErrorCode::not_found) << wrong;
  }
}

}  // namespace
}  // namespace jiheng::http
