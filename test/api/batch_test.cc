// Archives, what an import changes by name, and sentences for who sees a page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"
#include "zip_writer.h"

namespace jiheng::api_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Json = nlohmann::json;

std::string table(const std::vector<std::string>& names) {
  std::string text =
      "2022年项目支出绩效\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";
  for (const auto& name : names) {
    text += "甲局,项目A,产出指标,数量指标," + name + ",≥,5,场\n";
  }
  return text;
}

std::vector<std::string> numbered(const std::string& name, int count) {
  std::vector<std::string> names;
  for (int i = 1; i <= count; ++i) {
    names.push_back(name + std::to_string(i));
  }
  return names;
}

class Batch : public testing::Test {
 protected:
  void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    EXPECT_THAT(contract_.violations(contract_.operation(operation), reply.status, reply.json),
                IsEmpty())
        << reply.json;
  }

  FilledServer::Reply unpack(const std::string& bytes) {
    return server_.post("/api/v1/archives?lang=zh",
                        {{"name", "C:\\in\\all.zip"}, {"content", encode_base64(bytes)}});
  }

  FilledServer::Reply post(Json members, const char* lang = "zh") {
    return server_.post(std::string("/api/v1/imports?lang=") + lang, members);
  }

  FilledServer server_{};
  Contract contract_{Contract::load()};
};

TEST_F(Batch, AnArchiveGivesItsDocumentsAndABrokenOneItsProblem) {
  const auto reply = unpack(test::make_zip({{"2024/表11.csv", table({"培训", "检查"})},
                                            {"内.zip", test::make_zip({{"a.csv", "x"}})},
                                            {"b.csv", "b"}}));
  ASSERT_EQ(reply.status, 200) << reply.json;
  expect_kept("unpackArchive", reply);
  EXPECT_EQ(reply.json.at("name"), "all.zip");
  const auto& documents = reply.json.at("documents");
  ASSERT_THAT(documents, SizeIs(3));
  EXPECT_EQ(documents[0].at("name"), "2024/表11.csv");
  EXPECT_EQ(documents[0].at("size"), table({"培训", "检查"}).size());
  EXPECT_EQ(documents[1].at("problem").at("code"), "archive.nested");
  EXPECT_THAT(documents[1].at("problem").at("detail"), HasSubstr("内.zip"));
  EXPECT_FALSE(documents[1].contains("content"));
  EXPECT_EQ(documents[2].at("content"), encode_base64("b"));
  // What it gives is what an import takes.
  const auto import =
      post({{"name", "表11.csv"}, {"content", documents[0].at("content")}, {"dry_run", true}});
  EXPECT_EQ(import.json.at("indicators"), 2) << import.json;
}

TEST_F(Batch, WhatIsNoArchiveIsToldSo) {
  for (const auto* bytes : {"a,b", "PK\x03\x04 broken"}) {
    const auto reply = unpack(bytes);
    EXPECT_EQ(reply.status, 400) << reply.json;
    expect_kept("unpackArchive", reply);
  }
  EXPECT_EQ(unpack("a,b").json.at("code"), "filing.no_archive");
}

TEST_F(Batch, AnArchiveIsNoDocument) {
  for (const test::Parts& parts :
       {test::Parts{{"a.csv", "x"}, {"b.csv", "y"}}, test::Parts{{"empty.csv", ""}},
        test::Parts{{".DS_Store", "x"}}}) {
    const auto reply = server_.import("all.zip", test::make_zip(parts), true);
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.json.at("code"), "filing.is_archive") << parts.front().first;
    EXPECT_THAT(reply.json.at("detail"), HasSubstr("/api/v1/archives"));
  }
}

TEST_F(Batch, AFirstFilingNamesNoRowsForAllAreNew) {
  const auto reply = server_.import("a.csv", table({"培训", "检查"}), true);
  ASSERT_EQ(reply.status, 200) << reply.json;
  EXPECT_EQ(reply.json.at("changes").at("new"), 2);
  EXPECT_THAT(reply.json.at("changes").at("new_rows"), IsEmpty());
}

