#include "app/score_keeping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/database.h"
#include "app/filing.h"
#include "app/what_if.h"
#include "store/actuals.h"
#include "store/project_money.h"

namespace jiheng::app {
namespace {

using testing::IsEmpty;

constexpr std::string_view kTable =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,分值,完成值\n"
    "甲局,展览,产出指标,数量指标,展览场次,≥,20,场,50,18\n"
    "甲局,展览,效益指标,社会效益指标,带动消费,≤,60,万元,40,70\n"
    "甲局,讲座,产出指标,数量指标,讲座场次,≥,4,场,90,4\n"
    "乙局,修路,产出指标,数量指标,里程,≥,10,公里,90,\n";

constexpr Date kDay{std::chrono::year{2022}, std::chrono::month{12}, std::chrono::day{31}};

class ScoreKeeping : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(import_document(workspace(), {.name = "a.csv", .bytes = kTable, .year = 2022}));
    std::vector<store::NewMoney> money;
    const auto page = workspace().store.list_indicators({.region = region_, .year = 2022}, {});
    for (const auto& row : page->items) {
      ids_[row.row.name] = row.id;
      projects_[row.row.project] = row.project_id;
      agencies_[row.row.agency] = row.agency_id;
    }
    for (const auto& [name, id] : projects_) {
      money.push_back(
          {.project_id = id,
           .said = {
               .as_of = kDay, .adjusted = Decimal::whole(100), .executed = Decimal::whole(80)}});
    }
    ASSERT_TRUE(store::Moneys(workspace().store).state(region_, money));
  }

  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  [[nodiscard]] StoredScoreRun keep(const std::string& profile = "",
                                    const store::ScoredScope& scope = {.year = 2022}) const {
    auto run = keep_scores(workspace(), {.scope = scope, .as_of = kDay, .profile = profile});
    EXPECT_TRUE(run) << (run ? "" : run.error().message.key);
    return run.value_or(StoredScoreRun{});
  }

  /// A later word on what was reached.
  void say(const std::string& name, const std::string& value) {
    const std::vector<store::NewActual> actuals{
        {.indicator_id = ids_[name], .said = {.as_of = kDay, .value = value}}};
    ASSERT_TRUE(store::Actuals(workspace().store).report(region_, actuals));
  }

  [[nodiscard]] Movements moved(WhatIf question) const {
    auto answer = what_if(workspace(), question);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message.key + answer.error().where);
    return answer ? std::move(answer->movements) : Movements{};
  }

  std::unique_ptr<Database> database_{
      Database::open(
          {.url = "sqlite::memory:", .library = packs::load_builtin().value(), .migrate = true})
          .value()};
  std::string region_{kNoRegion};
  std::map<std::string, std::int64_t> ids_{};
  std::map<std::string, std::int64_t> projects_{};
  std::map<std::string, std::int64_t> agencies_{};
};

TEST_F(ScoreKeeping, ARunKeepsTotalsProfileAndCounts) {
  const auto run = keep();
  EXPECT_TRUE(run.finished);
  EXPECT_EQ(run.run.profile.id, "national-2020");
  EXPECT_EQ(run.run.expected, 3);
  EXPECT_EQ(run.done, 3);
  EXPECT_EQ(run.counts.scored, 3);
  EXPECT_EQ(run.counts.unscored, 1);
  const auto page = run_results(workspace(), {.region = {}, .run = run.id},
                                {.sort = store::ScoreSort::total, .descending = true});
  ASSERT_TRUE(page);
  ASSERT_EQ(page->items.size(), 3U);
  EXPECT_EQ(page->items[0].project, "讲座");
  EXPECT_EQ(page->items[0].total, Decimal::whole(98));
  EXPECT_EQ(page->items[0].grade, "优");
  // 18 ÷ 20 × 50 + 60 ÷ 70 × 40 + 80 % of 10.
  EXPECT_EQ(page->items[1].total, Decimal::of(8729, 2));
  EXPECT_EQ(page->items[1].execution, Decimal::whole(8));
  EXPECT_EQ(page->items[2].grade, "");
  EXPECT_EQ(page->items[2].unscored, 1);
  const auto one = kept_score(workspace(), run.id, projects_["展览"]);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->input.rows.at(1).row.name, "带动消费");
  EXPECT_FALSE(one->score.scores.at(1).derivation.steps.empty());
}

TEST_F(ScoreKeeping, AnAgencyOrAProjectIsScoredAlone) {
  EXPECT_EQ(keep("", {.year = 2022, .agency = agencies_["甲局"]}).done, 2);
  const auto run = keep("", {.year = 2022, .project = projects_["修路"]});
  EXPECT_EQ(run.done, 1);
  EXPECT_EQ(run.project, "修路");
  EXPECT_EQ(score_runs(workspace(), 2022)->size(), 2U);
  const auto nothing = keep_scores(workspace(), {.scope = {.year = 2019}});
  EXPECT_EQ(nothing.error().message.key, "score_keeping.no_projects");
}

