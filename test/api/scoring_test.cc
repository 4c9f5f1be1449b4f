// Profiles, kept scores and what-if through the API, as a page uses them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"

namespace jiheng::api_test {
namespace {

using testing::IsEmpty;
using Json = nlohmann::json;

constexpr const char* kTable =
    "2022年项目支出绩效目标表\n"
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,分值,完成值\n"
    "甲局,展览,产出指标,数量指标,展览场次,≥,20,场,54,18\n"
    "甲局,展览,效益指标,社会效益指标,排队时间,≤,60,分钟,36,70\n"
    "乙局,修路,产出指标,数量指标,里程,≥,10,公里,90,10\n"
    "乙局,养护,产出指标,数量指标,路段,≥,10,段,90,\n";
// Of two of them the money is known, and all of it was spent.
constexpr const char* kMoney =
    "单位,项目名称,全年预算数,执行数\n甲局,展览,100,100\n乙局,修路,100,100\n";

class ScoringApi : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server_.import("2022年绩效目标.csv", kTable).status, 200);
    const auto money = server_.post("/api/v1/money", {{"name", "执行.csv"},
                                                      {"content", encode_base64(kMoney)},
                                                      {"year", 2022},
                                                      {"as_of", "2022-12-31"},
                                                      {"unit", "万元"},
                                                      {"dry_run", false}});
    ASSERT_EQ(money.status, 200) << money.json;
  }

  static void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    static const auto kContract = Contract::load();
    EXPECT_THAT(kContract.violations(kContract.operation(operation), reply.status, reply.json),
                IsEmpty())
        << reply.json;
  }

  Json asked(const std::string& operation, const std::string& target) {
    const auto reply = server_.get(target);
    EXPECT_EQ(reply.status, 200) << target << reply.json;
    expect_kept(operation, reply);
    return reply.json;
  }

  Json sent(const std::string& operation, const std::string& target, const Json& body,
            int status = 200) {
    const auto reply = server_.post(target, body);
    EXPECT_EQ(reply.status, status) << target << reply.json;
    expect_kept(operation, reply);
    return reply.json;
  }

  Json kept_run(const std::string& profile = "national-2020") {
    return sent("keepScores", "/api/v1/scoring/runs",
                {{"year", 2022}, {"as_of", "2022-12-31"}, {"profile", profile}});
  }

  FilledServer server_{};
};

TEST_F(ScoringApi, AYearIsKeptListedFilteredAndReadWithItsDerivations) {
  const auto run = kept_run();
  EXPECT_TRUE(run.at("finished"));
  EXPECT_EQ(run.at("done"), 3);
  const std::string at = "/api/v1/scoring/runs/" + run.at("id").get<std::string>();
  EXPECT_EQ(asked("listScoreRuns", "/api/v1/scoring/runs?year=2022").at("items").size(), 1U);
  EXPECT_EQ(asked("getScoreRun", at), run);
  const auto page = asked("listScores", at + "/results?sort=total&order=desc");
  ASSERT_EQ(page.at("items").size(), 3U);
  EXPECT_EQ(page.at("items").at(0).at("project"), "修路");
  EXPECT_EQ(page.at("items").at(0).at("grade"), "优");
  EXPECT_EQ(page.at("items").at(1).at("total"), "89.46");
  EXPECT_EQ(page.at("items").at(2).at("total"), "") << "nothing of it has a score: no total, not 0";
  EXPECT_EQ(asked("listScores", at + "/results?grade=none").at("total"), 1);
  EXPECT_EQ(asked("listScores", at + "/results?q=%E4%B9%99%E5%B1%80").at("total"), 2);
  const auto exhibition = page.at("items").at(1).at("project_id").get<std::string>();
  const auto score = asked("getScore", at + "/results/" + exhibition + "?lang=en");
  EXPECT_EQ(score.at("rows").at(1).at("score").at("score"), "30.86");
  EXPECT_THAT(score.at("rows").at(1).at("score").at("steps").at(0).get<std::string>(),
              testing::HasSubstr("not met"));
}

