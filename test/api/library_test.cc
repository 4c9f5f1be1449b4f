// The office's indicator library and the matches of a year, by the API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"

namespace jiheng::api_test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using Json = nlohmann::json;

class LibraryApi : public testing::Test {
 protected:
  void SetUp() override {
    const auto reply = server_.import("table11.txt", FilledServer::sample());
    ASSERT_EQ(reply.status, 200) << reply.json;
  }

  FilledServer::Reply kept(const std::string& operation, FilledServer::Reply reply,
                           int status = 200) {
    EXPECT_EQ(reply.status, status) << reply.json;
    EXPECT_THAT(contract_.violations(contract_.operation(operation), reply.status, reply.json),
                IsEmpty())
        << operation;
    EXPECT_NE(reply.json.value("detail", "-"), reply.json.value("code", "")) << "a text is missing";
    return reply;
  }

  FilledServer::Reply add(const Json& draft, int status = 200) {
    return kept("addLibraryEntry", server_.post("/api/v1/library/entries", draft), status);
  }

  FilledServer::Reply edit(const std::string& code, const Json& draft, int status = 200) {
    return kept("editLibraryEntry",
                server_.post("/api/v1/library/entries/" + code + "/versions", draft), status);
  }

  FilledServer::Reply matches(const std::string& query) {
    return kept("listMatches", server_.get("/api/v1/library/matches?year=2022" + query));
  }

  FilledServer::Reply decide(const Json& decision, int status = 200) {
    return kept("decideMatch", server_.post("/api/v1/library/decisions", decision), status);
  }

  static Json boats() {
    return {{"name", "龙舟彩绘片数"}, {"sector", "文化和旅游"}, {"role", "quantity"},
            {"measure", "片"},        {"direction", "more"},    {"scoring", "proportion"},
            {"targets", {"≥ 20 片"}}};
  }

  FilledServer server_{};
  Contract contract_{Contract::load()};
};

TEST_F(LibraryApi, AnEntryIsAddedEditedAndRetired) {
  const auto added = add(boats()).json;
  EXPECT_EQ(added.at("entry").at("code"), "ZD0001");
  EXPECT_EQ(added.at("entry").at("layer"), "sector");
  EXPECT_EQ(added.at("entry").at("level2"), "数量指标");
  const auto edited = edit("ZD0001", {{"seen", 1}, {"evidence", "登记表"}}).json;
  EXPECT_EQ(edited.at("entry").at("version"), 2);
  EXPECT_EQ(edited.at("entry").at("targets"), added.at("entry").at("targets"));
  ASSERT_THAT(edited.at("versions"), SizeIs(2));
  EXPECT_EQ(edit("ZD0001", {{"seen", 1}, {"evidence", "别的"}}, 409).json.at("code"),
            "store.entry_changed_meanwhile");
  EXPECT_EQ(
      edit("ZD0001", {{"seen", 2}, {"retired", true}}).json.at("entry").at("may").at("retire"),
      false);
  const auto own = kept("listLibrary", server_.get("/api/v1/library?own=true")).json;
  ASSERT_THAT(own.at("items"), SizeIs(1));
  EXPECT_EQ(own.at("items").at(0).at("retired"), true);
  EXPECT_EQ(
      kept("listLibrary", server_.get("/api/v1/library?own=true&retired=false")).json.at("total"),
      0);
}

TEST_F(LibraryApi, TheProgramsEntryIsEditedInPlace) {
  const auto edited = edit("GX003", {{"seen", 0}, {"evidence", "验收单"}}).json;
  EXPECT_EQ(edited.at("entry").at("builtin"), true);
  EXPECT_EQ(edited.at("versions").back().at("version"), 0);
  EXPECT_TRUE(edited.at("versions").back().at("at").is_null());
}

TEST_F(LibraryApi, ARefusalNamesTheMember) {
  auto wrong = boats();
  wrong["measure"] = "咕";
  const auto refused = add(wrong, 400).json;
  EXPECT_EQ(refused.at("code"), "library.bad_measure");
  EXPECT_EQ(refused.at("where"), "measure");
  wrong = boats();
  wrong["name"] = "验收合格率";
  EXPECT_EQ(add(wrong, 409).json.at("where"), "name");
  wrong = boats();
  wrong["colour"] = "red";
  EXPECT_EQ(add(wrong, 400).json.at("code"), "http.member_unknown");
  wrong = boats();
  wrong["aliases"] = "甲";
  EXPECT_EQ(add(wrong, 400).json.at("where"), "aliases");
  EXPECT_EQ(edit("nobody", {{"seen", 0}, {"evidence", "x"}}, 404).json.at("code"),
            "library.no_entry");
}

