// Double monitoring by the API: money in, lights out, opinions, curves, the form as a file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "contract.h"
#include "filled_server.h"
#include "sheet_rows.h"

namespace jiheng::api_test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class Monitoring : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server_.import("table11-jiaxing-2022.txt", FilledServer::sample()).status, 200);
  }

  void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    static const Contract kContract = Contract::load();
    EXPECT_THAT(kContract.violations(kContract.operation(operation), reply.status, reply.json),
                IsEmpty());
  }

  nlohmann::json projects() const {
    return server_.get("/api/v1/projects?year=2022&limit=200").json.at("items");
  }

  /// A table with a row for the first two projects, and one nobody knows.
  std::string money_csv() const {
    const auto all = projects();
    std::string csv = "项目名称,年初预算数,1-7月执行数\n";
    csv += all.at(0).at("name").get<std::string>() + ",120,35\n";
    csv += all.at(1).at("name").get<std::string>() + ",60,35\n";
    return csv + "没有的项目,1,1\n合计,181,71\n";
  }

  FilledServer::Reply send_money(nlohmann::json more) const {
    nlohmann::json body{{"name", "执行.csv"},
                        {"content", encode_base64(money_csv())},
                        {"year", 2022},
                        {"as_of", "2022-07-31"},
                        {"dry_run", false}};
    body.update(more);
    return server_.post("/api/v1/money", body);
  }

  nlohmann::json board(const std::string& more = {}) const {
    return server_.get("/api/v1/monitoring?year=2022&month=7&limit=200" + more).json;
  }

  std::string first() const {
    return projects().at(0).at("id");
  }

  FilledServer::Reply form(const std::string& id) const {
    return server_.get("/api/v1/projects/" + id + "/monitoring?month=7");
  }

  FilledServer server_;
};

TEST_F(Monitoring, TheUnitOfMoneyIsNeverGuessed) {
  const auto tried = send_money({{"dry_run", true}});
  ASSERT_EQ(tried.status, 200) << tried.json;
  EXPECT_EQ(tried.json.at("ready"), false);
  EXPECT_EQ(tried.json.at("unit"), nullptr);
  EXPECT_EQ(tried.json.at("unit_missing"), true);
  EXPECT_EQ(tried.json.at("lines").at(0).at("fate"), "no_unit");
  EXPECT_EQ(tried.json.at("until"), 7);
  const auto refused = send_money(nlohmann::json::object());
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(board().at("items").at(0).at("budget"), nullptr);
}

TEST_F(Monitoring, MoneyIsTriedThenKeptThenSeenOnTheBoard) {
  const auto tried = send_money({{"dry_run", true}, {"unit", "万元"}});
  expect_kept("importMoney", tried);
  EXPECT_EQ(tried.json.at("understood"), 2);
  EXPECT_EQ(tried.json.at("doubtful"), 1);
  EXPECT_EQ(tried.json.at("initial"), "1800000");
  EXPECT_EQ(tried.json.at("stored"), 0);
  EXPECT_EQ(tried.json.at("lines").at(2).at("fate"), "not_found");
  EXPECT_EQ(tried.json.at("lines").at(3).at("fate"), "total");
  EXPECT_EQ(board().at("counts").at("lights").at("none"), 22);
  const auto kept = send_money({{"unit", "万元"}});
  ASSERT_EQ(kept.status, 200) << kept.json;
  EXPECT_EQ(kept.json.at("stored"), 2);
  const auto after = board();
  expect_kept("getMonitoringBoard", server_.get("/api/v1/monitoring?year=2022&month=7"));
  // 35 of 120 is 29.17 %, half of 7/12: red. 35 of 60 is 58.33 %: green.
  EXPECT_EQ(after.at("counts").at("lights").at("red"), 1);
  EXPECT_EQ(after.at("counts").at("lights").at("green"), 1);
  EXPECT_EQ(after.at("items").at(0).at("light"), "red");
  EXPECT_EQ(after.at("items").at(0).at("execution_rate"), "29.17");
  EXPECT_EQ(after.at("items").at(0).at("pace"), "50");
  EXPECT_EQ(after.at("items").at(0).at("forecast_money"), "600000");
  EXPECT_EQ(after.at("missing"), 0);
}