TEST_F(ScoringApi, WhereNothingIsScoredThereIsNoTotal) {
  const auto list = asked("listSelfEvaluations", "/api/v1/self-evaluations?year=2022");
  for (const auto& one : list.at("items")) {
    const bool silent = one.at("project") == "养护";
    EXPECT_EQ(one.at("total").is_null(), silent) << one;
    EXPECT_EQ(one.at("unscored"), silent ? 2 : 0) << one;
  }
  const std::string at = "/api/v1/scoring/runs/" + kept_run().at("id").get<std::string>();
  const std::string csv(http::bytes(server_.get(at + "/results?format=csv").response.body));
  EXPECT_THAT(csv, testing::HasSubstr("养护,TOTAL,,,,100,,"));
}

TEST_F(ScoringApi, ARunGivesFilesInTheShapesOfTheCommandLine) {
  const std::string at =
      "/api/v1/scoring/runs/" + kept_run().at("id").get<std::string>() + "/results?format=";
  const auto csv = server_.get(at + "csv");
  const std::string text(http::bytes(csv.response.body));
  EXPECT_TRUE(
      text.starts_with("source,place,agency,project,indicator,comparator,target,actual,"
                       "points,score,filed_score,method,derivation\n2022@2022-12-31,"))
      << text;
  const std::string ungraded(http::bytes(server_.get(at + "jsonl&grade=none").response.body));
  EXPECT_THAT(ungraded, testing::HasSubstr("养护"));
  EXPECT_THAT(ungraded, testing::Not(testing::HasSubstr("修路")));
  EXPECT_TRUE(http::bytes(server_.get(at + "xlsx").response.body).starts_with("PK"));
}

TEST_F(ScoringApi, TheListsAreFilesToo) {
  const std::string id = kept_run().at("id");
  const auto file = [&](const std::string& at) {
    return std::string(http::bytes(server_.get(at).response.body));
  };
  const auto runs = file("/api/v1/scoring/runs?year=2022&format=csv");
  EXPECT_THAT(runs, testing::HasSubstr("run_id,as_of,agency,"));
  EXPECT_THAT(runs, testing::HasSubstr("\n" + id + ",2022-12-31,,,"));
  EXPECT_THAT(file("/api/v1/scoring/profiles?format=csv"), testing::HasSubstr("\nzhejiang-2022,"));
  EXPECT_EQ(server_.get("/api/v1/scoring/runs?year=2022&format=pdf").response.status, 400);
}

TEST_F(ScoringApi, ARunIsComputedAgainAndByAnotherProfile) {
  const std::string id = kept_run().at("id");
  const auto again = sent("rerunScores", "/api/v1/scoring/runs/" + id + "/reruns", Json::object());
  EXPECT_EQ(again.at("same"), 3);
  EXPECT_THAT(again.at("differing"), IsEmpty());
  const auto other =
      sent("keepScores", "/api/v1/scoring/runs", {{"of_run", id}, {"profile", "zhejiang-2022"}});
  EXPECT_EQ(other.at("of_run"), id);
  const auto moved =
      sent("askWhatIf", "/api/v1/scoring/what-if", {{"run", id}, {"other", "zhejiang-2022"}});
  EXPECT_EQ(moved.at("movements").at("down"), 1);
  EXPECT_EQ(moved.at("changes").at(0).at("key"), "proportion.ceiling");
  EXPECT_EQ(moved.at("movements").at("moved").at(0).at("rows").at(0).at("name"), "排队时间");
  EXPECT_EQ(sent("discardScoreRun", "/api/v1/scoring/runs/" + id + "/discard", Json::object(), 409)
                .at("code"),
            "store.score_run_finished");
}

TEST_F(ScoringApi, WhatIfNamesTheKeyOfAWrongValue) {
  Json question{{"year", 2022},
                {"as_of", "2022-12-31"},
                {"changes", {{{"key", "proportion.pass"}, {"value", "95"}}}}};
  const auto answer = sent("askWhatIf", "/api/v1/scoring/what-if", question);
  EXPECT_EQ(answer.at("movements").at("projects"), 3);
  EXPECT_EQ(answer.at("movements").at("down"), 1);
  question["changes"][0] = {{"key", "proportion.pass"}, {"value", "a lot"}};
  const auto refused = sent("askWhatIf", "/api/v1/scoring/what-if", question, 400);
  EXPECT_EQ(refused.at("where"), "proportion.pass");
  question["changes"][0]["key"] = "proportion.past";
  EXPECT_EQ(sent("askWhatIf", "/api/v1/scoring/what-if", question, 400).at("code"),
            "packs.unknown_key");
  question["limit"] = 1001;
  EXPECT_EQ(sent("askWhatIf", "/api/v1/scoring/what-if", question, 400).at("where"), "limit");
}

