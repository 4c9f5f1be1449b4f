#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/actuals.h"
#include "store/money_layouts.h"
#include "store/monitoring_board.h"
#include "store/monitoring_said.h"
#include "store/project_money.h"
#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const MonitoringPeriod kJuly{
    .region = std::string(kRegion), .year = 2022, .month = 7, .pack = "national-2019:1"};

class MonitoringContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (store_ != nullptr) {
      filed("a.txt", sample_table());
    }
  }

  /// Keeps a state of every project that has none: red, green, then none.
  void fill() {
    MonitoringBoard board(*store_);
    const auto missing = board.missing(kJuly, 100).value();
    std::vector<MonitoringState> states;
    for (const auto project : missing.projects) {
      MonitoringState state{.project_id = project, .agency_id = agency_of(project)};
      if (states.empty()) {
        state.light = packs::Light::red;
        state.quadrant = Quadrant::goals_behind;
        state.goal_rate = Decimal::of(5714, 2);
        state.budget = Decimal::whole(1'000'000);
      } else if (states.size() == 1) {
        state.light = packs::Light::green;
        state.quadrant = Quadrant::on_track;
        state.goal_rate = Decimal::whole(98);
      }
      states.push_back(state);
    }
    ASSERT_TRUE(board.keep(kJuly, missing.revision, states).value());
  }

  std::int64_t agency_of(std::int64_t project) {
    return store_->project(kRegion, project).value().summary.agency_id;
  }

  BoardPage page(BoardFilter filter = {}, Stretch<BoardSort> stretch = {}) {
    filter.period = kJuly;
    const auto found = MonitoringBoard(*store_).page(filter, stretch);
    EXPECT_TRUE(found);
    return found.value_or(BoardPage{});
  }
};

TEST_P(MonitoringContract, states_are_missing_until_they_are_kept) {
  EXPECT_EQ(page().missing, 3);
  EXPECT_THAT(page().items, IsEmpty());
  fill();
  EXPECT_EQ(page().missing, 0);
  ASSERT_THAT(page().items, SizeIs(3));
  const auto worst = page().items.front();
  EXPECT_EQ(worst.state.light, packs::Light::red);
  EXPECT_EQ(worst.state.goal_rate, Decimal::of(5714, 2));
  EXPECT_EQ(worst.state.budget, Decimal::whole(1'000'000));
  EXPECT_EQ(worst.state.execution_rate, std::nullopt);
  EXPECT_EQ(page().items.back().state.light, std::nullopt);
}

TEST_P(MonitoringContract, a_board_filters_counts_and_goes_on) {
  fill();
  EXPECT_THAT(page({.light = packs::Light::red}).items, SizeIs(1));
  EXPECT_THAT(page({.dark = true}).items, SizeIs(1));
  EXPECT_THAT(page({.quadrant = Quadrant::on_track}).items, SizeIs(1));
  EXPECT_THAT(page({.query = "展览"}).items, SizeIs(1));
  EXPECT_THAT(page().counts.lights, ElementsAre(1, 1, 0, 1, 0));
  EXPECT_THAT(page({.light = packs::Light::red}).counts.lights, ElementsAre(1, 1, 0, 1, 0));
  EXPECT_THAT(page({.light = packs::Light::red}).counts.quadrants, ElementsAre(0, 0, 0, 1, 0));
  EXPECT_EQ(page({.light = packs::Light::red}).total, 1);
  const auto first = page({}, {.limit = 2});
  ASSERT_FALSE(first.next.empty());
  const auto second = page({}, {.cursor = first.next, .limit = 2});
  EXPECT_THAT(second.items, SizeIs(1));
  EXPECT_TRUE(second.next.empty());
}

TEST_P(MonitoringContract, every_order_goes_on_to_the_last_row) {
  fill();
  for (const auto sort :
       {BoardSort::light, BoardSort::name, BoardSort::agency, BoardSort::goal_rate,
        BoardSort::execution_rate, BoardSort::forecast, BoardSort::not_reported}) {
    for (const bool descending : {false, true}) {
      std::string cursor;
      std::size_t rows = 0;
      do {
        const auto part =
            page({}, {.sort = sort, .descending = descending, .cursor = cursor, .limit = 1});
        rows += part.items.size();
        cursor = part.next;
      } while (!cursor.empty());
      EXPECT_EQ(rows, 3U) << static_cast<int>(sort) << descending;
    }
  }
}