TEST_F(LibraryApi, WhatIsExportedIsImportedUnchanged) {
  add(boats());
  for (const std::string format : {"xlsx", "json", "csv"}) {
    const auto file = server_.get("/api/v1/library/exports?format=" + format + "&lang=en");
    ASSERT_EQ(file.status, 200);
    EXPECT_NE(file.response.headers.field("Content-Disposition").value_or("").find("." + format),
              std::string::npos);
    const auto report =
        kept("importLibrary",
             server_.post("/api/v1/library/imports",
                          {{"name", "library." + format},
                           {"content", encode_base64(http::bytes(file.response.body))},
                           {"dry_run", true}}))
            .json;
    EXPECT_EQ(report.at("unchanged"), report.at("entries").size()) << format;
    EXPECT_GT(report.at("entries").size(), 500U);
  }
  EXPECT_EQ(server_.get("/api/v1/library/exports?format=pdf").status, 400);
  EXPECT_EQ(
      server_.get("/api/v1/library/exports?format=json&own=true").json.at("indicators").size(), 1U);
}

TEST_F(LibraryApi, ANameIsConfirmedLearnedAndTakenBack) {
  const auto open = matches("&state=open&least=1&most=999").json;
  ASSERT_FALSE(open.at("items").empty());
  const auto& name = open.at("items").at(0);
  const auto& candidate = name.at("candidates").at(0);
  const auto said =
      decide({{"year", 2022}, {"name", name.at("name")}, {"code", candidate.at("code")}}).json;
  EXPECT_EQ(said.at("state"), "confirmed");
  EXPECT_EQ(said.at("entry"), candidate.at("name"));
  EXPECT_EQ(said.at("candidates").at(0).at("by"), "learned");
  EXPECT_EQ(said.at("decision").at("confidence"), candidate.at("confidence"));
  EXPECT_EQ(matches("&state=confirmed").json.at("counts").at("confirmed").at("names"), 1);
  const auto entry = kept("getLibraryEntry", server_.get("/api/v1/library/entries/" +
                                                         candidate.at("code").get<std::string>()))
                         .json;
  ASSERT_THAT(entry.at("learned"), SizeIs(1));
  EXPECT_EQ(entry.at("learned").at(0).at("name"), name.at("name"));
  const Json ids{{"ids", {said.at("decision").at("id")}}};
  kept("takeBackDecisions", server_.post("/api/v1/library/decisions/take-back", ids));
  kept("takeBackDecisions", server_.post("/api/v1/library/decisions/take-back", ids), 409);
  EXPECT_EQ(matches("&state=confirmed").json.at("total"), 0);
  for (const auto& wrong :
       {Json{{"ids", Json::array()}}, Json{{"ids", {"x"}}}, Json{{"ids", {7}}}}) {
    kept("takeBackDecisions", server_.post("/api/v1/library/decisions/take-back", wrong), 400);
  }
  decide({{"year", 2022}, {"name", "没有这个名称"}, {"code", ""}}, 404);
  decide({{"year", 2022}, {"name", name.at("name")}, {"code", ""}, {"indicator_id", "x"}}, 400);
}

TEST_F(LibraryApi, ManyAreConfirmedAfterTheyWereSeen) {
  const auto confirm = [&](const Json& body, int status = 200) {
    return kept("confirmMatches", server_.post("/api/v1/library/matches", body), status).json;
  };
  const auto seen = confirm({{"year", 2022}, {"least", 1000}});
  ASSERT_FALSE(seen.at("items").empty());
  EXPECT_TRUE(seen.at("decisions").empty());
  confirm({{"year", 2022}, {"least", 1000}, {"token", "another"}}, 409);
  const auto done = confirm({{"year", 2022}, {"least", 1000}, {"token", seen.at("token")}});
  EXPECT_EQ(done.at("decisions").size(), seen.at("items").size());
  EXPECT_EQ(matches("&state=confirmed").json.at("total"), seen.at("items").size());
  confirm({{"year", 2022}, {"least", 0}}, 400);
}

TEST_F(LibraryApi, ListsPageByCursor) {
  for (const std::string list : {"/api/v1/library?sort=name&order=desc&limit=100",
                                 "/api/v1/library/matches?year=2022&sort=confidence&limit=20"}) {
    std::set<std::string> seen;
    std::string cursor;
    std::size_t rows = 0;
    std::size_t total = 0;
    do {
      const auto page = server_.get(list + "&cursor=" + cursor).json;
      for (const auto& item : page.at("items")) {
        seen.insert(item.at("name"));
        ++rows;
      }
      total = page.at("total");
      cursor = page.at("next").is_null() ? "" : page.at("next").get<std::string>();
    } while (!cursor.empty());
    EXPECT_EQ(rows, total) << list;
    EXPECT_EQ(seen.size(), total) << list;
    EXPECT_EQ(server_.get(list + "&cursor=nonsense").status, 400) << list;
  }
}

TEST_F(LibraryApi, MatchesAreExported) {
  const auto reply = server_.get("/api/v1/library/matches?year=2022&format=csv");
  EXPECT_EQ(reply.status, 200);
  const auto csv = http::bytes(reply.response.body);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 148);
}

}  // namespace
}  // namespace jiheng::api_test
