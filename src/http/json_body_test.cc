#include "http/json_body.h"

#include <gtest/gtest.h>

namespace jiheng::http {
namespace {

Result<JsonBody> parse(const std::string& body) {
  return JsonBody::parse({.method = Method::post, .path = "/", .body = body},
                         {"name", "number", "flag", "changes"});
}

template <typename T>
std::string error_of(const Result<T>& result) {
  return result ? "none" : result.error().message.key + " " + result.error().where;
}

TEST(JsonBody, GivesItsMembers) {
  const auto body = parse(
      R"({"name":"云","number":-7,"flag":true,"changes":[{"field":"target","after":"100"}]})");
  ASSERT_TRUE(body);
  EXPECT_EQ(body->text("name"), "云");
  EXPECT_EQ(body->number("number"), -7);
  EXPECT_EQ(body->flag("flag"), true);
  EXPECT_EQ(body->changes(), (std::vector<Change>{{Field::target, "100"}}));
  EXPECT_EQ(parse("{}")->optional_text("name"), "");
}

TEST(JsonBody, GivesTheObjectsInside) {
  const auto body = parse(R"({"name":{"a":"1"},"changes":[{"a":"2"},{"a":"3"}]})");
  EXPECT_EQ(body->object("name", {"a"})->text("a"), "1");
  const auto list = body->objects("changes", {"a"});
  ASSERT_EQ(list->size(), 2U);
  EXPECT_EQ(list->at(1).text("a"), "3");
  EXPECT_EQ(error_of(body->object("name", {"b"})), "http.member_unknown a");
  EXPECT_EQ(error_of(body->object("changes", {"a"})), "http.member_wrong changes");
  EXPECT_EQ(error_of(body->objects("name", {"a"})), "http.member_wrong name");
  EXPECT_EQ(error_of(parse(R"({"changes":[7]})")->objects("changes", {})),
            "http.member_wrong changes");
}

TEST(JsonBody, RefusesWhatIsNoObject) {
  for (const auto* wrong : {"", "[]", "7", "{", "{}x", "{\"name\":\"\xFF\"}", "null"}) {
    EXPECT_EQ(error_of(parse(wrong)), "http.body_not_json ") << wrong;
  }
  EXPECT_EQ(error_of(parse(std::string(100'000, '['))), "http.body_not_json ");
}

TEST(JsonBody, RefusesUnknownMissingAndWrongMembers) {
  EXPECT_EQ(error_of(parse(R"({"surprise":1})")), "http.member_unknown surprise");
  EXPECT_EQ(error_of(parse("{}")->text("name")), "http.member_missing name");
  EXPECT_EQ(error_of(parse(R"({"name":7})")->text("name")), "http.member_wrong name");
  EXPECT_EQ(error_of(parse(R"({"flag":1})")->flag("flag")), "http.member_wrong flag");
}

TEST(JsonBody, NumbersAreWholeAndOf63Bits) {
  EXPECT_EQ(parse(R"({"number":9223372036854775807})")->number("number"), 9223372036854775807);
  for (const auto* wrong : {"9223372036854775808", "1.0", "1e3", "\"1\"", "null", "[]"}) {
    const auto body = parse(R"({"number":)" + std::string(wrong) + "}");
    EXPECT_EQ(error_of(body->number("number")), "http.member_wrong number") << wrong;
  }
}

TEST(JsonBody, ChangesNameAFieldAndAValue) {
  for (const auto* wrong :
       {"[]", "{}", "\"x\"", "[7]", R"([{"field":"name","after":"x"}])", R"([{"field":"target"}])",
        R"([{"field":"target","after":7}])", R"([{"field":"target","after":"x","more":1}])",
        R"({"a":{"field":"target","after":"x"}})"}) {
    const auto body = parse(R"({"changes":)" + std::string(wrong) + "}");
    EXPECT_EQ(error_of(body->changes()), "http.member_wrong changes") << wrong;
  }
}

}  // namespace
}  // namespace jiheng::http
