// A self-evaluation as requests: filled, previewed, saved, proved, exported, read back.
#include "self_evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"

namespace jiheng::api_test {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Json = nlohmann::json;

class SelfEvaluationTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto reply = server_.import("自评表.xlsx", test::form_xlsx(test::self_evaluation_rows()));
    ASSERT_EQ(reply.status, 200) << reply.json;
    project_ = server_.get("/api/v1/projects?year=2023").json.at("items").at(0).at("id");
  }

  void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    EXPECT_THAT(contract_.violations(contract_.operation(operation), reply.status, reply.json),
                IsEmpty());
  }

  [[nodiscard]] std::string path() const {
    return "/api/v1/projects/" + project_ + "/self-evaluation";
  }

  Json shown() {
    const auto reply = server_.get(path());
    EXPECT_EQ(reply.status, 200) << reply.json;
    expect_kept("getSelfEvaluation", reply);
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

  static std::vector<std::string> missing_of(const Json& evaluation, std::string_view name) {
    std::vector<std::string> kinds;
    for (const auto& one : evaluation.at("missing")) {
      if (one.at("name") == name) {
        kinds.push_back(one.at("kind"));
      }
    }
    return kinds;
  }

  FilledServer::Reply upload(const std::string& bytes, bool dry_run) {
    auto reply = server_.post("/api/v1/actual-documents", {{"name", "回填.xlsx"},
                                                           {"content", encode_base64(bytes)},
                                                           {"year", 2023},
                                                           {"dry_run", dry_run}});
    expect_kept("reportDocument", reply);
    return reply;
  }

  std::string exported(const std::string& format = "xlsx") {
    const auto reply = server_.get(
        "/api/v1/exports?form=self-evaluation&year=2023&format=" + format + "&project=" + project_);
    EXPECT_EQ(reply.status, 200) << reply.json;
    return std::string(http::bytes(reply.response.body));
  }

  FilledServer server_{};
  Contract contract_{Contract::load()};
  std::string project_{};
};

TEST_F(SelfEvaluationTest, TheFormIsFilledFromWhatIsKnown) {
  const auto evaluation = shown();
  EXPECT_EQ(evaluation.at("project"), "乡村图书巡回车");
  EXPECT_EQ(evaluation.at("agency"), "某县图书馆");
  EXPECT_EQ(evaluation.at("parent_agency"), "某县文化局");
  EXPECT_EQ(evaluation.at("goal"), "巡回服务到村");
  EXPECT_EQ(evaluation.at("day"), "2023-12-31");
  ASSERT_THAT(evaluation.at("money"), SizeIs(2));
  EXPECT_EQ(evaluation.at("money").at(0).at("adjusted"), "800000");
  EXPECT_EQ(evaluation.at("money").at(0).at("rate"), "70");
  EXPECT_EQ(evaluation.at("execution").at("score"), "7");
  const auto satisfied = row(evaluation, "读者满意度");
  EXPECT_EQ(satisfied.at("target"), "≥90%");
  EXPECT_EQ(satisfied.at("score").at("score"), "9.78") << "0.88 in a percent cell is 88 %";
  EXPECT_FALSE(satisfied.at("score").at("derivation").at("steps").empty());
  EXPECT_THAT(missing_of(evaluation, "读者满意度"), testing::ElementsAre("reason", "evidence"));
  EXPECT_EQ(evaluation.at("outcome"), "已按计划开展");
  EXPECT_THAT(missing_of(evaluation, ""), testing::ElementsAre("execution"));
  // 14 are not what 部分达成 allows: the total counts 11.99, and that is said.
  EXPECT_EQ(row(evaluation, "巡回服务制度健全性").at("score").at("score"), "11.99");
  EXPECT_THAT(missing_of(evaluation, "巡回服务制度健全性"),
              testing::ElementsAre("judgement", "reason"));
}

