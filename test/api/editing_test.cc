// What a person does in the browser, as requests: import, edit, take back, apply, export.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract.h"
#include "filled_server.h"

namespace jiheng::api_test {
namespace {

using testing::IsEmpty;
using Json = nlohmann::json;

class EditingTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto reply = server_.import("table11.txt", FilledServer::sample());
    ASSERT_EQ(reply.status, 200) << reply.json;
    expect_kept("importDocument", reply);
  }

  void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
    EXPECT_THAT(contract_.violations(contract_.operation(operation), reply.status, reply.json),
                IsEmpty());
  }

  /// The first indicator with a finding whose suggestion can be applied, and that finding.
  std::pair<Json, Json> suggestion() {
    const auto list = server_.get("/api/v1/indicators?year=2022&limit=200").json;
    for (const auto& row : list.at("items")) {
      for (const auto& finding : row.at("findings")) {
        if (!finding.at("suggestion").empty()) {
          return {row, finding};
        }
      }
    }
    ADD_FAILURE() << "the sample has no suggestion";
    return {};
  }

  FilledServer server_{};
  Contract contract_{Contract::load()};
};

TEST_F(EditingTest, ADryRunSaysWhatWouldBeFiledAndFilesNothing) {
  const FilledServer empty;
  const auto reply = empty.import("table11.txt", FilledServer::sample(), true);
  ASSERT_EQ(reply.status, 200) << reply.json;
  expect_kept("importDocument", reply);
  EXPECT_TRUE(reply.json.at("id").is_null());
  EXPECT_EQ(reply.json.at("outcome"), "new");
  EXPECT_EQ(reply.json.at("indicators"), 147);
  EXPECT_EQ(reply.json.at("repeated"), 8);
  EXPECT_FALSE(reply.json.at("preview").empty());
  EXPECT_TRUE(empty.get("/api/v1/meta").json.at("years").empty());
}

TEST_F(EditingTest, TheSameDocumentAgainChangesNothing) {
  const auto reply = server_.import("another name.txt", FilledServer::sample());
  EXPECT_EQ(reply.json.at("outcome"), "same_document");
  EXPECT_EQ(server_.get("/api/v1/imports").json.at("items").size(), 1U);
}

TEST_F(EditingTest, AnUnreadableDocumentIsAProblem) {
  for (const auto& bytes : {std::string(), std::string("\x7F"
                                                       "ELF\0\1\2\3",
                                                       8)}) {
    const auto reply = server_.import("wrong.bin", bytes);
    EXPECT_EQ(reply.status, 400) << reply.json;
    expect_kept("importDocument", reply);
    EXPECT_NE(reply.json.value("detail", ""), reply.json.value("code", ""));
  }
}

TEST_F(EditingTest, ASuggestionIsAppliedAndTakenBack) {
  const auto [row, finding] = suggestion();
  const std::string path = "/api/v1/indicators/" + row.at("id").get<std::string>();
  auto changes = Json::array();
  for (const auto& change : finding.at("suggestion")) {
    changes.push_back(change);
  }
  const Json edit{
      {"revision", row.at("revision")}, {"rule", finding.at("rule")}, {"changes", changes}};
  const auto edited = server_.post(path + "/overlays", edit);
  ASSERT_EQ(edited.status, 200) << edited.json;
  expect_kept("editIndicator", edited);
  EXPECT_FALSE(edited.json.at("edited").empty());
  EXPECT_EQ(edited.json.at("filed"), row.at("filed"));
  for (const auto& left : edited.json.at("findings")) {
    EXPECT_NE(left.at("rule"), finding.at("rule"));
  }
  EXPECT_EQ(server_.post(path + "/overlays", edit).status, 409) << "the revision is old now";

  const auto overlay = edited.json.at("overlays").at(0);
  EXPECT_EQ(overlay.at("may").at("undo"), true);
  const auto undone =
      server_.post("/api/v1/overlays/" + overlay.at("id").get<std::string>() + "/undo",
                   {{"revision", edited.json.at("revision")}});
  ASSERT_EQ(undone.status, 200) << undone.json;
  expect_kept("undoOverlay", undone);
  EXPECT_TRUE(undone.json.at("edited").empty());
  EXPECT_EQ(undone.json.at("target"), row.at("target"));
  EXPECT_EQ(undone.json.at("findings"), row.at("findings"));
}

TEST_F(EditingTest, ARulesSuggestionsAreAppliedInAWholeProject) {
  const auto [row, finding] = suggestion();
  const std::string path = "/api/v1/projects/" + row.at("project_id").get<std::string>();
  const auto reply = server_.post(path + "/suggestions", {{"rule", finding.at("rule")}});
  ASSERT_EQ(reply.status, 200) << reply.json;
  expect_kept("applySuggestions", reply);
  for (const auto& indicator : reply.json.at("rows")) {
    for (const auto& left : indicator.at("findings")) {
      EXPECT_TRUE(left.at("rule") != finding.at("rule") || left.at("suggestion").empty());
    }
  }
  EXPECT_EQ(server_.post(path + "/suggestions", {{"rule", "surprise"}}).status, 404);
}

TEST_F(EditingTest, AnEditThatMakesNoSenseIsRefused) {
  const auto [row, finding] = suggestion();
  const std::string path = "/api/v1/indicators/" + row.at("id").get<std::string>() + "/overlays";
  const auto status_of = [&](const Json& changes) {
    return server_.post(path, {{"revision", row.at("revision")}, {"changes", changes}}).status;
  };
  EXPECT_EQ(status_of(Json::array()), 400);
  EXPECT_EQ(status_of({{{"field", "colour"}, {"after", "red"}}}), 400);
  EXPECT_EQ(status_of({{{"field", "comparator"}, {"after", "~"}}}), 400);
  EXPECT_EQ(status_of({{{"field", "target"}, {"after", row.at("target")}}}), 400);
  EXPECT_EQ(server_.post(path, {{"changes", Json::array()}}).status, 400);
}

TEST_F(EditingTest, ExportsCarryAName) {
  for (const auto& [form, format] :
       {std::pair{"table11", "xlsx"}, std::pair{"table11", "csv"}, std::pair{"indicators", "csv"},
        std::pair{"indicators", "xlsx"}, std::pair{"table11", "json"}}) {
    const auto reply =
        server_.get(std::string("/api/v1/exports?year=2022&form=") + form + "&format=" + format);
    EXPECT_EQ(reply.status, 200) << form << format << reply.json;
    const auto name = reply.response.headers.field("Content-Disposition").value_or("");
    EXPECT_TRUE(name.starts_with("attachment; filename=\"jiheng.")) << name;
    EXPECT_FALSE(http::bytes(reply.response.body).empty());
  }
  EXPECT_EQ(server_.get("/api/v1/exports?year=1999&form=table11&format=csv").status, 404);
}

}  // namespace
}  // namespace jiheng::api_test
