// The source view: pages as pictures with the boxes of their rows, and rows of cells.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "domain/place.h"
#include "filled_server.h"
#include "http/uri.h"
#include "pdf_maker.h"

namespace jiheng::api_test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const std::vector<std::string> kHead{"单位名称", "项目名称", "一级指标", "二级指标",
                                     "三级指标", "计算符号", "指标值",   "单位"};

/// Two pages, a table on each; the second page's text runs up the page.
std::string two_pages() {
  PdfMaker maker;
  maker.page({kHead,
              {"甲局", "培训", "产出指标", "数量指标", "培训人数", "≥", "200", "人"},
              {"甲局", "培训", "产出指标", "质量指标", "合格程度", "≥", "95", "%"}});
  maker.page({kHead, {"甲局", "宣传", "产出指标", "数量指标", "宣传次数", "≥", "5", "次"}}, {0, 3});
  return maker.bytes();
}

class Source : public testing::Test {
 protected:
  void SetUp() override {
    const auto reply = server_.post("/api/v1/imports", {{"name", "2022.pdf"},
                                                        {"content", encode_base64(two_pages())},
                                                        {"year", 2022},
                                                        {"dry_run", false}});
    ASSERT_EQ(reply.status, 200) << reply.json;
    ASSERT_EQ(reply.json.at("indicators"), 3) << reply.json;
    document_ = "/api/v1/documents/" + reply.json.at("document_id").get<std::string>();
  }

  void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    EXPECT_THAT(contract_.violations(contract_.operation(operation), reply.status, reply.json),
                IsEmpty());
  }

  Contract contract_{Contract::load()};
  FilledServer server_{};
  std::string document_{};
};

TEST_F(Source, ADocumentSaysHowItIsShown) {
  const auto reply = server_.get(document_);
  expect_kept("getDocument", reply);
  EXPECT_EQ(reply.json.at("view"), "pages");
  EXPECT_EQ(reply.json.at("pages"), 2);
  EXPECT_EQ(reply.json.at("format"), "pdf");
  EXPECT_THAT(reply.json.at("hash").get<std::string>(), SizeIs(64));
}

TEST_F(Source, PagesHoldTheBoxesOfTheirRows) {
  const auto reply = server_.get(document_ + "/pages");
  ASSERT_EQ(reply.status, 200) << reply.json;
  expect_kept("listDocumentPages", reply);
  EXPECT_EQ(reply.json.at("total"), 2);
  const auto& pages = reply.json.at("pages");
  ASSERT_THAT(pages, SizeIs(2));
  EXPECT_EQ(pages[0].at("width"), 595);
  EXPECT_EQ(pages[0].at("height"), 842);
  EXPECT_EQ(pages[1].at("width"), 842);
  ASSERT_THAT(pages[0].at("rows"), SizeIs(2));
  ASSERT_THAT(pages[1].at("rows"), SizeIs(1));
  const auto& row = pages[0].at("rows")[0];
  EXPECT_EQ(row.at("name"), "培训人数");
  ASSERT_THAT(row.at("boxes"), SizeIs(8));
  const auto& target = row.at("boxes")[6];
  EXPECT_EQ(target.at("field"), "target");
  EXPECT_EQ(target.at("page"), 1);
  // Its cell is 70 by 20 points, the seventh of the second row.
  EXPECT_GE(target.at("left"), 480);
  EXPECT_LE(target.at("right"), 550);
  EXPECT_GE(target.at("top"), 100);
  EXPECT_LE(target.at("bottom"), 120);
  EXPECT_EQ(server_.get(document_ + "/pages?from=2&limit=1").json.at("pages")[0].at("number"), 2);
  EXPECT_THAT(server_.get(document_ + "/pages?from=3").json.at("pages"), IsEmpty());
}