TEST_F(ScoringApi, WhatIfIsAnAddressToo) {
  const std::string id = kept_run().at("id");
  const std::string at = "/api/v1/scoring/what-if?run=" + id + "&other=zhejiang-2022";
  EXPECT_EQ(asked("getWhatIf", at), sent("askWhatIf", "/api/v1/scoring/what-if",
                                         {{"run", id}, {"other", "zhejiang-2022"}}));
  const auto two = asked("getWhatIf", at + "&set=proportion.pass=95&set=places=0");
  EXPECT_EQ(two.at("changes").size(), 3U);
  const std::string csv(http::bytes(server_.get(at + "&format=csv").response.body));
  EXPECT_THAT(csv, testing::StartsWith(
                       "agency,project,before,grade_before,after,grade_after,by,indicators,cause\n"
                       "甲局,展览,89.46,良,88.6,良,-0.86,排队时间 30.86 → 30"));
}

TEST_F(ScoringApi, WhatCannotBeScoredIsRefused) {
  EXPECT_EQ(sent("keepScores", "/api/v1/scoring/runs", {{"year", 2019}}, 404).at("code"),
            "score_keeping.no_projects");
  EXPECT_EQ(sent("keepScores", "/api/v1/scoring/runs", {{"year", 2022}, {"as_of", "31.12."}}, 400)
                .at("where"),
            "as_of");
  EXPECT_EQ(sent("keepScores", "/api/v1/scoring/runs", {{"year", 2022}, {"profile", "no"}}, 404)
                .at("code"),
            "packs.no_scoring_profile");
  EXPECT_EQ(sent("keepScores", "/api/v1/scoring/runs", Json::object(), 400).at("where"), "year");
}

TEST_F(ScoringApi, AProfileSaysEverythingWithExamplesComputedLive) {
  for (const auto* id : {"national-2020", "national-101", "zhejiang-2022", "example-strict"}) {
    for (const auto* lang : {"zh", "en"}) {
      const auto profile = asked("getScoringProfile",
                                 std::string("/api/v1/scoring/profiles/") + id + "?lang=" + lang);
      for (const auto& section : profile.at("sections")) {
        EXPECT_THAT(section.at("title").get<std::string>(),
                    testing::Not(testing::HasSubstr("profile.")));
        for (const auto& sentence : section.at("sentences")) {
          const auto text = sentence.get<std::string>();
          EXPECT_EQ(text.find("profile."), std::string::npos) << text;
          EXPECT_EQ(text.find('{'), std::string::npos) << text;
        }
      }
      for (const auto& example : profile.at("examples").at("totals")) {
        EXPECT_NE(example.at("grade"), "") << example;
      }
      for (const auto& example : profile.at("examples").at("rows")) {
        const auto section = example.at("section").get<std::string>();
        const auto method = example.at("score").at("method").get<std::string>();
        EXPECT_TRUE(section == method || section == "over" || section == "proportion") << example;
      }
    }
  }
}

TEST_F(ScoringApi, TheTwoFormsForACeilingStandBesideEachOther) {
  const auto rows = asked("getScoringProfile", "/api/v1/scoring/profiles/zhejiang-2022")
                        .at("examples")
                        .at("rows");
  std::vector<std::string> scores;
  for (const auto& example : rows) {
    if (example.at("row").at("comparator") == "≤") {
      scores.push_back(example.at("variant").get<std::string>() + " " +
                       example.at("score").at("score").get<std::string>());
    }
  }
  // [1 − 10 ÷ 60] × 10, and 60 ÷ 70 × 10.
  EXPECT_THAT(scores, testing::ElementsAre(" 8.33", "ratio 8.57"));
  const auto asked_for =
      asked("getScoringProfile",
            "/api/v1/scoring/profiles/zhejiang-2022?comparator=%E2%89%A4&target=60&actual=90"
            "&points=20")
          .at("asked");
  EXPECT_EQ(asked_for.at("score").at("score"), "10");
}

}  // namespace
}  // namespace jiheng::api_test
