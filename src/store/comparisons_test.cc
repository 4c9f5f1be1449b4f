#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ComparisonContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (store_ != nullptr) {
      filed("a.txt", sample_table());
    }
  }

  /// The facts each agency of 2022 is judged by.
  std::vector<ReviewFacts> facts() {
    std::vector<ReviewFacts> all;
    EXPECT_TRUE(store_->each_agency(kRegion, {.year = 2022}, [&](AgencyRows rows) -> Result<void> {
      EXPECT_EQ(rows.rows.size(), rows.stored.size());
      all.push_back(std::move(rows.facts));
      return {};
    }));
    return all;
  }

  static CopiedRow copy(std::string project) {
    return {.of = {"嘉兴市科技馆", std::move(project)},
            .name = "接待观众",
            .others = 2,
            .elsewhere = {"嘉兴市科学技术局", "日常公用经费"},
            .target = "100000"};
  }

  static OutputCosts costs(std::size_t n) {
    return {.of = {"嘉兴市科技馆", "展览运行"},
            .name = "接待观众",
            .base = "人次",
            .lies = {.n = n,
                     .lowest = Decimal::whole(1),
                     .first_quarter = Decimal::of(25, 1),
                     .median = Decimal::whole(4),
                     .third_quarter = Decimal::whole(5),
                     .highest = Decimal::whole(9)}};
  }
};

TEST_P(ComparisonContract, AnAgencyIsJudgedByWhatALookAtItsYearFound) {
  const ReviewFacts found{.copies = {copy("展览运行"), copy("没有的项目")}, .costs = {costs(9)}};
  ASSERT_TRUE(store_->keep_comparisons(kRegion, 2022, found));
  auto known = facts();
  ASSERT_THAT(known, SizeIs(2));
  EXPECT_THAT(known[0].copies, IsEmpty());
  EXPECT_THAT(known[1].copies, ElementsAre(copy("展览运行")));
  EXPECT_THAT(known[1].costs, ElementsAre(costs(9)));
  // The next look replaces it.
  ASSERT_TRUE(store_->keep_comparisons(kRegion, 2022, {}));
  EXPECT_THAT(facts()[1].copies, IsEmpty());
  EXPECT_THAT(facts()[1].costs, IsEmpty());
}

TEST_P(ComparisonContract, ADocumentsCostsCountWhereNoLookHasBeen) {
  auto table = sample_table();
  table[5].target = "100001";
  auto filing = request("b.txt", table);
  filing.facts.costs = {costs(3)};
  ASSERT_TRUE(store_->file(filing, kHooks));
  EXPECT_THAT(facts()[1].costs, ElementsAre(costs(3)));
  ASSERT_TRUE(store_->keep_comparisons(kRegion, 2022, {.costs = {costs(9)}}));
  table[5].target = "100002";
  filing = request("c.txt", table);
  filing.facts.costs = {costs(4)};
  ASSERT_TRUE(store_->file(filing, kHooks));
  EXPECT_THAT(facts()[1].costs, ElementsAre(costs(9)));
}

TEST_P(ComparisonContract, JudgingAYearTellsHowFarItIsAndStops) {
  std::vector<std::pair<std::size_t, std::size_t>> told;
  std::stop_source stop;
  const YearWatch watch{.stop = stop.get_token(), .told = [&](std::size_t done, std::size_t all) {
                          told.emplace_back(done, all);
                        }};
  const ReviewRun run{.year = 2022, .pack_id = "national", .pack_version = 1};
  ASSERT_TRUE(store_->review_year(kRegion, run, kHooks, watch));
  EXPECT_THAT(told, ElementsAre(std::pair<std::size_t, std::size_t>(0, 2),
                                std::pair<std::size_t, std::size_t>(1, 2)));
  EXPECT_EQ(*store_->filed_since(kRegion, 2022, 0), 1);
  EXPECT_EQ(*store_->filed_since(kRegion, 2022, clock_.now_ms()), 0);
  stop.request_stop();
  EXPECT_EQ(store_->review_year(kRegion, run, kHooks, watch).error().message.key,
            "store.review_stopped");
  EXPECT_EQ(store_
                ->each_agency(
                    kRegion, {.year = 2022}, [](AgencyRows) { return Result<void>{}; }, watch)
                .error()
                .message.key,
            "store.review_stopped");
}

TEST_P(ComparisonContract, ProjectsThatFindingsStandInAreListedApart) {
  ProjectFilter filter{.region = std::string(kRegion), .year = 2022};
  const auto all = store_->list_projects(filter, {})->total;
  filter.any_finding = true;
  const auto some = *store_->list_projects(filter, {});
  EXPECT_EQ(some.total, 2);
  EXPECT_EQ(all, 3);
  for (const auto& project : some.items) {
    EXPECT_NE(project.findings, Counts{});
  }
}

INSTANTIATE_TEST_SUITE_P(, ComparisonContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