TEST_F(Batch, NewAndVanishedRowsAreNamedWithTheirPlaces) {
  const auto first = server_.import("a.csv", table({"培训", "检查", "走访"}));
  ASSERT_EQ(first.status, 200) << first.json;
  const auto check = [&](const FilledServer::Reply& reply, const std::string& operation) {
    ASSERT_EQ(reply.status, 200) << reply.json;
    expect_kept(operation, reply);
    const auto& changes = reply.json.at("changes");
    ASSERT_THAT(changes.at("new_rows"), SizeIs(1));
    EXPECT_EQ(changes.at("new_rows")[0], (Json{{"agency", "甲局"},
                                               {"project", "项目A"},
                                               {"name", "宣传"},
                                               {"place", "line 4"},
                                               {"document_id", nullptr}}));
    ASSERT_THAT(changes.at("gone_rows"), SizeIs(2));
    EXPECT_EQ(changes.at("gone_rows")[0], (Json{{"agency", "甲局"},
                                                {"project", "项目A"},
                                                {"name", "培训"},
                                                {"place", "line 3"},
                                                {"document_id", first.json.at("document_id")}}));
    EXPECT_EQ(changes.at("gone_rows")[1].at("place"), "line 4");
    EXPECT_EQ(changes.at("rows_cut"), false);
  };
  const auto second = table({"走访", "宣传"});
  check(server_.import("b.csv", second, true), "importDocument");
  check(server_.import("b.csv", second), "importDocument");
  const auto id = server_.get("/api/v1/imports").json.at("items")[0].at("id").get<std::string>();
  check(server_.get("/api/v1/imports/" + id), "getImport");
}

TEST_F(Batch, ManyRowsAreCutAndAllAreToBeHad) {
  ASSERT_EQ(server_.import("a.csv", table(numbered("旧", 130))).status, 200);
  Json members{
      {"name", "b.csv"}, {"content", encode_base64(table(numbered("新", 120)))}, {"dry_run", true}};
  const auto sizes = [](const FilledServer::Reply& reply) {
    const auto& changes = reply.json.at("changes");
    return std::vector<std::size_t>{changes.at("new_rows").size(), changes.at("gone_rows").size(),
                                    changes.at("rows_cut").get<bool>() ? 1U : 0U};
  };
  EXPECT_THAT(sizes(post(members)), ElementsAre(100, 100, 1));
  members["all_rows"] = true;
  EXPECT_THAT(sizes(post(members)), ElementsAre(120, 130, 0));
  members["dry_run"] = false;
  members["all_rows"] = false;
  const auto id = post(members).json.at("id").get<std::string>();
  EXPECT_THAT(sizes(server_.get("/api/v1/imports/" + id)), ElementsAre(100, 100, 1));
  EXPECT_THAT(sizes(server_.get("/api/v1/imports/" + id + "?all_rows=true")),
              ElementsAre(120, 130, 0));
}

TEST_F(Batch, NoticesSayWhichSentenceTheyAre) {
  const auto reply = post({{"name", "a.csv"},
                           {"content", encode_base64(table({"培训", "检查"}))},
                           {"dry_run", true},
                           {"year", 2023}});
  ASSERT_EQ(reply.status, 200) << reply.json;
  EXPECT_EQ(reply.json.at("notices")[0].at("code"), "filing.year_differs");
}

TEST_F(Batch, ARefusedImportSpeaksOfThePage) {
  const std::string no_year =
      "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值\n"
      "甲局,项目A,产出指标,数量指标,培训,≥,5\n";
  const std::string no_agency =
      "项目名称,一级指标,二级指标,三级指标,计算符号,指标值\n"
      "项目A,产出指标,数量指标,培训,≥,5\n";
  for (const auto* lang : {"zh", "en"}) {
    const auto year =
        post({{"name", "a.csv"}, {"content", encode_base64(no_year)}, {"dry_run", true}}, lang);
    EXPECT_EQ(year.json.at("code"), "filing.no_year");
    EXPECT_THAT(year.json.at("detail"), Not(HasSubstr("--")));
    EXPECT_THAT(year.json.at("detail"),
                HasSubstr(std::string(lang) == "zh" ? "“预算年度”" : "\"Fiscal year\""));
    const auto agency = post({{"name", "a.csv"},
                              {"content", encode_base64(no_agency)},
                              {"dry_run", true},
                              {"year", 2022}},
                             lang);
    EXPECT_EQ(agency.json.at("code"), "store.no_agency") << agency.json;
    EXPECT_THAT(agency.json.at("detail"), Not(HasSubstr("--")));
  }
}

}  // namespace
}  // namespace jiheng::api_test