TEST_F(Monitoring, ColumnsCountInTheirOwnUnitsAndAdjustmentsAreAdded) {
  const auto all = projects();
  const auto row = [&](std::size_t at, const std::string& amounts) {
    return all.at(at).at("name").get<std::string>() + "," + amounts + "\n";
  };
  const auto tried = send_money(
      {{"dry_run", true},
       {"unit", "亿元"},
       {"content", encode_base64("项目名称,年初预算（万元）,预算调整（元）,执行数（元）\n" +
                                 row(0, "1,-2000,9000") + row(1, "2,,350元") + row(2, "3,1,2") +
                                 row(2, "3,1,2"))}});
  expect_kept("importMoney", tried);
  EXPECT_EQ(tried.json.at("unit"), nullptr);
  EXPECT_EQ(tried.json.at("unit_missing"), false);
  EXPECT_EQ(tried.json.at("set_aside"), "亿元");
  EXPECT_EQ(tried.json.at("columns").at(1).at("unit"), "万元");
  EXPECT_EQ(tried.json.at("columns").at(2).at("unit"), "元");
  EXPECT_EQ(tried.json.at("columns").at(2).at("column"), "adjustment");
  const auto& lines = tried.json.at("lines");
  EXPECT_EQ(lines.at(0).at("initial"), "10000");
  EXPECT_EQ(lines.at(0).at("adjustment"), "-2000");
  EXPECT_EQ(lines.at(0).at("adjusted"), "8000");
  EXPECT_EQ(lines.at(0).at("remark"), "over_budget");
  EXPECT_EQ(lines.at(1).at("adjusted"), nullptr);
  EXPECT_EQ(lines.at(1).at("executed"), "350");
  EXPECT_EQ(lines.at(1).at("remark"), "");
  EXPECT_EQ(lines.at(2).at("fate"), "twice");
  EXPECT_EQ(lines.at(3).at("fate"), "twice");
  EXPECT_EQ(tried.json.at("ready"), true);
}

TEST_F(Monitoring, APersonSaysWhichProjectARowIsOf) {
  const std::string place =
      send_money({{"dry_run", true}, {"unit", "万元"}}).json.at("lines").at(2).at("place");
  const auto third = projects().at(2);
  const auto chosen =
      send_money({{"dry_run", true},
                  {"unit", "万元"},
                  {"projects", {{{"place", place}, {"project_id", third.at("id")}}}}});
  expect_kept("importMoney", chosen);
  EXPECT_EQ(chosen.json.at("understood"), 3);
  EXPECT_EQ(chosen.json.at("lines").at(2).at("found"), third.at("name"));
  EXPECT_EQ(chosen.json.at("lines").at(2).at("chosen"), true);
  const auto nobody =
      send_money({{"unit", "万元"}, {"projects", {{{"place", place}, {"project_id", "17"}}}}});
  EXPECT_EQ(nobody.status, 404);
  EXPECT_EQ(board().at("items").at(0).at("budget"), nullptr);
}

TEST_F(Monitoring, ColumnsAPersonChoseAreRememberedForTheLayout) {
  const std::string name = projects().at(0).at("name");
  const auto send = [&](nlohmann::json more) {
    nlohmann::json body{{"name", "a.csv"},
                        {"content", encode_base64("名目,甲数,乙数\n" + name + ",100,40\n")},
                        {"year", 2022},
                        {"as_of", "2022-07-31"},
                        {"dry_run", false}};
    body.update(more);
    return server_.post("/api/v1/money", body);
  };
  EXPECT_EQ(send(nlohmann::json::object()).status, 400);
  const auto chosen = send({{"columns", {"project", "adjusted", "executed"}}, {"unit", "元"}});
  ASSERT_EQ(chosen.status, 200) << chosen.json;
  EXPECT_EQ(chosen.json.at("remembered"), false);
  const auto again = send({{"dry_run", true}});
  EXPECT_EQ(again.json.at("remembered"), true);
  EXPECT_EQ(again.json.at("unit"), "元");
  EXPECT_EQ(again.json.at("unit_origin"), "remembered");
  EXPECT_EQ(again.json.at("columns").at(2).at("column"), "executed");
  EXPECT_EQ(send({{"columns", {"project", "project"}}}).status, 400);
}

TEST_F(Monitoring, AFormExplainsEveryLight) {
  ASSERT_EQ(send_money({{"unit", "万元"}}).status, 200);
  const auto reply = form(first());
  expect_kept("getProjectMonitoring", reply);
  EXPECT_EQ(reply.json.at("money").at("light"), "red");
  EXPECT_THAT(reply.json.at("money").at("derivation").at("steps").dump(), HasSubstr("29.17%"));
  EXPECT_THAT(reply.json.at("money").at("derivation").at("steps").at(0).get<std::string>(),
              HasSubstr("年初预算数 1200000"))
      << "only the initial budget is known";
  for (const auto& indicator : reply.json.at("indicators")) {
    EXPECT_EQ(indicator.at("light"), nullptr);  // blank is not 0, and never green
    EXPECT_EQ(indicator.at("unlit").at("reason"), "no_actual");
  }
}

