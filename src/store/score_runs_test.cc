#include "store/score_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store_contract.h"

namespace jiheng::store {
namespace {

class ScoreRunsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (store_ != nullptr) {
      filed("table.csv", sample_table());
      runs_.emplace(*store_);
      projects_ = runs_->projects_of(kRegion, {.year = 2022}).value();
    }
  }

  [[nodiscard]] static NewScoreRun new_run() {
    return {.scope = {.year = 2022},
            .as_of = parse_iso_date("2022-12-31").value(),
            .profile = {.hash = sha256("id = \"x\""),
                        .id = "x",
                        .version = 3,
                        .title = "办法",
                        .content = "id = \"x\""},
            .expected = 3,
            .author = "local"};
  }

  /// A finished run: totals 90.5, 60 and 100.
  std::int64_t kept_run() {
    const auto id = runs_->start(kRegion, new_run()).value();
    const std::vector<ScoreResult> results{{.position = 1,
                                            .project_id = projects_.at(0),
                                            .agency_id = 7,
                                            .agency = "科技局",
                                            .project = "研发",
                                            .total = Decimal::of(905, 1),
                                            .possible = Decimal::whole(100),
                                            .execution = Decimal::of(950, 2),
                                            .grade = "优",
                                            .result = "{\"a\":\"\\n\t\"}",
                                            .inputs = "{}"},
                                           {.position = 2,
                                            .project_id = projects_.at(1),
                                            .agency_id = 7,
                                            .agency = "科技局",
                                            .project = "公用经费",
                                            .total = Decimal::whole(60),
                                            .possible = Decimal::whole(90),
                                            .unscored = 2,
                                            .result = "{}",
                                            .inputs = "{}"},
                                           {.position = 3,
                                            .project_id = projects_.at(2),
                                            .agency_id = 8,
                                            .agency = "科技馆",
                                            .project = "展览",
                                            .total = Decimal::whole(100),
                                            .possible = Decimal::whole(100),
                                            .grade = "优",
                                            .result = "{}",
                                            .inputs = "{}"}};
    EXPECT_TRUE(runs_->add(kRegion, id, std::span(results).first(2)));
    EXPECT_TRUE(runs_->add(kRegion, id, std::span(results).last(1)));
    EXPECT_TRUE(runs_->finish(kRegion, id, {5, 2, {{"优", 2}, {"", 1}}}));
    return id;
  }

  std::vector<std::string> names(const ScoreFilter& filter, const Stretch<ScoreSort>& stretch) {
    std::vector<std::string> all;
    const auto page = runs_->results(filter, stretch);
    EXPECT_TRUE(page);
    for (const auto& one : page->items) {
      all.push_back(one.project);
    }
    return all;
  }

  std::optional<ScoreRuns> runs_{};
  std::vector<std::int64_t> projects_{};
};

TEST_P(ScoreRunsContract, ProjectsOfAYearStandInDocumentOrder) {
  ASSERT_EQ(projects_.size(), 3U);
  EXPECT_EQ(store_->project(kRegion, projects_[0])->summary.title, "重点研发");
  const auto agency = store_->project(kRegion, projects_[2])->summary.agency_id;
  EXPECT_THAT(*runs_->projects_of(kRegion, {.year = 2022, .agency = agency}),
              testing::ElementsAre(projects_[2]));
  EXPECT_THAT(*runs_->projects_of(kRegion, {.year = 2021}), testing::IsEmpty());
  EXPECT_THAT(*runs_->projects_of("110000000", {.year = 2022}), testing::IsEmpty());
}