TEST_F(SelfEvaluationTest, WhatIsTypedIsScoredAndNotKept) {
  const auto before = shown();
  const auto id = row(before, "读者满意度").at("indicator_id");
  const auto reply =
      server_.post(path() + "/preview",
                   {{"cells", {{{"indicator_id", id}, {"value", "９５％"}, {"points", "8"}}}},
                    {"outcome", "已完成"},
                    {"execution_reason", "采购推迟"}});
  ASSERT_EQ(reply.status, 200) << reply.json;
  expect_kept("previewSelfEvaluation", reply);
  EXPECT_EQ(row(reply.json, "读者满意度").at("score").at("score"), "8");
  EXPECT_THAT(missing_of(reply.json, ""), testing::ElementsAre("points"))
      << "8 instead of 10: they do not add up to 100 any more";
  EXPECT_EQ(shown(), before);
}

TEST_F(SelfEvaluationTest, SavingKeepsAllAndAStalePageIsRefused) {
  const auto before = shown();
  const Json said{
      {"revision", before.at("revision")},
      {"cells",
       {{{"indicator_id", row(before, "读者满意度").at("indicator_id")},
         {"value", "95%"},
         {"reason", "回收问卷 120 份"}},
        {{"indicator_id", row(before, "巡回服务制度健全性").at("indicator_id")}, {"score", "11"}}}},
      {"outcome", "已完成"},
      {"execution_reason", "采购推迟"}};
  const auto saved = server_.post(path(), said);
  ASSERT_EQ(saved.status, 200) << saved.json;
  expect_kept("saveSelfEvaluation", saved);
  EXPECT_EQ(row(saved.json, "读者满意度").at("value"), "95%");
  EXPECT_EQ(row(saved.json, "读者满意度").at("as_of"), "2023-12-31");
  EXPECT_EQ(row(saved.json, "巡回服务制度健全性").at("score").at("score"), "11");
  EXPECT_EQ(saved.json.at("outcome"), "已完成");
  EXPECT_THAT(missing_of(saved.json, "读者满意度"), IsEmpty());
  EXPECT_EQ(shown(), saved.json);

  auto stale = said;
  stale["cells"] = {
      {{"indicator_id", row(before, "读者满意度").at("indicator_id")}, {"value", "10%"}}};
  const auto refused = server_.post(path(), stale);
  EXPECT_EQ(refused.status, 409) << refused.json;
  EXPECT_EQ(shown(), saved.json) << "a stale page overwrites nothing";
}

TEST_F(SelfEvaluationTest, MoneyIsTypedScoredAndKept) {
  const Json money{{"initial", "800000"}, {"adjusted", "900000.50"}, {"executed", "891000"}};
  const auto typed =
      server_.post(path() + "/preview", {{"cells", Json::array()}, {"money", money}}).json;
  EXPECT_EQ(typed.at("money").at(0).at("rate"), "99");
  EXPECT_EQ(typed.at("execution").at("score"), "9.9");
  const auto before = shown();
  EXPECT_EQ(before.at("money").at(0).at("rate"), "70");
  const auto saved = server_.post(
      path(), {{"revision", before.at("revision")}, {"cells", Json::array()}, {"money", money}});
  ASSERT_EQ(saved.status, 200) << saved.json;
  EXPECT_EQ(saved.json.at("money"), typed.at("money"));
  EXPECT_NE(saved.json.at("revision"), before.at("revision"));
  const auto wrong = server_.post(
      path(), {{"revision", saved.json.at("revision")},
               {"cells", Json::array()},
               {"money", {{"initial", "1.234"}, {"adjusted", ""}, {"executed", "x"}}}});
  EXPECT_EQ(wrong.status, 400) << wrong.json;
}

