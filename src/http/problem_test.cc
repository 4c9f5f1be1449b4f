#include "http/problem.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace jiheng::http {
namespace {

const packs::Catalogue kTexts({{"http.title.404", "没有找到"}, {"no.row", "没有第 {0} 行。"}},
                              {{"http.title.404", "Not found"}, {"no.row", "No row {0}."}});

nlohmann::json document(const Problem& problem, packs::Language language) {
  const auto response = problem_response(problem, kTexts, language);
  EXPECT_EQ(response.status, problem.status);
  EXPECT_EQ(response.headers.field("Content-Type"), "application/problem+json");
  return nlohmann::json::parse(bytes(response.body));
}

TEST(Problem, HasAStatusForEveryCode) {
  EXPECT_EQ(status_of(ErrorCode::invalid_input), 400);
  EXPECT_EQ(status_of(ErrorCode::not_found), 404);
  EXPECT_EQ(status_of(ErrorCode::conflict), 409);
  EXPECT_EQ(status_of(ErrorCode::unavailable), 503);
}

TEST(Problem, SpeaksTheReadersLanguage) {
  const auto problem = problem_of(
      {.code = ErrorCode::not_found, .message = {"no.row", {"7"}}, .where = "project 3"});
  const auto en = document(problem, packs::Language::en);
  EXPECT_EQ(en["type"], "urn:jiheng:problem:no.row");
  EXPECT_EQ(en["title"], "Not found");
  EXPECT_EQ(en["status"], 404);
  EXPECT_EQ(en["code"], "no.row");
  EXPECT_EQ(en["detail"], "No row 7.");
  EXPECT_EQ(en["where"], "project 3");
  EXPECT_EQ(document(problem, packs::Language::zh)["detail"], "没有第 7 行。");
}

TEST(Problem, SaysNothingOfAPlaceItDoesNotKnow) {
  const auto en = document({.status = 404, .text = {"no.row", {"7"}}}, packs::Language::en);
  EXPECT_FALSE(en.contains("where"));
}

TEST(Problem, StaysUtf8WhateverItQuotes) {
  const auto en = document({.status = 404, .text = {"no.row", {"\xFF"}}}, packs::Language::en);
  EXPECT_EQ(en["detail"], "No row \xEF\xBF\xBD.");
}

}  // namespace
}  // namespace jiheng::http