TEST_P(ScoreRunsContract, ARunIsReadBackWithItsProfileAndCounts) {
  const auto id = kept_run();
  const auto run = runs_->run(kRegion, id);
  ASSERT_TRUE(run);
  EXPECT_TRUE(run->finished);
  EXPECT_EQ(run->done, 3);
  EXPECT_EQ(run->run.profile.content, "id = \"x\"");
  EXPECT_EQ(run->run.profile.version, 3);
  EXPECT_EQ(run->counts, (ScoreCounts{5, 2, {{"优", 2}, {"", 1}}}));
  EXPECT_EQ(iso(run->run.as_of), "2022-12-31");
  EXPECT_EQ(run->run.author, "local");
  EXPECT_EQ(runs_->run("110000000", id).error().message.key, "store.no_score_run");
  const auto later = kept_run();
  const auto listed = runs_->of_year(kRegion, 2022);
  ASSERT_EQ(listed->size(), 2U);
  EXPECT_EQ(listed->front().id, later);
  EXPECT_EQ(listed->front().run.profile.content, "");
  EXPECT_THAT(*runs_->check(), testing::IsEmpty());
}

TEST_P(ScoreRunsContract, ResultsAreFilteredSortedAndPaged) {
  const auto id = kept_run();
  const ScoreFilter all{.region = std::string(kRegion), .run = id};
  using testing::ElementsAre;
  EXPECT_THAT(names(all, {}), ElementsAre("研发", "公用经费", "展览"));
  EXPECT_THAT(names(all, {.sort = ScoreSort::total}), ElementsAre("公用经费", "研发", "展览"));
  auto good = all;
  good.grade = "优";
  EXPECT_THAT(names(good, {.descending = true}), ElementsAre("展览", "研发"));
  auto none = all;
  none.grade = "";
  EXPECT_THAT(names(none, {}), ElementsAre("公用经费"));
  auto of_words = all;
  of_words.query = "科技局 研";
  EXPECT_THAT(names(of_words, {}), ElementsAre("研发"));
  auto of_agency = all;
  of_agency.agency = 8;
  EXPECT_THAT(names(of_agency, {}), ElementsAre("展览"));
  const auto first = runs_->results(all, {.sort = ScoreSort::total, .limit = 2});
  EXPECT_EQ(first->total, 3);
  EXPECT_THAT(names(all, {.sort = ScoreSort::total, .cursor = first->next, .limit = 2}),
              ElementsAre("展览"));
  EXPECT_EQ(
      runs_->results(all, {.sort = ScoreSort::project, .cursor = first->next}).error().message.key,
      "store.bad_cursor");
}

TEST_P(ScoreRunsContract, AResultIsKeptByteForByte) {
  const auto id = kept_run();
  const auto one = runs_->result(kRegion, id, projects_.at(0));
  ASSERT_TRUE(one);
  EXPECT_EQ(one->result, "{\"a\":\"\\n\t\"}");
  EXPECT_EQ(one->total.to_string(), "90.5");
  EXPECT_EQ(one->execution->to_string(), "9.50");
  EXPECT_FALSE(runs_->result(kRegion, id, projects_.at(1))->execution);
  EXPECT_EQ(runs_->result(kRegion, id, 1).error().message.key, "store.no_score");
  std::vector<std::int64_t> seen;
  EXPECT_TRUE(runs_->each_result(kRegion, id, [&](const ScoreResult& result) -> Result<void> {
    seen.push_back(result.position);
    return {};
  }));
  EXPECT_THAT(seen, testing::ElementsAre(1, 2, 3));
}

TEST_P(ScoreRunsContract, AFinishedRunIsNeverChangedAnUnfinishedOneCanGo) {
  const auto done = kept_run();
  EXPECT_EQ(runs_->add(kRegion, done, {}).error().message.key, "store.score_run_finished");
  EXPECT_EQ(runs_->finish(kRegion, done, {}).error().message.key, "store.score_run_finished");
  EXPECT_EQ(runs_->discard(kRegion, done).error().message.key, "store.score_run_finished");
  const auto open = runs_->start(kRegion, new_run()).value();
  EXPECT_FALSE(runs_->run(kRegion, open)->finished);
  EXPECT_EQ(runs_->of_year(kRegion, 2022)->size(), 2U);
  EXPECT_TRUE(runs_->discard(kRegion, open));
  EXPECT_EQ(runs_->of_year(kRegion, 2022)->size(), 1U);
  EXPECT_EQ(runs_->add(kRegion, open, {}).error().message.key, "store.no_score_run");
}

INSTANTIATE_TEST_SUITE_P(, ScoreRunsContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
