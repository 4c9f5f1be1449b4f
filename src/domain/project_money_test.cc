#include "domain/project_money.h"

#include <gtest/gtest.h>

namespace jiheng {
namespace {

constexpr Date on(unsigned month, unsigned day) {
  return Date{std::chrono::year{2022}, std::chrono::month{month}, std::chrono::day{day}};
}

ProjectMoney money(Date as_of, std::optional<int> initial, std::optional<int> adjusted,
                   std::optional<int> executed) {
  const auto yuan = [](std::optional<int> value) {
    return value ? std::optional(Decimal::whole(*value)) : std::nullopt;
  };
  return {.as_of = as_of,
          .initial = yuan(initial),
          .adjusted = yuan(adjusted),
          .executed = yuan(executed)};
}

TEST(ProjectMoney, amounts_are_carried_until_they_are_said_again) {
  const std::vector<ProjectMoney> said{money(on(7, 31), {}, 120, 60), money(on(1, 1), 100, {}, {}),
                                       money(on(9, 30), {}, {}, 90)};
  const auto may = money_at(said, "", on(5, 31));
  ASSERT_TRUE(may);
  EXPECT_EQ(may->budget(), Decimal::whole(100));
  EXPECT_FALSE(may->executed) << "blank is not 0";
  const auto october = money_at(said, "", on(10, 31));
  ASSERT_TRUE(october);
  EXPECT_EQ(october->initial, Decimal::whole(100));
  EXPECT_EQ(october->budget(), Decimal::whole(120));
  EXPECT_EQ(october->executed, Decimal::whole(90));
  EXPECT_EQ(october->as_of, on(9, 30));
}

TEST(ProjectMoney, sources_are_kept_apart_and_the_future_is_not_known) {
  auto fiscal = money(on(7, 31), {}, {}, 50);
  fiscal.source = "财政拨款";
  const std::vector<ProjectMoney> said{fiscal, money(on(7, 31), {}, {}, 60)};
  EXPECT_EQ(money_at(said, "财政拨款", on(7, 31))->executed, Decimal::whole(50));
  EXPECT_EQ(money_at(said, "", on(7, 31))->executed, Decimal::whole(60));
  EXPECT_FALSE(money_at(said, "", on(7, 30)));
  EXPECT_FALSE(money_at(said, "其他资金", on(12, 31)));
}

}  // namespace
}  // namespace jiheng