TEST_P(MonitoringContract, whatever_touches_a_project_forgets_how_it_stood) {
  const auto indicator = row("研发项目数");
  const auto forgotten = [&](const char* what) {
    EXPECT_EQ(page().missing, 1) << what;
    fill();
  };
  fill();
  ASSERT_TRUE(Actuals(*store_).report(
      kRegion,
      std::vector<NewActual>{{.indicator_id = indicator.id,
                              .said = {.as_of = last_day_of_month(2022, 7), .value = "3"}}}));
  forgotten("a value");
  const auto kept = Actuals(*store_).of_project(kRegion, indicator.project_id).value();
  ASSERT_TRUE(Actuals(*store_).take_back(kRegion, kept.front().id, "甲"));
  forgotten("a value taken back");
  ASSERT_TRUE(Moneys(*store_).state(
      kRegion, std::vector<NewMoney>{{.project_id = indicator.project_id,
                                      .said = {.as_of = last_day_of_month(2022, 7),
                                               .initial = Decimal::whole(100)}}}));
  forgotten("money");
  ASSERT_TRUE(Curves(*store_).set(kRegion, indicator.id, packs::Curve{}, "甲"));
  forgotten("a curve");
  const auto laid = edit(row("研发项目数"), {{Field::target, "6"}});
  ASSERT_TRUE(laid);
  forgotten("an edit");
  ASSERT_TRUE(store_->undo_overlay(kRegion, laid->front(), row("研发项目数").revision, kHooks));
  forgotten("an edit undone");
  auto table = sample_table();
  table[5].target = "120000";
  filed("b.txt", table);
  EXPECT_GE(page().missing, 1) << "another filing";
}

TEST_P(MonitoringContract, states_of_something_else_than_what_stands_are_not_kept) {
  MonitoringBoard board(*store_);
  const auto missing = board.missing(kJuly, 100).value();
  ASSERT_TRUE(Curves(*store_).set(kRegion, row("研发项目数").id, packs::Curve{}, "甲"));
  const std::vector<MonitoringState> states{
      {.project_id = missing.projects.front(), .agency_id = 1}};
  EXPECT_FALSE(board.keep(kJuly, missing.revision, states).value());
  EXPECT_EQ(page().missing, 3);
}

TEST_P(MonitoringContract, the_newest_curve_counts_and_can_be_given_back) {
  Curves curves(*store_);
  const auto id = row("研发项目数").id;
  const auto project = row("研发项目数").project_id;
  const auto quarters =
      packs::make_curve(packs::CurveShape::quarters, {"10", "30", "60", "100"}).value();
  ASSERT_TRUE(curves.set(kRegion, id, packs::Curve{}, "甲"));
  ASSERT_TRUE(curves.set(kRegion, id, quarters, "乙"));
  const auto living = curves.of_projects(kRegion, {project}).value();
  ASSERT_THAT(living, SizeIs(1));
  EXPECT_EQ(living.front().curve, quarters);
  EXPECT_EQ(living.front().author, "乙");
  ASSERT_TRUE(curves.set(kRegion, id, std::nullopt, "乙"));
  EXPECT_THAT(curves.of_projects(kRegion, {project}).value(), IsEmpty());
}

TEST_P(MonitoringContract, an_opinion_belongs_to_its_period) {
  Opinions opinions(*store_);
  const auto indicator = row("研发项目数");
  const Opinion said{.indicator_id = indicator.id,
                     .month = 7,
                     .possibility = "possible",
                     .reasons = {"funding", "staff"},
                     .words = "拨款晚",
                     .measure = "加快",
                     .expected = "5"};
  ASSERT_TRUE(opinions.give(kRegion, said, "甲"));
  ASSERT_TRUE(opinions.give(kRegion, said, "乙"));  // the very same
  auto kept = opinions.of_project(kRegion, indicator.project_id, 7).value();
  ASSERT_THAT(kept, SizeIs(1));
  EXPECT_EQ(kept.front().opinion, said);
  EXPECT_EQ(kept.front().author, "甲");
  EXPECT_THAT(opinions.of_project(kRegion, indicator.project_id, 9).value(), IsEmpty());
  auto other = said;
  other.possibility = "certain";
  ASSERT_TRUE(opinions.give(kRegion, other, "乙"));
  kept = opinions.of_project(kRegion, indicator.project_id, 7).value();
  ASSERT_THAT(kept, SizeIs(1));
  EXPECT_EQ(kept.front().opinion.possibility, "certain");
}

TEST_P(MonitoringContract, a_layout_is_remembered_as_it_was_last_said) {
  MoneyLayouts layouts(*store_);
  EXPECT_EQ(layouts.find(kRegion, "abc").value(), std::nullopt);
  ASSERT_TRUE(layouts.remember(kRegion, {"abc", {"project", "", "executed"}, "万元"}, "甲"));
  const MoneyLayout last{"abc", {"project", "initial", "executed"}, ""};
  ASSERT_TRUE(layouts.remember(kRegion, last, "乙"));
  EXPECT_EQ(layouts.find(kRegion, "abc").value(), last);
}

INSTANTIATE_TEST_SUITE_P(, MonitoringContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