TEST_F(Source, TheRowItselfHasTheSameBoxes) {
  const auto row = server_.get(document_ + "/pages").json.at("pages")[0].at("rows")[0];
  const auto reply = server_.get("/api/v1/indicators/" + row.at("id").get<std::string>());
  expect_kept("getIndicator", reply);
  EXPECT_EQ(reply.json.at("page"), 1);
  EXPECT_EQ(reply.json.at("boxes"), row.at("boxes"));
}

TEST_F(Source, APictureIsKeptForGood) {
  const auto reply = server_.get(document_ + "/pages/1?width=400");
  ASSERT_EQ(reply.status, 200) << reply.json;
  EXPECT_EQ(reply.response.headers.field("Content-Type"), "image/png");
  EXPECT_THAT(std::string(http::bytes(reply.response.body)), StartsWith("\x89PNG"));
  EXPECT_EQ(reply.response.headers.field("Cache-Control"), "private, max-age=31536000, immutable");
  const std::string tag(reply.response.headers.field("ETag").value_or(""));
  EXPECT_EQ(server_.get(document_ + "/pages/1?width=400", {{"If-None-Match", tag}}).status, 304);
  EXPECT_EQ(server_.get(document_ + "/pages/1?width=401", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(Source, WhatIsNotThereIsSaid) {
  for (const auto& [target, status] :
       std::vector<std::pair<std::string, int>>{{"/pages/3", 404},
                                                {"/pages/0", 404},
                                                {"/pages/x", 404},
                                                {"/pages/1?width=399", 400},
                                                {"/pages/1?width=2401", 400},
                                                {"/pages?limit=51", 400},
                                                {"/pages?from=0", 400},
                                                {"/rows", 415},
                                                {"/rows?indicator=x", 400}}) {
    const auto reply = server_.get(document_ + target);
    EXPECT_EQ(reply.status, status) << target << reply.json;
    EXPECT_NE(reply.json.value("detail", ""), reply.json.value("code", "")) << target;
  }
  const auto text = server_.import("table11-jiaxing-2022.txt", FilledServer::sample());
  const auto other = "/api/v1/documents/" + text.json.at("document_id").get<std::string>();
  EXPECT_EQ(server_.get(other).json.at("view"), "lines");
  EXPECT_EQ(server_.get(other).json.at("pages"), 0);
  EXPECT_EQ(server_.get(other + "/pages").status, 415);
  EXPECT_EQ(server_.get(other + "/pages/1").status, 415);
  EXPECT_EQ(server_.get(other + "/rows").status, 415);
}

TEST_F(Source, ABrokenPageIsAProblemAndTheOthersAreNot) {
  PdfMaker maker;
  maker.page({kHead, {"甲局", "体检", "产出指标", "数量指标", "体检人数", "≥", "80", "人"}});
  const auto filed = server_.post("/api/v1/imports", {{"name", "half.pdf"},
                                                      {"content", encode_base64(maker.bytes(1))},
                                                      {"year", 2023},
                                                      {"dry_run", false}});
  ASSERT_EQ(filed.status, 200) << filed.json;
  const auto half = "/api/v1/documents/" + filed.json.at("document_id").get<std::string>();
  EXPECT_EQ(server_.get(half).json.at("pages"), 2);
  EXPECT_THAT(server_.get(half + "/pages").json.at("pages"), SizeIs(2));
  const auto broken = server_.get(half + "/pages/2");
  EXPECT_EQ(broken.status, 400);
  EXPECT_EQ(broken.response.headers.field("Content-Type"), "application/problem+json");
  EXPECT_EQ(broken.response.headers.field("Cache-Control"), "no-store");
  EXPECT_EQ(broken.json.at("code"), "document.broken");
  EXPECT_EQ(broken.json.at("where"), "p2");
  EXPECT_EQ(server_.get(half + "/pages/1").status, 200);
}

constexpr const char* kWebPage =
    "<p>说明</p><table>"
    "<tr><th>单位名称<th>项目名称<th>一级指标<th>二级指标<th>三级指标<th>计算符号<th>指标值<th>"
    "单位</tr>"
    "<tr><td rowspan=2>甲局<td rowspan=2>培训<td>产出指标<td>数量指标<td>培训人数<td>≥<td>200<td>人"
    "</tr><tr><td>产出指标<td>质量指标<td>合格程度<td>≥<td>95<td>%</tr></table>";

TEST_F(Source, RowsOfCellsKnowTheirIndicators) {
  const auto filed = server_.post("/api/v1/imports", {{"name", "a.html"},
                                                      {"content", encode_base64(kWebPage)},
                                                      {"year", 2021},
                                                      {"dry_run", false}});
  ASSERT_EQ(filed.json.at("indicators"), 2) << filed.json;
  const auto web = "/api/v1/documents/" + filed.json.at("document_id").get<std::string>();
  EXPECT_EQ(server_.get(web).json.at("view"), "rows");
  const auto all = server_.get(web + "/rows");
  expect_kept("listDocumentRows", all);
  ASSERT_EQ(all.json.at("total"), 4) << all.json;
  const auto& rows = all.json.at("rows");
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_EQ(rows[1].at("fate"), "head");
  EXPECT_EQ(rows[2].at("cells")[6].at("text"), "200");
  EXPECT_EQ(rows[3].at("cells")[0].at("merged"), "below");
  EXPECT_FALSE(rows[3].contains("fate"));
  ASSERT_THAT(rows[3].at("indicators"), SizeIs(1));
  const auto& held = rows[3].at("indicators")[0];
  EXPECT_EQ(held.at("name"), "合格程度");
  EXPECT_EQ(held.at("cell"), "");
  const auto around =
      server_.get(web + "/rows?limit=2&indicator=" + held.at("id").get<std::string>());
  EXPECT_EQ(around.json.at("from"), 1);
  EXPECT_EQ(around.json.at("wanted"), 4);
  EXPECT_EQ(server_.get(web + "/rows?place=t1%20r1").json.at("wanted"), 2);
  EXPECT_EQ(server_.get(web + "/rows?place=t9%20r1").json.at("wanted"), 0);
  EXPECT_THAT(around.json.at("rows"), SizeIs(2));
  EXPECT_THAT(server_.get(web + "/rows?from=5").json.at("rows"), IsEmpty());
}

// The workbook is our own export.
TEST_F(Source, AWorksheetNamesTheCellOfATarget) {
  const auto exported = server_.get("/api/v1/exports?form=table11&year=2022&format=xlsx");
  ASSERT_EQ(exported.status, 200);
  const auto filed = server_.post("/api/v1/imports",
                                  {{"name", "a.xlsx"},
                                   {"content", encode_base64(http::bytes(exported.response.body))},
                                   {"year", 2022},
                                   {"dry_run", false}});
  ASSERT_EQ(filed.status, 200) << filed.json;
  const auto rows =
      "/api/v1/documents/" + filed.json.at("document_id").get<std::string>() + "/rows";
  const auto reply = server_.get(rows);
  expect_kept("listDocumentRows", reply);
  int seen = 0;
  for (const auto& row : reply.json.at("rows")) {
    for (const auto& held : row.at("indicators")) {
      const auto cell = held.at("cell").get<std::string>();
      ASSERT_THAT(cell, SizeIs(testing::Ge(2U)));
      EXPECT_EQ(cell.substr(1), std::to_string(row.at("row").get<int>()));
      const auto place = to_string(Place{.sheet = row.at("sheet"), .cell = cell});
      EXPECT_EQ(server_.get(rows + "?place=" + http::encode_uri(place)).json.at("wanted"),
                row.at("number"));
      const auto column = static_cast<std::size_t>(cell[0] - 'A');
      EXPECT_THAT((std::vector<std::string>{"200", "95", "5"}),
                  testing::Contains(row.at("cells").at(column).at("text").get<std::string>()));
      ++seen;
    }
  }
  EXPECT_EQ(seen, 3);
}

}  // namespace
}  // namespace jiheng::api_test
