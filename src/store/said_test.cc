#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/actuals.h"
#include "store/assessments.h"
#include "store/project_money.h"
#include "store/project_rows.h"
#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Date on(unsigned month, unsigned day) {
  return Date{std::chrono::year{2022}, std::chrono::month{month}, std::chrono::day{day}};
}

class SaidContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (store_ != nullptr) {
      filed("a.txt", sample_table());
    }
  }

  NewActual actual(std::string_view name, std::string value, Date as_of = on(7, 31)) {
    return {.indicator_id = row(name).id,
            .said = {.as_of = as_of, .value = std::move(value)},
            .author = "甲"};
  }

  Result<std::vector<std::int64_t>> report(const std::vector<NewActual>& actuals) {
    clock_.set(clock_.now_ms() + 1000);
    return Actuals(*store_).report(kRegion, actuals);
  }

  std::vector<std::string> values_of(std::string_view name, bool ended = false) {
    std::vector<std::string> values;
    const auto kept = Actuals(*store_).of_project(kRegion, row(name).project_id, ended).value();
    for (const auto& one : kept) {
      values.push_back(one.actual.said.value + (one.living ? "" : " ended by " + one.ended_by));
    }
    return values;
  }
};

TEST_P(SaidContract, a_value_is_kept_at_its_day_and_said_again_without_losing_the_first) {
  ASSERT_TRUE(report({actual("研发项目数", "2", on(3, 31)), actual("研发项目数", "3")}));
  ASSERT_TRUE(report({actual("研发项目数", "4")}));
  EXPECT_THAT(values_of("研发项目数"), ElementsAre("2", "4"));
  EXPECT_THAT(values_of("研发项目数", true), ElementsAre("2", "4", "3 ended by 甲"));
}

TEST_P(SaidContract, saying_the_very_same_changes_nothing) {
  const auto first = report({actual("研发项目数", "3")});
  const auto again = report({actual("研发项目数", "3")});
  ASSERT_TRUE(first && again);
  EXPECT_EQ(*first, *again);
  EXPECT_THAT(values_of("研发项目数", true), SizeIs(1));
}

TEST_P(SaidContract, sub_units_numerators_and_amounts_come_back_as_they_were_said) {
  auto unit = actual("验收合格率", "");
  unit.said = {.as_of = on(7, 31),
               .unit = "一分局",
               .numerator = "19",
               .denominator = "20",
               .amount = *Decimal::parse("1234.50")};
  unit.origin = ReportOrigin::filed;
  unit.place = "Sheet1!E7";
  unit.note = "据台账";
  ASSERT_TRUE(report({actual("验收合格率", "96%"), unit}));
  const auto kept = Actuals(*store_).of_projects(kRegion, {row("验收合格率").project_id});
  ASSERT_TRUE(kept);
  ASSERT_THAT(*kept, SizeIs(2));
  EXPECT_EQ(kept->back().actual.said, unit.said);
  EXPECT_EQ(kept->back().actual.origin, ReportOrigin::filed);
  EXPECT_EQ(kept->back().actual.place, "Sheet1!E7");
  EXPECT_EQ(kept->back().actual.note, "据台账");
}

TEST_P(SaidContract, all_values_are_kept_or_none) {
  auto unknown = actual("研发项目数", "9");
  unknown.indicator_id = 42;
  const auto refused = report({actual("研发项目数", "3"), unknown});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.key, "store.no_indicator");
  EXPECT_EQ(refused.error().where, "2");
  EXPECT_THAT(values_of("研发项目数"), IsEmpty());
}

TEST_P(SaidContract, a_value_is_taken_back_once) {
  const auto ids = report({actual("研发项目数", "3")});
  ASSERT_TRUE(ids);
  Actuals actuals(*store_);
  ASSERT_TRUE(actuals.take_back(kRegion, ids->front(), "乙"));
  EXPECT_EQ(actuals.take_back(kRegion, ids->front(), "乙").error().message.key,
            "store.actual_ended");
  EXPECT_EQ(actuals.take_back(kRegion, 42, "乙").error().message.key, "store.no_actual");
  EXPECT_THAT(values_of("研发项目数"), IsEmpty());
  EXPECT_THAT(values_of("研发项目数", true), ElementsAre("3 ended by 乙"));
}

