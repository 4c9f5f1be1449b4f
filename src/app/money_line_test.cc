#include "app/money_line.h"

#include <gtest/gtest.h>

namespace jiheng::app {
namespace {

constexpr intake::MoneyUnit kYuan{"元", 1};
constexpr intake::MoneyUnit kTenThousand{"万元", 10'000};

intake::MoneyCell cell(std::int64_t number, std::optional<intake::MoneyUnit> unit = std::nullopt) {
  return {Decimal::whole(number), unit};
}

MoneyTerms terms(std::optional<intake::MoneyUnit> unit = kYuan) {
  return {.year = 2022, .as_of = last_day_of_month(2022, 7), .unit = unit};
}

TEST(MoneyLine, EveryAmountCountsInItsOwnUnit) {
  const auto line = line_of({.project = "甲",
                             .initial = cell(100, kTenThousand),
                             .adjusted = cell(1'200'000, kYuan),
                             .executed = cell(5)},
                            terms(kTenThousand));
  EXPECT_EQ(line.fate, MoneyFate::understood);
  EXPECT_EQ(line.said.initial, Decimal::whole(1'000'000));
  EXPECT_EQ(line.said.adjusted, Decimal::whole(1'200'000));
  EXPECT_EQ(line.said.executed, Decimal::whole(50'000));
  EXPECT_FALSE(line.unitless);
}

TEST(MoneyLine, AnAmountWithoutAUnitIsSaidSo) {
  const auto line = line_of(
      {.project = "甲", .initial = cell(100, kTenThousand), .executed = cell(5)}, terms({}));
  EXPECT_TRUE(line.unitless);
  const auto own = line_of({.project = "甲", .initial = cell(100, kTenThousand)}, terms({}));
  EXPECT_FALSE(own.unitless) << "its cell or head says it";
}

TEST(MoneyLine, AnAdjustmentMakesTheAdjustedBudget) {
  for (const auto by : {20, -20}) {
    const auto line =
        line_of({.project = "甲", .initial = cell(100), .adjustment = cell(by)}, terms());
    EXPECT_EQ(line.fate, MoneyFate::understood) << by;
    EXPECT_EQ(line.said.adjusted, Decimal::whole(100 + by));
    EXPECT_EQ(line.adjustment, Decimal::whole(by));
  }
  const auto units =
      line_of({.project = "甲", .initial = cell(1, kTenThousand), .adjustment = cell(-500, kYuan)},
              terms({}));
  EXPECT_EQ(units.said.adjusted, Decimal::whole(9'500));
}

TEST(MoneyLine, ABlankAdjustmentIsNotZero) {
  const auto line = line_of({.project = "甲", .initial = cell(100)}, terms());
  EXPECT_EQ(line.said.adjusted, std::nullopt);
}

TEST(MoneyLine, AnAdjustmentThatDisagreesOrHasNothingToAdjustIsNotKept) {
  const auto fate = [](std::optional<intake::MoneyCell> initial,
                       std::optional<intake::MoneyCell> adjusted, std::int64_t by) {
    return line_of({.project = "甲",
                    .initial = initial,
                    .adjusted = adjusted,
                    .adjustment = cell(by),
                    .executed = cell(1)},
                   terms())
        .fate;
  };
  EXPECT_EQ(fate(cell(100), cell(120), 20), MoneyFate::understood);
  EXPECT_EQ(fate(cell(100), cell(130), 20), MoneyFate::disagrees);
  EXPECT_EQ(fate(std::nullopt, cell(130), 20), MoneyFate::understood);
  EXPECT_EQ(fate(std::nullopt, std::nullopt, 20), MoneyFate::no_initial);
  EXPECT_EQ(fate(std::nullopt, std::nullopt, 0), MoneyFate::understood);
  EXPECT_EQ(fate(cell(100), std::nullopt, -120), MoneyFate::negative);
}

TEST(MoneyLine, ABadDayIsNoBadAmount) {
  const auto day = line_of({.project = "甲",
                            .executed = cell(5),
                            .bad = "8月",
                            .bad_column = intake::MoneyColumn::as_of},
                           terms());
  EXPECT_EQ(day.fate, MoneyFate::bad_day);
  const auto amount = line_of(
      {.project = "甲", .bad = "约5", .bad_column = intake::MoneyColumn::executed}, terms());
  EXPECT_EQ(amount.fate, MoneyFate::not_a_number);
}

TEST(MoneyLine, ATotalWithoutAProjectIsATotal) {
  const auto line = line_of({.total = "合计", .executed = cell(5)}, terms());
  EXPECT_EQ(line.fate, MoneyFate::total);
  EXPECT_EQ(line.project, "合计");
  EXPECT_EQ(line_of({.executed = cell(5)}, terms()).fate, MoneyFate::no_project);
}

TEST(MoneyRemark, SpendingBeyondTheBudgetIsOdd) {
  const auto remark = [](std::optional<Decimal> initial, std::optional<Decimal> adjusted,
                         std::int64_t executed) {
    return remark_of(
        {.initial = initial, .adjusted = adjusted, .executed = Decimal::whole(executed)});
  };
  EXPECT_EQ(remark(Decimal::whole(100), {}, 200), MoneyRemark::over_budget);
  EXPECT_EQ(remark(Decimal::whole(100), Decimal::whole(250), 200), MoneyRemark::none);
  EXPECT_EQ(remark(Decimal::whole(100), {}, 100), MoneyRemark::none);
  EXPECT_EQ(remark(Decimal::whole(0), {}, 1), MoneyRemark::no_budget);
  EXPECT_EQ(remark(Decimal::whole(0), {}, 0), MoneyRemark::none);
  EXPECT_EQ(remark({}, {}, 200), MoneyRemark::none) << "no budget is written here";
}

}  // namespace
}  // namespace jiheng::app
