// The queue of doubtful rows and what is remembered of them, by the API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"
#include "pdf_maker.h"
#include "xlsx_maker.h"

namespace jiheng::api_test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const std::vector<std::string> kHead{"单位名称", "项目名称", "一级指标", "二级指标",
                                     "三级指标", "计算符号", "指标值",   "单位"};

using Table = std::vector<std::vector<std::string>>;

Table table(const std::string& last) {
  return {kHead,
          {"甲局", "培训", "产出指标", "数量指标", "培训人数", "", "200", "人"},
          {"甲局", "培训", "产出指标", "质量指标", last, "≥", "95", "%"}};
}

std::string pdf(const std::string& last) {
  PdfMaker maker;
  maker.page(table(last));
  return maker.bytes();
}

/// A title over the same table.
std::string worksheet(const Table& rows) {
  std::string cells = "<row r='1'><c r='A1' t='inlineStr'><is><t>项目绩效目标表</t></is></c></row>";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto number = std::to_string(r + 2);
    cells += "<row r='" + number + "'>";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      cells += std::string("<c r='") + static_cast<char>('A' + c) + number +
               "' t='inlineStr'><is><t>" + rows[r][c] + "</t></is></c>";
    }
    cells += "</row>";
  }
  return test::make_xlsx({.sheet = "<sheetData>" + cells + "</sheetData>"});
}

std::string csv(const Table& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      text += (c == 0 ? "" : ",") + row[c];
    }
    text += "\n";
  }
  return text;
}

class DoubtfulRows : public testing::Test {
 protected:
  FilledServer::Reply import(const std::string& bytes, bool dry_run, int year = 2022) {
    return server_.post("/api/v1/imports", {{"name", "表11.pdf"},
                                            {"content", encode_base64(bytes)},
                                            {"year", year},
                                            {"dry_run", dry_run}});
  }

  FilledServer::Reply remember(const nlohmann::json& body) {
    const auto reply = server_.post("/api/v1/corrections", body);
    expect_kept("remember", reply);
    return reply;
  }

  nlohmann::json queue(const std::string& more = {}) {
    const auto reply = server_.get("/api/v1/doubts?year=2022" + more);
    EXPECT_EQ(reply.status, 200) << reply.json;
    expect_kept("listDoubts", reply);
    return reply.json;
  }

  void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    EXPECT_THAT(contract_.violations(contract_.operation(operation), reply.status, reply.json),
                IsEmpty());
  }

  Contract contract_{Contract::load()};
  FilledServer server_{};
  std::string bytes_{pdf("合格程度")};
};

TEST_F(DoubtfulRows, ADryRunShowsThemWithTheirPlace) {
  const auto reply = import(bytes_, true);
  expect_kept("importDocument", reply);
  const auto& doubts = reply.json.at("doubts");
  ASSERT_THAT(doubts, SizeIs(1));
  EXPECT_EQ(doubts[0].at("page"), 1);
  EXPECT_THAT(doubts[0].at("boxes"), SizeIs(7));
  EXPECT_EQ(doubts[0].at("doubt")[0].at("code"), "comparator_missing");
  EXPECT_EQ(doubts[0].at("doubt")[0].at("sentence"), "计算符号一格是空的");
  EXPECT_EQ(doubts[0].at("filed").at("measure"), "人");
  EXPECT_EQ(doubts[0].at("readings")[0].at("level3"), "培训人数");
  ASSERT_THAT(reply.json.at("layouts"), SizeIs(1));
  EXPECT_EQ(reply.json.at("layouts")[0].at("columns")[4].at("role"), "level3");
  EXPECT_EQ(reply.json.at("layouts")[0].at("columns")[4].at("head"), "三级指标");
}

TEST_F(DoubtfulRows, LayoutAndRowAreTheSameInEveryFormat) {
  const auto as_pdf = import(bytes_, true).json;
  for (const auto& other : {worksheet(table("满意程度")), csv(table("满意程度"))}) {
    const auto report = import(other, true, 2024).json;
    ASSERT_THAT(report.value("doubts", nlohmann::json::array()), SizeIs(1)) << report;
    EXPECT_NE(report.at("format"), as_pdf.at("format"));
    EXPECT_EQ(report.at("layouts")[0].at("layout"), as_pdf.at("layouts")[0].at("layout"));
    EXPECT_EQ(report.at("doubts")[0].at("row"), as_pdf.at("doubts")[0].at("row"));
  }
}