TEST_F(Monitoring, AnOpinionNeedsItsReasonsWhereTheRuleSaysSo) {
  const auto id = first();
  const auto indicator = form(id).json.at("indicators").at(0).at("indicator_id");
  const auto give = [&](nlohmann::json more) {
    nlohmann::json body{{"indicator_id", indicator}, {"month", 7}};
    body.update(more);
    return server_.put("/api/v1/projects/" + id + "/monitoring/opinions", body);
  };
  EXPECT_EQ(give({{"possibility", "maybe"}}).status, 400);
  EXPECT_EQ(give({{"possibility", "possible"}}).status, 400);
  EXPECT_EQ(give({{"possibility", "possible"}, {"reasons", {"staff"}}, {"words", "缺人"}}).status,
            400);
  EXPECT_EQ(give({{"possibility", "possible"}, {"reasons", {"weather"}}}).status, 400);
  const auto given = give({{"possibility", "possible"},
                           {"reasons", {"staff", "funding"}},
                           {"words", "缺人"},
                           {"measure", "招聘"},
                           {"expected", "4"}});
  ASSERT_EQ(given.status, 200) << given.json;
  expect_kept("giveOpinion", given);
  EXPECT_EQ(given.json.at("indicators").at(0).at("opinion").at("measure"), "招聘");
  EXPECT_EQ(give({{"possibility", "certain"}}).status, 200);
}

TEST_F(Monitoring, AnOpinionSaysSomethingAndIsKeptAsItWasTyped) {
  const auto id = first();
  const auto indicator = form(id).json.at("indicators").at(0).at("indicator_id");
  const auto give = [&](nlohmann::json more) {
    nlohmann::json body{{"indicator_id", indicator}, {"month", 7}};
    body.update(more);
    return server_.put("/api/v1/projects/" + id + "/monitoring/opinions", body);
  };
  const auto nothing = give({{"words", " "}});
  EXPECT_EQ(nothing.status, 400) << nothing.json;
  EXPECT_EQ(nothing.json.value("code", ""), "monitoring.empty_opinion");
  const auto given =
      give({{"words", "受疫情影响，线下减少；（已改线上）"}, {"expected", "９５％"}});
  ASSERT_EQ(given.status, 200) << given.json;
  const auto opinion = given.json.at("indicators").at(0).at("opinion");
  EXPECT_EQ(opinion.at("words"), "受疫情影响，线下减少；（已改线上）");
  EXPECT_EQ(opinion.at("expected"), "95%") << "a value is read";
  EXPECT_EQ(give(nlohmann::json::object()).status, 200) << "an earlier one is taken back";
}

TEST_F(Monitoring, ReasonsAndPossibilitiesSpeakTheReadersLanguage) {
  const auto pack = [&](const std::string& language) {
    return server_.get("/api/v1/projects/" + first() + "/monitoring?month=7&lang=" + language)
        .json.at("pack");
  };
  EXPECT_EQ(pack("zh").at("possibilities").at(0).at("name"), "确定能");
  EXPECT_EQ(pack("en").at("possibilities").at(0).at("name"), "Certainly");
  EXPECT_EQ(pack("en").at("reasons").at(0).at("name"), "Funding");
}

TEST_F(Monitoring, ACurveThatLacksItsPointsIsToldWhatItNeeds) {
  const auto id = first();
  const auto indicator = form(id).json.at("indicators").at(0).at("indicator_id");
  const auto set = [&](const std::string& shape, const nlohmann::json& points) {
    return server_.put(
        "/api/v1/projects/" + id + "/monitoring/curves",
        {{"indicator_id", indicator}, {"month", 7}, {"shape", shape}, {"points", points}});
  };
  const auto none = nlohmann::json::array();
  EXPECT_THAT(set("milestones", none).json.value("detail", ""), HasSubstr("06-30: 50"));
  EXPECT_THAT(set("quarters", none).json.value("detail", ""), HasSubstr("25、50、75、100"));
  EXPECT_EQ(set("milestones", {"6月 30", "12-31: 100"}).status, 200);
}

