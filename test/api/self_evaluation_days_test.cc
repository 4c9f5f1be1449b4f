// What was said of July on the form of December, and what a form says that is not kept.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"
#include "self_evaluation.h"
#include "sheet_rows.h"

namespace jiheng::api_test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Json = nlohmann::json;

class SelfEvaluationDays : public testing::Test {
 protected:
  void SetUp() override {
    const auto reply = server_.import("自评表.xlsx", test::form_xlsx(test::self_evaluation_rows()));
    ASSERT_EQ(reply.status, 200) << reply.json;
    project_ = server_.get("/api/v1/projects?year=2023").json.at("items").at(0).at("id");
  }

  [[nodiscard]] std::string path() const {
    return "/api/v1/projects/" + project_ + "/self-evaluation";
  }

  [[nodiscard]] Json shown(const std::string& query = {}) const {
    const auto reply = server_.get(path() + query);
    EXPECT_EQ(reply.status, 200) << reply.json;
    static const Contract kContract = Contract::load();
    EXPECT_THAT(
        kContract.violations(kContract.operation("getSelfEvaluation"), reply.status, reply.json),
        IsEmpty());
    return reply.json;
  }

  static Json row(const Json& evaluation, std::string_view name) {
    for (const auto& one : evaluation.at("rows")) {
      if (one.at("name") == name) {
        return one;
      }
    }
    ADD_FAILURE() << "no row " << name;
    return {};
  }

  /// The names of what is not of the year's end, "" for the money.
  static std::vector<std::string> older(const Json& evaluation) {
    std::vector<std::string> names;
    for (const auto& one : evaluation.at("missing")) {
      if (one.at("kind") == "year_end") {
        names.push_back(one.at("name"));
      }
    }
    return names;
  }

  Json save(Json more, const std::string& day = "2023-12-31") const {
    Json body{{"revision", shown().at("revision")}, {"as_of", day}, {"cells", Json::array()}};
    body.update(more);
    const auto saved = server_.post(path(), body);
    EXPECT_EQ(saved.status, 200) << saved.json;
    return saved.json;
  }

  [[nodiscard]] std::string say(std::string_view name, const std::string& value,
                                const std::string& day) const {
    const auto entered = server_.post(
        "/api/v1/projects/" + project_ + "/actuals",
        {{"as_of", day},
         {"values",
          {{{"indicator_id", row(shown(), name).at("indicator_id")}, {"value", value}}}}});
    EXPECT_EQ(entered.status, 200) << entered.json;
    return entered.json.at("ids").at(0);
  }

  Json upload(const std::vector<test::FormCells>& rows) const {
    const auto reply =
        server_.post("/api/v1/actual-documents", {{"name", "回填.xlsx"},
                                                  {"content", encode_base64(test::form_xlsx(rows))},
                                                  {"year", 2023},
                                                  {"dry_run", true}});
    EXPECT_EQ(reply.status, 200) << reply.json;
    static const Contract kContract = Contract::load();
    EXPECT_THAT(
        kContract.violations(kContract.operation("reportDocument"), reply.status, reply.json),
        IsEmpty());
    return reply.json;
  }

  [[nodiscard]] std::string exported(const std::string& format) const {
    const auto reply = server_.get(
        "/api/v1/exports?form=self-evaluation&year=2023&format=" + format + "&project=" + project_);
    EXPECT_EQ(reply.status, 200) << reply.json;
    return std::string(http::bytes(reply.response.body));
  }

  FilledServer server_{};
  std::string project_{};
};

TEST_F(SelfEvaluationDays, AValueOfJulyIsNotTheYearsResultUntilSomebodySaysSo) {
  EXPECT_THAT(older(shown()), IsEmpty()) << "the filed row's own value has no day";
  const auto id = row(shown(), "巡回服务场次").at("indicator_id");
  ASSERT_NE(say("巡回服务场次", "60", "2023-07-31"), "");
  const auto december = shown();
  const auto sixty = row(december, "巡回服务场次");
  EXPECT_EQ(sixty.at("as_of"), "2023-07-31");
  EXPECT_THAT(sixty.at("score").at("derivation").at("steps").at(0).get<std::string>(),
              HasSubstr("2023-07-31"));
  EXPECT_THAT(older(december), testing::ElementsAre("巡回服务场次"));
  EXPECT_THAT(older(shown("?as_of=2023-09-30")), IsEmpty()) << "the year has not ended";
  EXPECT_THAT(exported("csv"), HasSubstr(",2023-07-31\n"));
  const auto json = Json::parse(exported("json")).at("projects").at(0);
  EXPECT_EQ(json.at("day"), "2023-12-31");
  EXPECT_EQ(json.at("rows").at(0).at("as_of"), "2023-07-31");
  EXPECT_EQ(json.at("rows").at(1).at("as_of"), nullptr);
  EXPECT_THAT(test::rows_in(exported("xlsx")),
              Contains(HasSubstr("早于 2023-12-31，以后没有报过：巡回服务场次（2023-07-31）")));

  const auto said = save({{"cells", {{{"indicator_id", id}, {"value", "60"}}}}});
  EXPECT_EQ(row(said, "巡回服务场次").at("as_of"), "2023-12-31") << "the same value, said anew";
  EXPECT_THAT(older(said), IsEmpty());
}

