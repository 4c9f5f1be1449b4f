// The source view: pages as pictures with the boxes of their rows, and rows of cells.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"
#include "http/json.h"
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
  ASSERT_THAT(row.at("boxes"), SizeIs(6));
  const auto& target = row.at("boxes")[4];
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

// Rows of cells are made from any document; a PDF stands in for the formats that are shown so.
TEST_F(Source, RowsOfCellsKnowTheirIndicators) {
  const auto id = std::stoll(document_.substr(document_.rfind('/') + 1));
  const auto stored = app::stored_document(server_.workspace(), id);
  ASSERT_TRUE(stored);
  const auto all = app::source_rows(server_.workspace(), *stored, {.limit = 100});
  ASSERT_TRUE(all);
  EXPECT_EQ(all->total, 5);
  ASSERT_THAT(all->rows, SizeIs(5));
  EXPECT_EQ(all->rows[0].fate, "head");
  ASSERT_THAT(all->rows[2].indicators, SizeIs(1));
  EXPECT_EQ(all->rows[2].indicators[0].name, "合格程度");
  EXPECT_EQ(all->rows[2].fate, "");
  const auto wanted = all->rows[4].indicators.at(0).indicator_id;
  const auto around =
      app::source_rows(server_.workspace(), *stored, {.limit = 2, .indicator = wanted});
  ASSERT_TRUE(around);
  EXPECT_EQ(around->from, 1);
  EXPECT_THAT(around->rows, SizeIs(2));
  EXPECT_THAT(app::source_rows(server_.workspace(), *stored, {.from = 6, .limit = 9})->rows,
              IsEmpty());
  const auto reply = http::document_rows_json(*stored, *all);
  EXPECT_THAT(contract_.violations({{"$ref", "#/components/schemas/DocumentRows"}},
                                   nlohmann::json::parse(reply.dump())),
              IsEmpty());
  EXPECT_EQ(reply["rows"][1]["cells"][6]["text"], "200");
}

}  // namespace
}  // namespace jiheng::api_test