TEST_F(SelfEvaluationTest, WhatMakesNoSenseIsRefusedByName) {
  const auto before = shown();
  const auto save = [&](const Json& cells) {
    return server_.post(path(), {{"revision", before.at("revision")}, {"cells", {cells}}});
  };
  const auto id = row(before, "读者满意度").at("indicator_id");
  const auto reply = save({{"indicator_id", id}, {"points", "很多"}});
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.json.value("where", ""), "读者满意度");
  EXPECT_EQ(save({{"indicator_id", id}, {"score", "-1"}}).status, 400);
  EXPECT_EQ(save({{"indicator_id", "77"}, {"value", "1"}}).status, 404);
  EXPECT_EQ(save({{"indicator_id", id}, {"colour", "1"}}).status, 400);
  EXPECT_EQ(server_.get(path() + "?profile=none").status, 404);
  EXPECT_EQ(server_.get(path() + "?as_of=31.12.2023").status, 400);
  EXPECT_EQ(server_.get("/api/v1/projects/77/self-evaluation").status, 404);
  EXPECT_EQ(shown(), before);
}

TEST_F(SelfEvaluationTest, EvidenceStandsBehindAValue) {
  const auto id = row(shown(), "读者满意度").at("indicator_id");
  const auto entered = server_.post(
      "/api/v1/projects/" + project_ + "/actuals",
      {{"as_of", "2023-12-31"}, {"values", {{{"indicator_id", id}, {"value", "88%"}}}}});
  ASSERT_EQ(entered.status, 200) << entered.json;
  expect_kept("enterActuals", entered);
  const auto actual = row(shown(), "读者满意度").at("actual_id").get<std::string>();
  EXPECT_EQ(entered.json.at("ids").at(0), actual);
  const std::string bytes("PK\0\x01", 4);
  Json sent{{"name", "C:\\问卷\\统计.xlsx"}, {"content", encode_base64(bytes)}, {"kind", "survey"}};
  const auto attached = server_.post("/api/v1/actuals/" + actual + "/evidence", sent);
  ASSERT_EQ(attached.status, 200) << attached.json;
  expect_kept("attachEvidence", attached);
  const auto message_of = [](const Json& evaluation) {
    for (const auto& one : evaluation.at("missing")) {
      if (one.at("kind") == "evidence") {
        return one.at("message").get<std::string>();
      }
    }
    return std::string();
  };
  EXPECT_NE(message_of(shown()).find("样本量"), std::string::npos) << "told, not refused";
  sent["sample"] = 120;
  ASSERT_EQ(server_.post("/api/v1/actuals/" + actual + "/evidence", sent).status, 200);
  EXPECT_EQ(message_of(shown()), "");
  const auto list = server_.get("/api/v1/projects/" + project_ + "/evidence");
  expect_kept("listEvidence", list);
  ASSERT_THAT(list.json.at("items"), SizeIs(2));
  const auto first = list.json.at("items").at(0).at("id").get<std::string>();
  const auto file = server_.get("/api/v1/evidence/" + first + "/file");
  EXPECT_EQ(http::bytes(file.response.body), bytes);
  EXPECT_EQ(file.response.headers.field("Content-Type"), "application/octet-stream");
  const auto back = server_.post("/api/v1/evidence/" + first + "/take-back", Json::object());
  EXPECT_EQ(back.status, 200) << back.json;
  expect_kept("takeBackEvidence", back);
  EXPECT_EQ(server_.post("/api/v1/evidence/" + first + "/take-back", Json::object()).status, 409);
}

TEST_F(SelfEvaluationTest, EvidenceThatIsTooLargeIsRefusedWithItsSize) {
  const auto id = row(shown(), "读者满意度").at("indicator_id");
  const auto entered = server_.post(
      "/api/v1/projects/" + project_ + "/actuals",
      {{"as_of", "2023-12-31"}, {"values", {{{"indicator_id", id}, {"value", "88%"}}}}});
  const auto path =
      "/api/v1/actuals/" + entered.json.at("ids").at(0).get<std::string>() + "/evidence";
  std::string content;  // base64 of "xxx" over and over
  while (content.size() / 4 * 3 <= std::size_t{20} << 20U) {
    content += "eHh4";
  }
  const auto reply =
      server_.post(path, {{"name", "a.pdf"}, {"content", content}, {"kind", "direct_proof"}});
  EXPECT_EQ(reply.status, 400);
  EXPECT_NE(reply.json.value("detail", "").find("21 MB"), std::string::npos) << reply.json;
}

