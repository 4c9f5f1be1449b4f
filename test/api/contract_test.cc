// api/openapi.yaml against the router, both ways, and its schemas against real answers.
#include "contract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "filled_server.h"

namespace jiheng::api_test {
namespace {

using testing::IsEmpty;

/// The sample filed once, for all tests of this file.
const FilledServer& server() {
  static const auto* filled = [] {
    auto* made = new FilledServer();
    const auto reply = made->import("table11-jiaxing-2022.txt", FilledServer::sample());
    EXPECT_EQ(reply.status, 200) << reply.json;
    return made;
  }();
  return *filled;
}

const Contract& contract() {
  static const Contract loaded = Contract::load();
  return loaded;
}

void expect_kept(const std::string& operation, const FilledServer::Reply& reply) {
  EXPECT_THAT(contract().violations(contract().operation(operation), reply.status, reply.json),
              IsEmpty());
}

/// The first id of a list.
std::string first_id(const std::string& list) {
  const auto reply = server().get(list);
  return reply.json.at("items").at(0).at("id");
}

TEST(Contract, SeesWhatIsMissingUndeclaredOrOfTheWrongKind) {
  const auto wrong_in = [](const char* schema, const char* value) {
    return contract().violations({{"$ref", std::string("#/components/schemas/") + schema}},
                                 nlohmann::json::parse(value));
  };
  using testing::ElementsAre;
  EXPECT_THAT(wrong_in("Counts", R"({"error":1,"warning":2,"hint":3})"), IsEmpty());
  EXPECT_THAT(wrong_in("Counts", R"({"error":1,"warning":2})"), ElementsAre(".hint: missing"));
  EXPECT_THAT(wrong_in("Counts", R"({"error":1,"warning":2,"hint":3,"x":4})"),
              ElementsAre(".x: not declared"));
  EXPECT_THAT(wrong_in("Counts", R"({"error":1,"warning":2,"hint":"3"})"),
              ElementsAre(".hint: wrong type: \"3\""));
  EXPECT_THAT(wrong_in("Severity", R"("fatal")"), ElementsAre(": not in the list: \"fatal\""));
  EXPECT_THAT(wrong_in("Id", R"("x")"), ElementsAre(": wrong form: \"x\""));
  EXPECT_THAT(wrong_in("ProjectPage", R"({"items":[{}],"next":null,"total":0})"),
              testing::Contains(".items[0].id: missing"));
  EXPECT_THAT(wrong_in("KeptScore", R"({"execution_score":{"points":1}})"),
              testing::IsSupersetOf(
                  {".execution_score.points: wrong type: 1", ".execution_score.steps: missing"}));
  EXPECT_THAT(wrong_in("KeptScore", R"({"execution_score":null})"),
              testing::Not(testing::Contains(testing::HasSubstr(".execution_score"))));
  EXPECT_THAT(wrong_in("Project", "{}"), testing::IsSupersetOf({".id: missing", ".may: missing"}));
}

TEST(Contract, EveryOperationIsRoutedAndEveryRouteDeclared) {
  std::set<std::string> declared;
  for (const auto& operation : contract().operations()) {
    declared.insert(operation.method + " " + operation.path);
  }
  std::set<std::string> routed;
  for (const auto& route : server().router().routes()) {
    routed.insert(std::string(http::word(route.method)) + " " + route.path);
  }
  EXPECT_EQ(declared, routed);
}

struct Ask {
  std::string operation;
  std::string target;  // "@list" or "@list@" stands for the first id of that list
};

const std::vector<Ask> kAsks{
    {"health", "/healthz"},
    {"ready", "/readyz"},
    {"getMeta", "/api/v1/meta"},
    {"getOverview", "/api/v1/overview?year=2022"},
    {"listAgencies", "/api/v1/agencies?year=2022"},
    {"listProjects", "/api/v1/projects?year=2022&sort=findings&order=desc&limit=5"},
    {"getProject", "/api/v1/projects/@/api/v1/projects?year=2022"},
    {"listIndicators", "/api/v1/indicators?year=2022&limit=200"},
    {"getIndicator", "/api/v1/indicators/@/api/v1/indicators?year=2022&severity=error"},
    {"getAmbition", "/api/v1/indicators/@/api/v1/indicators?year=2022&kind=number@/ambition"},
    {"exportForm", "/api/v1/exports?form=indicators&format=json&year=2022"},
    {"listDoubts", "/api/v1/doubts?year=2022"},
    {"listCorrections", "/api/v1/corrections?state=living"},
    {"listImports", "/api/v1/imports?year=2022"},
    {"getImport", "/api/v1/imports/@/api/v1/imports?year=2022"},
    {"getMonitoringBoard", "/api/v1/monitoring?year=2022&month=7&sort=goal_rate&order=desc"},
    {"getProjectMonitoring", "/api/v1/projects/@/api/v1/projects?year=2022@/monitoring?month=9"},
    {"listRules", "/api/v1/rules?year=2022"},
    {"listSuggestions", "/api/v1/rules/at_least_whole/suggestions?year=2022"},
    {"getLastApplied", "/api/v1/rules/at_least_whole/applied?year=2022"},
    {"getRunningReview", "/api/v1/reviews/running?year=2022"},
    {"listWaivers", "/api/v1/waivers?year=2022"},
    {"listDuplicates", "/api/v1/duplicates?year=2022"},
    {"listLibrary", "/api/v1/library?level1=产出指标&limit=200"},
    {"exportLibrary", "/api/v1/library/exports?format=json"},
    {"getLibraryEntry", "/api/v1/library/entries/GX003"},
    {"listMatches", "/api/v1/library/matches?year=2022&limit=200"},
    {"getRule", "/api/v1/rules/at_least_whole"},
    {"listScoringProfiles", "/api/v1/scoring/profiles"},
    {"countSelfEvaluations", "/api/v1/self-evaluations/counts?year=2022"},
    {"getWhatIf", "/api/v1/scoring/what-if?year=2022&set=execution.points=20&set=places=1"},
    {"getScoringProfile",
     "/api/v1/scoring/profiles/example-strict?comparator=%E2%89%A5&target=100&actual=88"},
    {"listSelfEvaluations", "/api/v1/self-evaluations?year=2022&sort=missing"},
    {"getSelfEvaluation", "/api/v1/projects/@/api/v1/projects?year=2022@/self-evaluation"},
    {"listActuals", "/api/v1/projects/@/api/v1/projects?year=2022@/actuals?ended=true"},
    {"listEvidence", "/api/v1/projects/@/api/v1/projects?year=2022@/evidence"},
};

std::string path_of(const std::string& target) {
  const auto at = target.find('@');
  if (at == std::string::npos) {
    return target;
  }
  const auto end = std::min(target.find('@', at + 1), target.size());
  const auto rest = end == target.size() ? "" : target.substr(end + 1);
  return target.substr(0, at) + first_id(target.substr(at + 1, end - at - 1)) + rest;
}

TEST(Contract, EveryReadGivesWhatItDeclares) {
  std::set<std::string> asked{"exportFindings",  // a test of its own in review_test.cc
                              "metrics",        "listDocumentLines",  // tests of their own: below,
                              "getDocument",    "listDocumentPages",
                              "getPagePicture", "listDocumentRows",  // in source_test.cc
                              "listScoreRuns",  "getScoreRun",       // and in scoring_test.cc
                              "listScores",     "getScore",
                              "getEvidenceFile"};  // self_evaluation_test.cc
  for (const auto& [operation, target] : kAsks) {
    asked.insert(operation);
    const auto path = path_of(target);
    for (const auto* lang : {"zh", "en"}) {
      const auto mark = path.find('?') == std::string::npos ? "?lang=" : "&lang=";
      const auto reply = server().get(path + mark + lang);
      EXPECT_EQ(reply.status, 200) << path << reply.json;
      expect_kept(operation, reply);
    }
  }
  for (const auto& operation : contract().operations()) {
    EXPECT_TRUE(operation.method != "GET" || asked.contains(operation.id)) << operation.id;
  }
}

TEST(Contract, ARulesPageIsInTheReadersLanguage) {
  const auto page = [](const char* lang) {
    return server()
        .get(std::string("/api/v1/rules/at_least_whole?lang=") + lang)
        .json.value("page", "");
  };
  EXPECT_TRUE(page("en").starts_with("# The whole")) << page("en");
  EXPECT_TRUE(page("zh").starts_with("# 百分之百")) << page("zh");
  EXPECT_EQ(page("zh").find("## English"), std::string::npos);
}

TEST(Contract, ARuleAndItsFindingsSayHowToFixThem) {
  for (const std::string lang : {"zh", "en"}) {
    const auto rule = server().get("/api/v1/rules/at_least_whole?lang=" + lang).json;
    const auto fix = rule.at("fix").get<std::string>();
    EXPECT_NE(fix.find("＝ 100 %"), std::string::npos) << fix;
    EXPECT_NE(rule.at("page").get<std::string>().find(fix), std::string::npos)
        << "the page says it, too";
    const auto rows =
        server().get("/api/v1/indicators?year=2022&rule=at_least_whole&lang=" + lang).json;
    for (const auto& finding : rows.at("items").at(0).at("findings")) {
      EXPECT_TRUE(finding.at("rule") != "at_least_whole" || finding.at("fix") == fix);
    }
  }
}

TEST(Contract, MetricsAreText) {
  const auto reply = server().get("/metrics");
  EXPECT_EQ(reply.status, 200);
  EXPECT_TRUE(reply.response.headers.field("Content-Type")->starts_with("text/plain"));
}

TEST(Contract, DocumentLinesHoldTheirIndicators) {
  const auto imports = server().get("/api/v1/imports");
  const std::string document = imports.json.at("items").at(0).at("document_id");
  const auto reply = server().get("/api/v1/documents/" + document + "/lines?limit=1000");
  EXPECT_EQ(reply.status, 200);
  expect_kept("listDocumentLines", reply);
  std::set<std::string> indicators;
  std::size_t repeated = 0;
  for (const auto& line : reply.json.at("lines")) {
    for (const auto& indicator : line.at("indicators")) {
      indicators.insert(indicator.at("id").get<std::string>());
    }
    repeated += line.value("fate", "") == "repeated" ? 1 : 0;
  }
  EXPECT_EQ(indicators.size(), 147U);
  EXPECT_EQ(repeated, 8U);
  EXPECT_TRUE(server()
                  .get("/api/v1/documents/" + document + "/lines?from=100000")
                  .json.at("lines")
                  .empty());
}

TEST(Contract, RefusalsAreProblemDocuments) {
  const std::vector<std::pair<std::string, int>> wrong{
      {"/api/v1/overview", 400},
      {"/api/v1/overview?year=1", 400},
      {"/api/v1/overview?year=2022&lang=fr", 400},
      {"/api/v1/indicators?year=2022&kind=surprise", 400},
      {"/api/v1/indicators?year=2022&comparator=~", 400},
      {"/api/v1/indicators?year=2022&measurable=1", 400},
      {"/api/v1/indicators?year=2022&limit=201", 400},
      {"/api/v1/indicators?year=2022&cursor=nonsense", 400},
      {"/api/v1/indicators?year=2022&sort=colour", 400},
      {"/api/v1/projects?year=2022&order=up", 400},
      {"/api/v1/exports?year=2022&form=table11", 400},
      {"/api/v1/doubts", 400},
      {"/api/v1/doubts?year=2022&reason=surprise", 400},
      {"/api/v1/corrections?verdict=surprise", 400},
      {"/api/v1/corrections?region=7", 400},
      {"/api/v1/indicators/1", 404},
      {"/api/v1/indicators/x", 404},
      {"/api/v1/projects/1", 404},
      {"/api/v1/imports/1", 404},
      {"/api/v1/documents/1/lines", 404},
      {"/api/v1/documents/1", 404},
      {"/api/v1/documents/1/pages", 404},
      {"/api/v1/documents/1/pages/1", 404},
      {"/api/v1/documents/1/rows", 404},
      {"/api/v1/rules/surprise", 404},
      {"/api/v1/library?layer=galaxy", 400},
      {"/api/v1/library?own=mine", 400},
      {"/api/v1/library/entries/nobody", 404},
      {"/api/v1/library/matches", 400},
      {"/api/v1/library/matches?year=2022&least=1001", 400},
      {"/api/v1/library/matches?year=2022&state=maybe", 400},
      {"/api/v1/scoring/profiles/nobody", 404},
      {"/api/v1/scoring/profiles/national-2020?role=hero&target=1", 400},
      {"/api/v1/scoring/what-if", 400},
      {"/api/v1/scoring/what-if?year=2022&set=places", 400},
      {"/api/v1/scoring/what-if?year=2022&as_of=soon", 400},
      {"/api/v1/scoring/runs", 400},
      {"/api/v1/scoring/runs/1", 404},
      {"/api/v1/scoring/runs/1/results", 404},
      {"/api/v1/scoring/runs/1/results/1", 404},
      {"/api/v1/surprise", 404},
  };
  for (const auto& [target, status] : wrong) {
    const auto reply = server().get(target);
    EXPECT_EQ(reply.status, status) << target;
    expect_kept("getOverview", reply);
    // A key without a text would be shown as itself.
    EXPECT_NE(reply.json.value("detail", ""), reply.json.value("code", "")) << target;
    EXPECT_NE(reply.json.value("title", ""), "http.title." + std::to_string(status)) << target;
  }
}

TEST(Contract, TheSampleIsAllThere) {
  const auto overview = server().get("/api/v1/overview?year=2022").json;
  EXPECT_EQ(overview.at("indicators"), 147);
  EXPECT_EQ(overview.at("projects"), 22);
  EXPECT_EQ(overview.at("agencies"), 4);
  EXPECT_EQ(overview.at("typed"), 142);
  EXPECT_EQ(overview.at("measurable"), 128);
}

}  // namespace
}  // namespace jiheng::api_test