TEST_F(DoubtfulRows, ACorrectionIsRememberedListedAndTakenBack) {
  const auto report = import(bytes_, true).json;
  const auto& row = report.at("doubts")[0];
  auto reading = row.at("readings")[0];
  reading["comparator"] = ">=";
  const auto made = remember({{"verdict", "corrected"},
                              {"row", row.at("row")},
                              {"seen", row.at("readings")},
                              {"readings", {reading}},
                              {"document",
                               {{"name", "表11.pdf"},
                                {"hash", report.at("hash")},
                                {"place", row.at("place")},
                                {"text", "培训人数 200 人"}}}});
  ASSERT_EQ(made.status, 200) << made.json;
  EXPECT_EQ(made.json.at("before")[0].at("comparator"), "");
  EXPECT_EQ(made.json.at("after")[0].at("comparator"), ">=");
  EXPECT_EQ(made.json.at("author"), "local");
  EXPECT_EQ(made.json.at("document_id"), nullptr);

  const auto again = import(bytes_, false);
  EXPECT_EQ(again.json.at("remembered"), 1);
  EXPECT_EQ(again.json.at("doubtful"), 0);
  EXPECT_EQ(again.json.at("remembered_rows")[0].at("correction_id"), made.json.at("id"));
  const auto other = import(pdf("满意程度"), true, 2023);
  EXPECT_EQ(other.json.at("remembered"), 1);
  EXPECT_THAT(other.json.at("doubts"), IsEmpty());

  const auto list = server_.get("/api/v1/corrections?state=living&q=培训");
  expect_kept("listCorrections", list);
  ASSERT_THAT(list.json.at("items"), SizeIs(1));
  EXPECT_EQ(list.json.at("items")[0].at("document_id"), again.json.at("document_id"));
  const auto back = server_.post(
      "/api/v1/corrections/" + made.json.at("id").get<std::string>() + "/take-back", {{}});
  EXPECT_EQ(back.status, 400);
  const auto ended =
      server_.post("/api/v1/corrections/" + made.json.at("id").get<std::string>() + "/take-back",
                   nlohmann::json::object());
  expect_kept("takeBack", ended);
  EXPECT_EQ(ended.json.at("state"), "taken_back");
  EXPECT_EQ(ended.json.at("may").at("undo"), false);
  EXPECT_EQ(import(pdf("满意程度"), true, 2023).json.at("remembered"), 0);
}

TEST_F(DoubtfulRows, FiledOnesAreDecidedAndTheirDocumentIsReadAnew) {
  const auto filed = import(bytes_, false).json;
  const auto document = filed.at("document_id").get<std::string>();
  const auto before = queue("&reason=comparator_missing&document=" + document);
  ASSERT_THAT(before.at("items"), SizeIs(1));
  const auto& row = before.at("items")[0];
  EXPECT_EQ(row.at("document_name"), "表11.pdf");
  EXPECT_EQ(row.at("import_id"), filed.at("id"));
  EXPECT_EQ(before.at("reasons")[0].at("rows"), 1);
  ASSERT_EQ(remember({{"verdict", "rejected"}, {"row", row.at("row")}}).status, 200);
  const auto after = queue();
  EXPECT_THAT(after.at("items"), IsEmpty());
  ASSERT_THAT(after.at("waiting"), SizeIs(1));
  EXPECT_EQ(after.at("waiting")[0].at("document_id"), document);
  const auto anew =
      server_.post("/api/v1/documents/" + document + "/readings", {{"dry_run", false}});
  expect_kept("readAnew", anew);
  EXPECT_EQ(anew.json.at("outcome"), "new_version");
  EXPECT_EQ(anew.json.at("indicators"), 1);
  EXPECT_EQ(anew.json.at("changes").at("gone"), 1);
  EXPECT_THAT(queue().at("waiting"), IsEmpty());
}