TEST_F(SelfEvaluationTest, ValuesOfSubUnitsAreSummedAndTakenBack) {
  const auto id = row(shown(), "巡回服务场次").at("indicator_id");
  const auto values = [&](const Json& all) {
    return server_.post("/api/v1/projects/" + project_ + "/actuals",
                        {{"as_of", "2023-12-31"}, {"values", all}});
  };
  ASSERT_EQ(values({{{"indicator_id", id}, {"unit", "东片"}, {"value", "50"}},
                    {{"indicator_id", id}, {"unit", "西片"}, {"value", "40"}}})
                .status,
            200);
  const auto summed = row(shown(), "巡回服务场次");
  EXPECT_EQ(summed.at("units"), 2);
  EXPECT_EQ(summed.at("score").at("score"), "15");
  EXPECT_THAT(summed.at("score").at("derivation").at("steps").at(0).get<std::string>(),
              testing::HasSubstr("＝90场"));
  const auto words = values({{{"indicator_id", id}, {"unit", "东片"}, {"value", "很多"}}});
  EXPECT_EQ(words.status, 400);
  EXPECT_EQ(words.json.at("code"), "actuals.unit_no_number");
  EXPECT_EQ(values({{{"indicator_id", id}, {"numerator", "1"}}}).status, 400);
  EXPECT_EQ(values({{{"indicator_id", id}, {"numerator", "1"}, {"denominator", "0"}}}).status, 400);
  EXPECT_EQ(values({{{"indicator_id", id}, {"unit", "东片"}, {"value", "1"}},
                    {{"indicator_id", id}, {"unit", "东 片"}, {"value", "2"}},
                    {{"indicator_id", id}, {"unit", "东片"}, {"value", "3"}}})
                .status,
            400);
  const auto list = server_.get("/api/v1/projects/" + project_ + "/actuals");
  expect_kept("listActuals", list);
  ASSERT_THAT(list.json.at("items"), SizeIs(2));
  for (const auto& one : list.json.at("items")) {
    const auto back = server_.post(
        "/api/v1/actuals/" + one.at("id").get<std::string>() + "/take-back", Json::object());
    expect_kept("takeBackActual", back);
  }
  EXPECT_EQ(row(shown(), "巡回服务场次").at("value"), "126") << "the filed value again";
}

TEST_F(SelfEvaluationTest, APastedBlockSaysLineByLineWhereItGoes) {
  const auto paste = [&](const std::string& text, bool dry_run) {
    auto reply = server_.post("/api/v1/projects/" + project_ + "/actuals/pasted",
                              {{"as_of", "2023-12-31"}, {"text", text}, {"dry_run", dry_run}});
    EXPECT_EQ(reply.status, 200) << reply.json;
    expect_kept("pasteActuals", reply);
    std::vector<std::string> fates;
    for (const auto& line : reply.json.at("lines")) {
      fates.push_back(line.at("fate"));
    }
    return fates;
  };
  const std::string named = "三级指标\t完成值\n巡回服务场次\t130\n新购图书\t\n没有的指标\t5\n";
  EXPECT_THAT(paste(named, true), testing::ElementsAre("head", "taken", "blank", "unknown"));
  EXPECT_EQ(row(shown(), "巡回服务场次").at("value"), "126");
  paste(named, false);
  EXPECT_EQ(row(shown(), "巡回服务场次").at("value"), "130");
  EXPECT_EQ(row(shown(), "新购图书").at("value"), "4500册") << "blank is not 0";
  EXPECT_THAT(paste("130\r\n5000册\n\n\n\n\n7\n", true),
              testing::ElementsAre("same", "taken", "blank", "blank", "blank", "blank", "beyond"));
  EXPECT_THAT(paste("巡回服务场次\t≥120场\t126\n", true), testing::ElementsAre("unclear"));
  EXPECT_THAT(paste("\"巡回服务\n场次\"\t126\n", true), testing::ElementsAre("taken"));
}

