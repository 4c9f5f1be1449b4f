// A year judged anew, its findings as files, a rule's suggestions taken over in all its projects.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"

namespace jiheng::api_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class ReviewTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server_.import("table11.txt", FilledServer::sample()).status, 200);
  }

  void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    EXPECT_EQ(reply.status, 200) << reply.json;
    EXPECT_THAT(contract_.violations(contract_.operation(operation), reply.status, reply.json),
                IsEmpty());
  }

  [[nodiscard]] std::string file(const std::string& conditions) const {
    return std::string(
        http::bytes(server_.get("/api/v1/findings?year=2022" + conditions).response.body));
  }

  FilledServer server_{};
  Contract contract_{Contract::load()};
};

TEST_F(ReviewTest, AYearJudgedAnewKnowsItsCopies) {
  const auto of = [&] { return server_.get("/api/v1/rules/near_duplicate?year=2022").json; };
  EXPECT_EQ(of().at("findings"), 0);
  EXPECT_EQ(server_.get("/api/v1/rules?year=2022").json.at("filed_since"), 1);
  expect_kept("judgeYear", server_.post("/api/v1/reviews", {{"year", 2022}}));
  EXPECT_EQ(of().at("findings"), 11);
  EXPECT_EQ(server_.get("/api/v1/rules?year=2022").json.at("filed_since"), 0);
  const auto cancelled = server_.post("/api/v1/reviews/cancel", {{"year", 2022}});
  expect_kept("cancelReview", cancelled);
  EXPECT_EQ(cancelled.json.at("stopped"), false);
}

TEST_F(ReviewTest, AFilingIsHeldAgainstTheApprovedOneBeforeIt) {
  const std::string head =
      "项目表\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";
  const std::string row = "甲局,展览,产出指标,数量指标,接待观众,≥,";
  const auto approved = server_.import("批复.csv", "2024年目标批复" + head + row + "100,人次\n");
  ASSERT_EQ(approved.status, 200);
  EXPECT_EQ(approved.json.at("notices").at(0).at("code"), "filing.approved");
  ASSERT_EQ(server_.import("自评.csv", "2024年自评" + head + row + "80,人次\n").status, 200);
  const auto list = server_.get("/api/v1/indicators?year=2024&rule=differs_from_approved");
  ASSERT_EQ(list.json.at("items").size(), 1U);
  const auto id = list.json.at("items").at(0).at("project_id").get<std::string>();
  const auto project = server_.get("/api/v1/projects/" + id);
  expect_kept("getProject", project);
  EXPECT_THAT(project.json.dump(), HasSubstr("批复的是“≥ 100 人次”，这里是“≥ 80 人次”"));
  EXPECT_THAT(std::string(http::bytes(
                  server_.get("/api/v1/findings?year=2024&rule=differs_from_approved&lang=en")
                      .response.body)),
              HasSubstr("Approved was “≥ 100 人次”"));
}

TEST_F(ReviewTest, FindingsAreFilesUnderTheConditionsOfTheList) {
  EXPECT_THAT(file(""), HasSubstr("source,place,agency,project,indicator,rule,severity"));
  EXPECT_THAT(file("&format=json"), StartsWith("{\"source\":\"table11.txt\""));
  EXPECT_THAT(file("&format=xlsx"), StartsWith("PK"));
  const auto errors = file("&severity=error&lang=en");
  EXPECT_THAT(errors, HasSubstr(",error,"));
  EXPECT_THAT(errors, testing::Not(HasSubstr(",warning,")));
  EXPECT_EQ(server_.get("/api/v1/findings?year=2022&format=text").status, 400);
}

TEST_F(ReviewTest, ProjectsWithFindingsAreListedApart) {
  const auto all = server_.get("/api/v1/projects?year=2022").json.at("total").get<int>();
  const auto some =
      server_.get("/api/v1/projects?year=2022&findings=any").json.at("total").get<int>();
  EXPECT_LE(some, all);
  EXPECT_GT(some, 0);
  EXPECT_EQ(server_.get("/api/v1/projects?year=2022&findings=none").status, 400);
}

