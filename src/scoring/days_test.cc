#include "scoring/days.h"

#include <gtest/gtest.h>

namespace jiheng::scoring {
namespace {

struct Case {
  std::string test_name;
  DateTarget target;
  DateTarget actual;
  std::int64_t late;  // -1: unclear
};

class Days : public testing::TestWithParam<Case> {};

TEST_P(Days, CountFromTheDeadline) {
  const auto& [name, target, actual, late] = GetParam();
  const auto found = lateness_of(target, actual, 2022);
  if (late < 0) {
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error(), Unscored::day_unclear);
    return;
  }
  ASSERT_TRUE(found);
  EXPECT_EQ(found->days, late);
  EXPECT_EQ(found->met, late == 0);
}

constexpr auto kBy = DateBound::by;

INSTANTIATE_TEST_SUITE_P(
    , Days,
    testing::Values(
        Case{"LastDayOfAMonth",
             {.month = 10, .part = DatePart::end, .bound = kBy},
             {.month = 10, .day = 31},
             0},
        Case{"BeforeAMonth",
             {.month = 11, .part = DatePart::start, .bound = DateBound::before},
             {.month = 11, .day = 1},
             1},
        Case{"AQuarterEndsWithItsMonth", {.quarter = 3}, {.month = 9, .day = 30}, 0},
        Case{"AQuarterMissed", {.quarter = 3}, {.month = 10, .day = 2}, 2},
        Case{"HalfAYear", {.half = 1, .bound = kBy}, {.month = 7, .day = 1}, 1},
        Case{"EndOfTheYear", {.part = DatePart::end}, {.month = 12, .day = 31}, 0},
        Case{"NextYearIsLate", {.part = DatePart::end}, {.year = 2023, .month = 1, .day = 10}, 10},
        Case{"LastYearIsEarly", {.month = 3, .bound = kBy}, {.year = 2021, .month = 12}, 0},
        Case{"AMonthWithinItsMonth", {.month = 10, .bound = kBy}, {.month = 10}, 0},
        Case{"AMonthAroundADay", {.month = 10, .day = 15, .bound = kBy}, {.month = 10}, -1},
        Case{"AMonthWhollyLate", {.month = 10, .day = 15, .bound = kBy}, {.month = 11}, 46},
        Case{"NoSuchDay", {.month = 10, .bound = kBy}, {.month = 2, .day = 30}, -1},
        Case{"After", {.month = 6, .bound = DateBound::after}, {.month = 6, .day = 1}, 0},
        Case{"TooEarly", {.month = 6, .bound = DateBound::after}, {.month = 5, .day = 31}, 1}),
    [](const auto& row) { return row.param.test_name; });

TEST(DaysWithoutABudgetYear, AreNotHeldAgainstAYearNobodyNamed) {
  const DateTarget december{.month = 12, .part = DatePart::end, .bound = kBy};
  const auto found = lateness_of(december, {.year = 2024, .month = 1, .day = 15}, std::nullopt);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error(), Unscored::year_unknown);
  const auto both = lateness_of(december, {.month = 12, .day = 31}, std::nullopt);
  ASSERT_TRUE(both);
  EXPECT_TRUE(both->met);
  auto of_a_year = december;
  of_a_year.year = 2023;
  const auto late = lateness_of(of_a_year, {.year = 2024, .month = 1, .day = 15}, std::nullopt);
  ASSERT_TRUE(late);
  EXPECT_EQ(late->days, 15);
}

}  // namespace
}  // namespace jiheng::scoring