TEST_F(ScoreKeeping, ComputedAgainItGivesTheStoredBytesWhateverWasSaidSince) {
  const auto run = keep("example-strict");
  say("展览场次", "3");
  const auto again = rerun(workspace(), run.id);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->projects, 3);
  EXPECT_EQ(again->same, 3);
  EXPECT_THAT(*check_scores(workspace()), IsEmpty());
  EXPECT_NE(kept_score(workspace(), keep("example-strict").id, projects_["展览"])->result.result,
            kept_score(workspace(), run.id, projects_["展览"])->result.result);
}

TEST_F(ScoreKeeping, WhatIsNotTheStoredResultIsSaid) {
  const auto run = keep();
  auto parts = workspace().store.parts();
  {
    const auto lease = parts.pool.lease().value();
    ASSERT_TRUE(lease->execute("UPDATE score_result SET result = ? WHERE project_id = ?",
                               {"{}", projects_["讲座"]}));
  }
  const auto again = rerun(workspace(), run.id);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->same, 2);
  EXPECT_THAT(again->differing, testing::ElementsAre("讲座"));
  ASSERT_THAT(*check_scores(workspace()), testing::SizeIs(1));
  {
    const auto lease = parts.pool.lease().value();
    ASSERT_TRUE(lease->execute("UPDATE kept_profile SET content = ?", {"id = \"x\""}));
  }
  EXPECT_EQ(store::ScoreRuns(workspace().store).check()->front().key, "store.kept_profile_differs");
}

TEST_F(ScoreKeeping, TheSameInputsByAnotherProfileShowWhoMoves) {
  const auto run = keep();
  say("带动消费", "10");  // not among the inputs of the run
  const auto movements = moved({.source = {.run = run.id}, .other = "zhejiang-2022"});
  EXPECT_EQ(movements.projects, 3);
  EXPECT_EQ(movements.down, 1);
  EXPECT_EQ(movements.up, 0);
  ASSERT_EQ(movements.moved.size(), 1U);
  const auto& exhibition = movements.moved.front();
  EXPECT_EQ(exhibition.project_id, projects_["展览"]);
  // 1 − 10 ÷ 60 of 40 points are 33.33, not 34.29.
  EXPECT_EQ(exhibition.by, Decimal::of(-96, 2));
  ASSERT_EQ(exhibition.rows.size(), 1U);
  EXPECT_EQ(exhibition.rows.front().name, "带动消费");

  const auto kept = keep_scores_again(workspace(), run.id, "zhejiang-2022");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->run.of_run, run.id);
  EXPECT_EQ(kept_score(workspace(), kept->id, projects_["展览"])->result.total,
            Decimal::of(8633, 2));
  EXPECT_EQ(rerun(workspace(), kept->id)->same, 3);
}

TEST_F(ScoreKeeping, ParametersAreChangedWithoutKeepingThem) {
  WhatIf question{.source = {.scope = {.year = 2022}, .as_of = kDay}};
  question.changes = {{"grades.grade",
                       "[{name = \"优\", from = 85}, {name = \"良\", from = 60, to = 85}, "
                       "{name = \"差\", from = 0, to = 60}]"}};
  const auto movements = moved(question);
  EXPECT_EQ(movements.regraded, 1);
  EXPECT_EQ(movements.down + movements.up, 0);
  EXPECT_EQ(movements.grades.front().grade, "优");
  EXPECT_EQ(movements.grades.front().before, 1);
  EXPECT_EQ(movements.grades.front().after, 2);
  question.changes = {{"proportion.pass", "95"}};
  EXPECT_EQ(moved(question).down, 1);
  EXPECT_EQ(moved(question).bands.front().projects, 1);
  question.limit = 0;
  EXPECT_THAT(moved(question).moved, IsEmpty());
  EXPECT_EQ(moved(question).changed, 1);
  question.changes = {{"execution.points", "ten"}};
  EXPECT_EQ(what_if(workspace(), question).error().where, "execution.points");
  EXPECT_THAT(*score_runs(workspace(), 2022), IsEmpty());
}

TEST_F(ScoreKeeping, StoppedItLeavesNothing) {
  std::stop_source stop;
  stop.request_stop();
  const auto run = keep_scores(workspace(), {.scope = {.year = 2022}, .as_of = kDay},
                               {.stop = stop.get_token()});
  EXPECT_EQ(run.error().message.key, "score_keeping.stopped");
  EXPECT_THAT(*score_runs(workspace(), 2022), IsEmpty());
}

TEST_F(ScoreKeeping, AKeptInputScoresAsTheProjectDoes) {
  const auto scheme_profile = workspace().library.scoring_profile("example-strict").value();
  const auto scheme = scoring::Scheme::make(scheme_profile, workspace().vocabulary).value();
  std::vector<std::int64_t> ids;
  for (const auto& [name, id] : projects_) {
    ids.push_back(id);
  }
  const auto projects = reported_projects(workspace(), region_, ids, kDay).value();
  for (const auto& project : projects) {
    EXPECT_EQ(result_text(score_of(input_of(project), scheme)),
              result_text(score_of(project, scheme)))
        << project.name;
  }
}

}  // namespace
}  // namespace jiheng::app