TEST_F(SelfEvaluationTest, TheExportedWorkbookIsReadBackAndSaysNothingNew) {
  const auto bytes = exported();
  const auto dry = upload(bytes, true);
  ASSERT_EQ(dry.status, 200) << dry.json;
  EXPECT_EQ(dry.json.at("matched"), 6) << dry.json;
  EXPECT_EQ(dry.json.at("changed"), 0) << dry.json;
  EXPECT_EQ(dry.json.at("other_target"), 0) << dry.json;
  EXPECT_THAT(dry.json.at("moneys"), IsEmpty()) << dry.json;
  const auto before = shown();
  EXPECT_EQ(upload(bytes, false).status, 200);
  EXPECT_EQ(shown(), before);
}

TEST_F(SelfEvaluationTest, WhatAPersonChangedInTheWorkbookIsShownAndThenKept) {
  auto rows = test::self_evaluation_rows();
  rows[4] = {"", "年度资金总额", "#80", "#80", "#76", "#10", "%0.95", "#9.5"};
  rows[9][4] = "#100";
  rows[10][4] = "";
  rows[13][2] = "另一个指标";
  rows[14][3] = "≥95%";
  const auto bytes = test::form_xlsx(rows);
  const auto dry = upload(bytes, true);
  ASSERT_EQ(dry.status, 200) << dry.json;
  EXPECT_EQ(dry.json.at("unmatched"), 1);
  EXPECT_EQ(dry.json.at("blank"), 1);
  EXPECT_EQ(dry.json.at("other_target"), 1);
  ASSERT_THAT(dry.json.at("moneys"), SizeIs(1));
  EXPECT_EQ(dry.json.at("moneys").at(0).at("after").at("executed"), "760000");
  EXPECT_EQ(row(shown(), "巡回服务场次").at("value"), "126") << "a dry run keeps nothing";
  ASSERT_EQ(upload(bytes, false).status, 200);
  const auto after = shown();
  EXPECT_EQ(row(after, "巡回服务场次").at("value"), "100");
  EXPECT_EQ(row(after, "新购图书").at("value"), "4500册");
  EXPECT_EQ(after.at("money").at(0).at("rate"), "95");
  EXPECT_EQ(upload(bytes, true).json.at("changed"), 0);
}

TEST_F(SelfEvaluationTest, WhatAFormSaysOfTheProjectIsReadBack) {
  const auto texts_of = [&](const std::string& bytes, bool dry) {
    const auto reply = upload(bytes, dry);
    EXPECT_EQ(reply.status, 200) << reply.json;
    return reply.json.at("texts");
  };
  const Json said{{"revision", shown().at("revision")},
                  {"cells", Json::array()},
                  {"outcome", "服务 126 场"},
                  {"execution_reason", "采购流标"}};
  ASSERT_EQ(server_.post(path(), said).status, 200);
  EXPECT_THAT(texts_of(exported(), true), IsEmpty()) << "our own form says what is known";

  auto rows = test::self_evaluation_rows();
  rows.push_back({"预算执行情况说明：车辆改装尾款未付"});
  const auto both = texts_of(test::form_xlsx(rows), false);
  ASSERT_THAT(both, SizeIs(2));
  EXPECT_EQ(both.at(0).at("part"), "outcome");
  EXPECT_EQ(both.at(0).at("before"), "服务 126 场");
  EXPECT_EQ(both.at(0).at("after"), "已按计划开展");
  EXPECT_EQ(both.at(0).at("place"), "表1!F8");
  EXPECT_EQ(both.at(1).at("part"), "execution");
  EXPECT_EQ(shown().at("outcome"), "已按计划开展");
  EXPECT_EQ(shown().at("execution_reason"), "车辆改装尾款未付");
  rows[7][5] = "";
  EXPECT_THAT(texts_of(test::form_xlsx(rows), true), IsEmpty()) << "blank says nothing";
}