TEST_F(Monitoring, ACurveIsSetAndGivenBack) {
  const auto id = first();
  const auto indicator = form(id).json.at("indicators").at(0).at("indicator_id");
  const auto set = [&](nlohmann::json more) {
    nlohmann::json body{{"indicator_id", indicator}, {"month", 7}};
    body.update(more);
    return server_.put("/api/v1/projects/" + id + "/monitoring/curves", body);
  };
  const auto quarters = set({{"shape", "quarters"}, {"points", {"10", "30", "60", "100"}}});
  ASSERT_EQ(quarters.status, 200) << quarters.json;
  expect_kept("setCurve", quarters);
  const auto curve = quarters.json.at("indicators").at(0).at("curve");
  EXPECT_EQ(curve.at("own"), true);
  EXPECT_EQ(curve.at("due").at(6).at("share"), "40");  // July: 30 + 30 × 1/3
  EXPECT_EQ(set({{"shape", "quarters"}, {"points", {"10", "5", "60", "100"}}}).status, 400);
  EXPECT_EQ(set({{"shape", "wave"}}).status, 400);
  EXPECT_EQ(set(nlohmann::json::object()).json.at("indicators").at(0).at("curve").at("own"), false);
}

TEST_F(Monitoring, TheBoardFiltersByLightAndByWords) {
  ASSERT_EQ(send_money({{"unit", "万元"}}).status, 200);
  EXPECT_EQ(board("&light=red").at("items").size(), 1U);
  EXPECT_EQ(board("&light=none").at("items").size(), 20U);
  EXPECT_EQ(board("&quadrant=none").at("items").size(), 22U);  // no goals are reported
  EXPECT_EQ(server_.get("/api/v1/monitoring?year=2022&light=purple").status, 400);
  EXPECT_EQ(server_.get("/api/v1/monitoring?year=2022&pack=nobody").status, 404);
  EXPECT_EQ(board("&sort=name&order=desc").at("items").size(), 22U);
}

TEST_F(Monitoring, TheBoardIsAListOfAllProjects) {
  ASSERT_EQ(send_money({{"unit", "万元"}}).status, 200);
  const auto reply =
      server_.get("/api/v1/monitoring?year=2022&month=7&format=csv&light=red&limit=1");
  ASSERT_EQ(reply.status, 200);
  const std::string csv(http::bytes(reply.response.body));
  EXPECT_EQ(std::ranges::count(csv, '\n'), 2);
  EXPECT_THAT(csv, HasSubstr(",red,,0,0,0,0,"));
  EXPECT_THAT(csv, HasSubstr(",1200000,350000,29.17,50,,600000,50,0,"));
}

TEST_F(Monitoring, StatesAreComputedWhenAsked) {
  const auto reply = server_.post("/api/v1/monitoring/states", {{"year", 2022}, {"month", 9}});
  expect_kept("computeMonitoring", reply);
  EXPECT_EQ(reply.json.at("missing"), 0);
}

TEST_F(Monitoring, TheFormIsAFileOfEachFormat) {
  const auto id = first();
  const auto file = [&](const std::string& format) {
    return server_.get("/api/v1/exports?form=monitoring&year=2022&month=7&format=" + format +
                       "&project=" + id);
  };
  const auto json = file("json");
  ASSERT_EQ(json.status, 200);
  EXPECT_EQ(json.json.at("projects").size(), 1U);
  EXPECT_EQ(json.json.at("projects").at(0).at("indicators").at(0).at("light"), "not_reported");
  const auto csv = file("csv");
  EXPECT_EQ(csv.status, 200);
  EXPECT_THAT(std::string(http::bytes(csv.response.body)), HasSubstr("not_reported"));
  const auto xlsx = file("xlsx");
  EXPECT_EQ(xlsx.status, 200);
  EXPECT_TRUE(http::bytes(xlsx.response.body).starts_with("PK"));
}

TEST_F(Monitoring, TheOfficialFormShowsNoOtherBudgetAsTheInitialOne) {
  const std::string name = projects().at(0).at("name");
  const auto sent = server_.post(
      "/api/v1/money",
      {{"name", "a.csv"},
       {"content", encode_base64("项目名称,全年预算数,执行数\n" + name + ",1200000,300000\n")},
       {"year", 2022},
       {"unit", "元"},
       {"as_of", "2022-07-31"},
       {"dry_run", false}});
  ASSERT_EQ(sent.status, 200) << sent.json;
  const auto xlsx = server_.get(
      "/api/v1/exports?form=monitoring&year=2022&month=7&format=xlsx&project=" + first());
  const auto rows = test::rows_in(http::bytes(xlsx.response.body));
  EXPECT_THAT(rows, Contains(HasSubstr("年度资金总额||30|25%|51.43")))
      << "300000 ÷ 7 × 12 = 514285.71 of 1200000";
}

}  // namespace
}  // namespace jiheng::api_test