TEST_P(SaidContract, taking_back_brings_back_what_was_said_before) {
  ASSERT_TRUE(report({actual("研发项目数", "4")}));
  ASSERT_TRUE(report({actual("研发项目数", "5")}));
  const auto wrong = report({actual("研发项目数", "50")});
  ASSERT_TRUE(wrong);
  Actuals actuals(*store_);
  ASSERT_TRUE(actuals.take_back(kRegion, wrong->front(), "乙"));
  EXPECT_THAT(values_of("研发项目数"), ElementsAre("5"));
  const auto living = actuals.of_project(kRegion, row("研发项目数").project_id).value();
  ASSERT_TRUE(actuals.take_back(kRegion, living.front().id, "乙"));
  EXPECT_THAT(values_of("研发项目数"), ElementsAre("4"));
  EXPECT_THAT(values_of("研发项目数", true), ElementsAre("4", "50 ended by 乙", "5 ended by 乙"));
}

TEST_P(SaidContract, values_stay_with_the_indicator_when_its_table_is_filed_again) {
  ASSERT_TRUE(report({actual("研发项目数", "3")}));
  auto table = sample_table();
  table.front().target = "6";
  filed("b.txt", table);
  EXPECT_THAT(values_of("研发项目数"), ElementsAre("3"));
}

TEST_P(SaidContract, money_is_kept_in_cents_by_day_and_source) {
  const auto project = row("研发项目数").project_id;
  Moneys moneys(*store_);
  NewMoney whole{.project_id = project,
                 .said = {.as_of = on(7, 31),
                          .initial = *Decimal::parse("100000.01"),
                          .executed = Decimal::whole(0)},
                 .document_name = "执行.xlsx",
                 .author = "甲"};
  auto fiscal = whole;
  fiscal.said.source = "财政拨款";
  ASSERT_TRUE(moneys.state(kRegion, std::vector{whole, fiscal}));
  whole.said.executed = Decimal::whole(5);
  ASSERT_TRUE(moneys.state(kRegion, std::vector{whole}));
  const auto kept = moneys.of_project(kRegion, project);
  ASSERT_TRUE(kept);
  ASSERT_THAT(*kept, SizeIs(2));
  EXPECT_EQ(kept->front().money.said, whole.said);
  EXPECT_FALSE(kept->front().money.said.adjusted) << "blank is not 0";
  EXPECT_EQ(kept->back().money.said.executed, Decimal::whole(0)) << "0 is not blank";
  EXPECT_THAT(*moneys.of_project(kRegion, project, true), SizeIs(3));
  EXPECT_THAT(*moneys.of_projects(kRegion, {project}), SizeIs(2));
}

TEST_P(SaidContract, parts_of_a_cent_and_unknown_projects_are_refused_with_their_place) {
  NewMoney good{.project_id = row("研发项目数").project_id,
                .said = {.as_of = on(7, 31), .executed = Decimal::whole(1)}};
  auto parts = good;
  parts.said.executed = *Decimal::parse("0.001");
  Moneys moneys(*store_);
  const auto refused = moneys.state(kRegion, std::vector{good, parts});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.key, "store.bad_amount");
  EXPECT_EQ(refused.error().where, "2");
  parts = good;
  parts.project_id = 42;
  EXPECT_EQ(moneys.state(kRegion, std::vector{parts}).error().message.key, "store.no_project");
  EXPECT_THAT(*moneys.of_project(kRegion, good.project_id), IsEmpty());
}

TEST_P(SaidContract, assessments_replace_each_other) {
  Assessments assessments(*store_);
  NewAssessment first{
      .indicator_id = row("机关运转").id, .said = {.points = "10", .score = "9"}, .author = "甲"};
  auto second = first;
  second.said.reason = "人员不足";
  ASSERT_TRUE(assessments.assess(kRegion, std::vector{first}));
  ASSERT_TRUE(assessments.assess(kRegion, std::vector{second}));
  ASSERT_TRUE(assessments.assess(kRegion, std::vector{second}));
  const auto project = row("机关运转").project_id;
  const auto kept = assessments.of_projects(kRegion, {project});
  ASSERT_TRUE(kept);
  ASSERT_THAT(*kept, SizeIs(1));
  EXPECT_EQ(kept->front().assessment.said, second.said);
  EXPECT_THAT(*assessments.of_project(kRegion, project, true), SizeIs(2));
}

TEST_P(SaidContract, rows_of_projects_come_in_the_order_asked_for) {
  const auto museum = row("接待观众").project_id;
  const auto research = row("研发项目数").project_id;
  const auto loaded = project_rows(*store_, kRegion, {museum, 42, research});
  ASSERT_TRUE(loaded);
  ASSERT_THAT(*loaded, SizeIs(2));
  EXPECT_EQ(loaded->front().id, museum);
  EXPECT_EQ(loaded->front().year, 2022);
  EXPECT_THAT(loaded->back().rows, SizeIs(3));
  EXPECT_EQ(loaded->back().rows.front().row.name, "研发项目数");
}

INSTANTIATE_TEST_SUITE_P(, SaidContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
