#include "app/form_money.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace jiheng::app {
namespace {

constexpr Date kDay{std::chrono::year{2023}, std::chrono::month{12}, std::chrono::day{31}};

Funding said(std::string source, std::string column, std::int64_t yuan) {
  return {.place = {},
          .agency = "甲局",
          .project = "巡回车",
          .column = std::move(column),
          .source = std::move(source),
          .amount = Decimal::whole(yuan),
          .as_filed = ""};
}

TEST(MoneySource, OneSourceHasManyLabels) {
  for (const auto* label : {"其中:财政拨款", "财政拨款", "其中：本年财政拨款", "当年财政拨款"}) {
    EXPECT_EQ(money_source(fold_cell(label)), "财政拨款") << label;
  }
  EXPECT_EQ(money_source("年度资金总额"), "");
  EXPECT_EQ(money_source("上年结转"), "上年结转资金");
  EXPECT_EQ(money_source("其他"), "其他资金");
  EXPECT_EQ(money_source("就业补助"), std::nullopt);
}

TEST(FormMoney, HeadsSayWhatAnAmountIs) {
  const std::vector<Funding> funding{
      said("其中:财政拨款", "年初预算数", 70), said("年度资金总额", "年初预算数", 80),
      said("年度资金总额", "全年预算数", 90), said("年度资金总额", "全年执行数", 56),
      said("年度资金总额", "全年预计执行数", 88)};
  const auto moneys = money_of(funding, "甲局", "巡回车", kDay);
  ASSERT_THAT(moneys, testing::SizeIs(2));
  EXPECT_EQ(moneys[0].source, "") << "the total stands first";
  EXPECT_EQ(moneys[0].initial, Decimal::whole(80));
  EXPECT_EQ(moneys[0].adjusted, Decimal::whole(90));
  EXPECT_EQ(moneys[0].executed, Decimal::whole(56));
  EXPECT_EQ(moneys[0].expected, Decimal::whole(88));
  EXPECT_EQ(moneys[1].initial, Decimal::whole(70));
  EXPECT_EQ(moneys[1].executed, std::nullopt);
  EXPECT_THAT(money_of(funding, "乙局", "巡回车", kDay), testing::IsEmpty());
}

TEST(FormMoney, AnAdjustmentIsNoBudget) {
  const std::vector<Funding> funding{said("年度资金总额", "年初预算数", 80),
                                     said("年度资金总额", "预算调整数", 10),
                                     said("年度资金总额", "调整预算数", 90)};
  const auto moneys = money_of(funding, "甲局", "巡回车", kDay);
  ASSERT_THAT(moneys, testing::SizeIs(1));
  EXPECT_EQ(moneys[0].initial, Decimal::whole(80));
  EXPECT_EQ(moneys[0].adjusted, Decimal::whole(90));
}

TEST(FormMoney, TextWhereAnAmountBelongsIsFoundAndDashesAreNot) {
  std::vector<Funding> funding{said("年度资金总额", "年初预算数", 80)};
  for (const auto* text : {"五十", "——", "/", ""}) {
    funding.push_back(said("年度资金总额", "全年执行数", 0));
    funding.back().amount.reset();
    funding.back().as_filed = text;
  }
  funding.push_back(funding[1]);
  funding.back().source = "就业补助";
  const auto unread = unread_money(funding, "甲局", "巡回车");
  ASSERT_THAT(unread, testing::SizeIs(1));
  EXPECT_EQ(unread.front()->as_filed, "五十");
  EXPECT_THAT(unread_money(funding, "乙局", "巡回车"), testing::IsEmpty());
}

}  // namespace
}  // namespace jiheng::app