TEST_F(SelfEvaluationTest, TheYearIsListedWithWhatIsMissing) {
  const auto list = server_.get("/api/v1/self-evaluations?year=2023&sort=total&order=desc");
  ASSERT_EQ(list.status, 200) << list.json;
  expect_kept("listSelfEvaluations", list);
  ASSERT_THAT(list.json.at("items"), SizeIs(1));
  EXPECT_EQ(list.json.at("items").at(0).at("values"), 6);
  EXPECT_EQ(list.json.at("items").at(0).at("missing"), shown().at("missing").size());
  EXPECT_THAT(server_.get("/api/v1/self-evaluations?year=2023&missing=false").json.at("items"),
              IsEmpty());
  const auto counts = server_.get("/api/v1/self-evaluations/counts?year=2023");
  expect_kept("countSelfEvaluations", counts);
  EXPECT_EQ(counts.json.at("total"), 1);
  EXPECT_EQ(counts.json.at("whole"), 0);
  EXPECT_EQ(counts.json.at("grades").at(0).at("grade"), list.json.at("items").at(0).at("grade"));
  const auto csv = server_.get("/api/v1/self-evaluations?year=2023&format=csv");
  EXPECT_NE(http::bytes(csv.response.body).find("乡村图书巡回车"), std::string_view::npos);
  EXPECT_NE(exported("csv").find("预算执行率"), std::string::npos);
  EXPECT_EQ(Json::parse(exported("json")).at("projects").at(0).at("rows").size(), 6U);
}

TEST(SelfEvaluationOfTargets, PagesOfAYearAreTheSameListHoweverTheyAreScored) {
  const FilledServer server;
  ASSERT_EQ(server.import("table11.txt", FilledServer::sample()).status, 200);
  const auto listed = [&](const std::string& query) {
    Json items = Json::array();
    std::string cursor;
    do {
      const auto page = server.get("/api/v1/self-evaluations?year=2022&limit=5&" + query +
                                   (cursor.empty() ? "" : "&cursor=" + cursor));
      EXPECT_EQ(page.status, 200) << page.json;
      EXPECT_EQ(page.json.at("total"), 22);
      EXPECT_EQ(page.json.at("total_is_exact"), true);
      items.insert(items.end(), page.json.at("items").begin(), page.json.at("items").end());
      cursor = page.json.at("next").is_null() ? "" : page.json.at("next").get<std::string>();
    } while (!cursor.empty());
    return items;
  };
  for (const std::string order : {"sort=document", "sort=name&order=desc", "sort=agency"}) {
    const auto some = listed(order);
    EXPECT_THAT(some, SizeIs(22)) << order;
    // Something is missing of each, and asking for that scores them all.
    EXPECT_EQ(some, listed(order + "&missing=true")) << order;
  }
}

TEST(SelfEvaluationOfTargets, PointsAreProposedUntilAPersonAcceptsThem) {
  const FilledServer server;
  ASSERT_EQ(server.import("table11.txt", FilledServer::sample()).status, 200);
  const auto projects = server.get("/api/v1/projects?year=2022&limit=200").json.at("items");
  const auto path_of = [](const Json& project) {
    return "/api/v1/projects/" + project.at("id").get<std::string>() + "/self-evaluation";
  };
  const auto path = path_of(projects.at(0));
  const auto proposed = server.get(path).json;
  EXPECT_EQ(proposed.at("total").at("points"), "100") << proposed.at("rows");
  for (const auto& one : proposed.at("rows")) {
    EXPECT_TRUE(one.at("points_proposed"));
  }
  const auto& first = proposed.at("rows").at(0);
  const auto saved = server.post(
      path,
      {{"revision", proposed.at("revision")},
       {"cells", {{{"indicator_id", first.at("indicator_id")}, {"points", first.at("points")}}}}});
  ASSERT_EQ(saved.status, 200) << saved.json;
  EXPECT_FALSE(saved.json.at("rows").at(0).at("points_proposed"));
  EXPECT_TRUE(saved.json.at("rows").at(1).at("points_proposed")) << "nobody has taken it";
  EXPECT_EQ(saved.json.at("total").at("points"), "100");
}

}  // namespace
}  // namespace jiheng::api_test