TEST_F(DoubtfulRows, AFiledRowSaysWhyItIsInDoubt) {
  import(bytes_, false);
  const auto reply = server_.get("/api/v1/indicators?year=2022&q=培训人数");
  expect_kept("listIndicators", reply);
  EXPECT_EQ(reply.json.at("items")[0].at("doubt"), nlohmann::json({"comparator_missing"}));
  EXPECT_EQ(reply.json.at("items")[0].at("repaired"), nlohmann::json::array());
}

TEST_F(DoubtfulRows, AColumnIsMapped) {
  const auto layout = import(bytes_, true).json.at("layouts")[0];
  const auto made = remember({{"verdict", "mapped"},
                              {"layout", layout.at("layout")},
                              {"column", 7},
                              {"head", "单位"},
                              {"role", ""},
                              {"role_before", "measure"}});
  ASSERT_EQ(made.status, 200) << made.json;
  EXPECT_EQ(made.json.at("column"), 7);
  EXPECT_EQ(made.json.at("role_before"), "measure");
  EXPECT_EQ(made.json.at("role"), "");
  const auto report = import(bytes_, true).json;
  EXPECT_EQ(report.at("preview")[0].at("measure"), "");
  EXPECT_EQ(report.at("remembered"), 2);
  EXPECT_EQ(report.at("layouts")[0].at("columns")[7].at("correction_id"), made.json.at("id"));
}

TEST_F(DoubtfulRows, WhatCannotBeRememberedIsSaid) {
  const std::string row(32, 'a');
  const auto reading = [](const char* comparator) {
    nlohmann::json json{{"comparator", comparator}};
    for (const auto* name :
         {"agency", "project", "level1", "level2", "level3", "target", "measure", "points"}) {
      json[name] = "x";
    }
    return json;
  };
  const std::vector<nlohmann::json> wrong{
      nlohmann::json::object(),
      {{"verdict", "surprise"}},
      {{"verdict", "confirmed"}, {"row", "x"}},
      {{"verdict", "corrected"}, {"row", row + "/" + row}},
      {{"verdict", "corrected"}, {"row", row + "/" + row}, {"readings", {reading("~")}}},
      {{"verdict", "corrected"}, {"row", row + "/" + row}, {"readings", {{{"level3", "x"}}}}},
      {{"verdict", "mapped"}, {"layout", row}, {"column", -1}, {"role", ""}},
      {{"verdict", "mapped"}, {"layout", row}, {"column", 1}, {"role", "colour"}},
      {{"verdict", "confirmed"}, {"row", row + "/" + row}, {"document", {{"size", 1}}}},
      {{"verdict", "confirmed"}, {"row", row + "/" + row}, {"region", "33"}}};
  for (const auto& body : wrong) {
    const auto reply = remember(body);
    EXPECT_EQ(reply.status, 400) << body;
    EXPECT_NE(reply.json.value("detail", ""), reply.json.value("code", "")) << body;
  }
  EXPECT_EQ(server_.post("/api/v1/corrections/1/take-back", nlohmann::json::object()).status, 404);
  EXPECT_EQ(server_.post("/api/v1/documents/1/readings", {{"dry_run", true}}).status, 404);
  EXPECT_THAT(server_.get("/api/v1/corrections").json.at("items"), IsEmpty());
}

TEST_F(DoubtfulRows, APageOfADocumentThatIsNotFiledIsPainted) {
  const auto ask = [&](const std::string& bytes, int page, int width) {
    return server_.post("/api/v1/page-pictures",
                        {{"content", encode_base64(bytes)}, {"page", page}, {"width", width}});
  };
  const auto reply = ask(bytes_, 1, 400);
  ASSERT_EQ(reply.status, 200) << reply.json;
  expect_kept("paintPage", reply);
  EXPECT_EQ(reply.json.at("width"), 595);
  EXPECT_EQ(reply.json.at("total"), 1);
  EXPECT_THAT(reply.json.at("content").get<std::string>(), StartsWith("iVBORw0KGgo"));
  EXPECT_EQ(ask(bytes_, 2, 400).status, 404);
  EXPECT_EQ(ask(bytes_, 0, 400).status, 400);
  EXPECT_EQ(ask(bytes_, 1, 399).status, 400);
  EXPECT_EQ(ask("no document", 1, 400).status, 400);
}

}  // namespace
}  // namespace jiheng::api_test
