#include "rules/period.h"

#include <gtest/gtest.h>

namespace jiheng::rules {
namespace {

std::string told(std::string_view text) {
  const auto period = period_of(text);
  if (!period) {
    return "none";
  }
  const auto& [begin, end] = *period;
  return std::to_string(begin.year) + "." + std::to_string(begin.month) + "-" +
         std::to_string(end.year) + "." + std::to_string(end.month);
}

TEST(Period, IsReadInEverySpellingOfTheForms) {
  EXPECT_EQ(told("2022年1月至2023年12月"), "2022.1-2023.12");
  EXPECT_EQ(told("2022-01-01到2022-12-31"), "2022.1-2022.12");
  EXPECT_EQ(told("2022.1-2023.6"), "2022.1-2023.6");
  EXPECT_EQ(told("2022-2024年"), "2022.0-2024.0");
  EXPECT_EQ(told("2022年-2024年"), "2022.0-2024.0");
}

TEST(Period, NeedsTwoMoments) {
  EXPECT_EQ(told("长期"), "none");
  EXPECT_EQ(told("2022年"), "none");
  EXPECT_EQ(told("12个月"), "none");
  EXPECT_EQ(told(""), "none");
  EXPECT_EQ(told("99999999999999999999年至2022年"), "none");
}

TEST(Period, IsReversedOnlyWhereThatIsCertain) {
  EXPECT_TRUE(is_reversed({{2024, 6}, {2023, 12}}));
  EXPECT_TRUE(is_reversed({{2024, 6}, {2024, 5}}));
  EXPECT_FALSE(is_reversed({{2024, 6}, {2024, 6}}));
  EXPECT_FALSE(is_reversed({{2024, 6}, {2024, 0}}));
}

}  // namespace
}  // namespace jiheng::rules