TEST_F(SelfEvaluationDays, MoneyOfJulyIsNotTheYearsExecution) {
  Json money{{"initial", "800000"}, {"adjusted", "800000"}, {"executed", "300000"}};
  save({{"money", money}}, "2023-07-31");
  const auto december = shown();
  EXPECT_EQ(december.at("money").at(0).at("executed"), "300000");
  EXPECT_EQ(december.at("money").at(0).at("as_of"), "2023-07-31");
  EXPECT_THAT(older(december), testing::ElementsAre(""));
  EXPECT_THAT(december.at("execution").at("derivation").at("steps").at(0).get<std::string>(),
              HasSubstr("2023-07-31"));
  money["adjusted"] = "900000";
  const auto budget = save({{"money", money}});
  EXPECT_EQ(budget.at("money").at(0).at("adjusted"), "900000");
  EXPECT_EQ(budget.at("money").at(0).at("as_of"), "2023-07-31") << "a budget is no execution";
  EXPECT_THAT(older(budget), testing::ElementsAre(""));
  const auto same = save({{"money", money}});
  EXPECT_EQ(same.at("money").at(0).at("as_of"), "2023-12-31");
  EXPECT_THAT(older(same), IsEmpty());
}

TEST_F(SelfEvaluationDays, ABadAmountSaysWhatTheFormCountsIn) {
  const auto refused =
      server_.post(path(), {{"revision", shown().at("revision")},
                            {"cells", Json::array()},
                            {"money", {{"initial", ""}, {"adjusted", ""}, {"executed", "五十"}}}});
  EXPECT_EQ(refused.status, 400) << refused.json;
  EXPECT_THAT(refused.json.value("detail", ""), HasSubstr("万元"));
}

TEST_F(SelfEvaluationDays, EvidenceOfJulyProvesNothingOfDecember) {
  const auto july = say("读者满意度", "86%", "2023-07-31");
  const auto attached =
      server_.post("/api/v1/actuals/" + july + "/evidence", {{"name", "问卷.xlsx"},
                                                             {"content", encode_base64("PK")},
                                                             {"kind", "survey"},
                                                             {"sample", 120}});
  ASSERT_EQ(attached.status, 200) << attached.json;
  ASSERT_NE(say("读者满意度", "88%", "2023-12-31"), "");
  const auto evidence = [&](const std::string& query) {
    return row(shown(query), "读者满意度").at("evidence");
  };
  ASSERT_THAT(evidence(""), SizeIs(1));
  EXPECT_EQ(evidence("").at(0).at("current"), false);
  EXPECT_EQ(evidence("?as_of=2023-07-31").at(0).at("current"), true);
}

TEST_F(SelfEvaluationDays, WordsAreKeptAsTheyWereTyped) {
  const std::string words = "受疫情影响，线下活动减少；已改为…（线上）";
  const auto id = row(shown(), "新购图书").at("indicator_id");
  const auto saved = save({{"cells", {{{"indicator_id", id}, {"reason", " " + words}}}},
                           {"outcome", "已完成：服务 126 场；"},
                           {"execution_reason", "采购流标（一次）"}});
  EXPECT_EQ(row(saved, "新购图书").at("reason"), words);
  EXPECT_EQ(saved.at("outcome"), "已完成：服务 126 场；");
  EXPECT_EQ(saved.at("execution_reason"), "采购流标（一次）");
}

TEST_F(SelfEvaluationDays, TheLayoutHasItsFourRowsOfMoney) {
  const auto rows = test::rows_in(exported("xlsx"));
  for (const auto* label : {"年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"}) {
    EXPECT_THAT(rows, Contains(HasSubstr(label))) << label;
  }
  EXPECT_THAT(rows, Not(Contains(HasSubstr("|财政拨款|"))));
}

TEST_F(SelfEvaluationDays, TextInACellOfMoneyIsTold) {
  auto rows = test::self_evaluation_rows();
  rows[4][4] = "五十";
  const auto told = upload(rows).at("unread_moneys");
  ASSERT_THAT(told, SizeIs(1)) << "dashes of other cells stand for a blank";
  EXPECT_EQ(told.at(0).at("text"), "五十");
  EXPECT_EQ(told.at(0).at("column"), "全年执行数");
  EXPECT_EQ(told.at(0).at("source"), "");
  EXPECT_EQ(told.at(0).at("place"), "表1!E5");
}

TEST_F(SelfEvaluationDays, AComputedScoreIsNoNewsAndTheCountsAddUp) {
  auto rows = test::self_evaluation_rows();
  rows[9][4] = "";
  rows[10][6] = "#15";
  rows[13][6] = "#11";
  const auto report = upload(rows);
  const auto of = [&](std::string_view name) {
    for (const auto& one : report.at("rows")) {
      if (one.at("name") == name) {
        return one;
      }
    }
    return Json();
  };
  EXPECT_THAT(of("新购图书").at("changes"), IsEmpty());
  EXPECT_EQ(of("新购图书").at("other_score").at("after"), "15");
  EXPECT_EQ(of("新购图书").at("other_score").at("before"), "11.25");
  ASSERT_THAT(of("巡回服务制度健全性").at("changes"), SizeIs(1)) << "a person judges a level";
  EXPECT_EQ(of("巡回服务制度健全性").at("changes").at(0).at("field"), "score");
  EXPECT_EQ(report.at("matched"), 6);
  EXPECT_EQ(report.at("changed").get<int>() + report.at("same").get<int>() +
                report.at("blank").get<int>(),
            6);
}

}  // namespace
}  // namespace jiheng::api_test