TEST_F(ReviewTest, ARulesSuggestionsAreSeenTakenOverAndTakenBack) {
  const std::string at = "/api/v1/rules/spelling_not_canonical/suggestions?year=2022";
  const auto seen = server_.get(at);
  expect_kept("listSuggestions", seen);
  const auto rows = seen.json.at("total").get<std::size_t>();
  ASSERT_GT(rows, 0U);
  EXPECT_EQ(server_.post(at, {{"seen", "x"}}).status, 409);
  const auto laid = server_.post(at, {{"seen", seen.json.at("seen")}});
  expect_kept("applyRule", laid);
  EXPECT_EQ(laid.json.at("items").size(), rows);
  EXPECT_EQ(server_.get(at).json.at("total"), 0);
  const std::string applied_at = "/api/v1/rules/spelling_not_canonical/applied?year=2022";
  const auto applied = server_.get(applied_at);
  expect_kept("getLastApplied", applied);
  EXPECT_EQ(applied.json.at("items"), laid.json.at("items"));
  EXPECT_EQ(server_.get("/api/v1/rules/spelling_not_canonical?year=2022").json.at("suggestions"),
            0);
  const auto undone = server_.post("/api/v1/overlays/undo", {{"items", laid.json.at("items")}});
  expect_kept("undoOverlays", undone);
  EXPECT_EQ(undone.json.at("undone").get<std::size_t>(), rows);
  EXPECT_EQ(server_.get(at).json.at("total").get<std::size_t>(), rows);
  EXPECT_TRUE(server_.get(applied_at).json.at("items").empty());
  EXPECT_TRUE(server_.get(applied_at).json.at("at").is_null());
  EXPECT_EQ(server_.get("/api/v1/rules/nothing/applied?year=2022").status, 404);
  EXPECT_EQ(server_.get("/api/v1/rules/spelling_not_canonical?year=2022")
                .json.at("suggestions")
                .get<std::size_t>(),
            rows);
}

TEST_F(ReviewTest, AListOfOneRulesProjectsCountsThatRulesFindings) {
  const auto all = server_.get("/api/v1/rules/at_least_whole?year=2022").json.at("findings");
  std::int64_t counted = 0;
  const auto page = server_.get("/api/v1/projects?year=2022&rule=at_least_whole&limit=200");
  expect_kept("listProjects", page);
  for (const auto& project : page.json.at("items")) {
    for (const char* severity : {"error", "warning", "hint"}) {
      counted += project.at("findings").at(severity).get<std::int64_t>();
    }
  }
  EXPECT_EQ(counted, all.get<std::int64_t>());
}

TEST_F(ReviewTest, AFalseAlarmSaysByWhichPackItWasReported) {
  const auto row = server_.get("/api/v1/indicators?year=2022&severity=error").json.at("items")[0];
  const std::string rule = row.at("findings")[0].at("rule");
  const std::string path = "/api/v1/indicators/" + row.at("id").get<std::string>() + "/waivers";
  const bool of_project = row.at("findings")[0].at("field") == "project";
  const auto set_aside = [&](bool of) {
    return server_
        .post(path, {{"revision", row.at("revision")},
                     {"rule", rule},
                     {"of_project", of},
                     {"kind", "false_alarm"},
                     {"reason", "x"}})
        .status;
  };
  EXPECT_EQ(set_aside(!of_project), 404);  // the rule speaks of the other
  ASSERT_EQ(set_aside(of_project), 200);
  const auto reply = server_.get("/api/v1/rules/" + rule + "?year=2022");
  expect_kept("getRule", reply);
  const auto by = reply.json.at("set_aside_by");
  ASSERT_EQ(by.size(), 1U);
  EXPECT_EQ(by[0].at("pack"), "zhejiang-2022");
  EXPECT_EQ(by[0].at("false_alarms"), 1);
}

}  // namespace
}  // namespace jiheng::api_test
