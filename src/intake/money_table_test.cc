#include "intake/money_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jiheng::intake {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

document::Sheet sheet_of(const std::vector<std::vector<std::string>>& rows) {
  document::Sheet sheet{.layout = document::Layout::grid};
  for (const auto& cells : rows) {
    document::Row row;
    row.place.row = static_cast<int>(sheet.rows.size()) + 1;
    for (const auto& cell : cells) {
      row.cells.push_back({.text = cell});
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

const std::vector<std::vector<std::string>> kTable{
    {"2022年项目执行情况表", "", "", "", ""},
    {"单位：万元", "", "", "", ""},
    {"预算单位", "项目名称", "年初预算数", "全年预算数", "1-7月执行数"},
    {"甲局", "科技创新", "1,200.50", "1300", "700"},
    {"甲局", "日常公用经费", "80", "", "-"},
    {"预算单位", "项目名称", "年初预算数", "全年预算数", "1-7月执行数"},
    {"", "合计", "1280.5", "1300", "700"},
};

TEST(MoneyTable, KnowsEveryUnitFormsWrite) {
  for (const auto& unit : money_units()) {
    auto table = kTable;
    table[1][0] = "单位：" + std::string(unit.word);
    EXPECT_EQ(money_head(sheet_of(table))->unit, unit) << unit.word;
  }
}

TEST(MoneyTable, TitlesAndLinesOverTheTableAreNoHead) {
  using enum MoneyColumn;
  const auto head = money_head(sheet_of({{"部门预算支出数一览", "", "", ""},
                                         {"编制单位：甲局", "", "", "金额：万元"},
                                         {"编号", "项目名称", "全年预算数", "累计支出数"},
                                         {"1", "科技创新", "120", "35"}}));
  ASSERT_TRUE(head);
  EXPECT_THAT(head->heads, ElementsAre("编号", "项目名称", "全年预算数", "累计支出数"));
  EXPECT_THAT(head->columns, ElementsAre(none, project, adjusted, executed));
  EXPECT_EQ(head->unit->word, "万元");
}

TEST(MoneyTable, ShortHeadsAreKnownWhole) {
  using enum MoneyColumn;
  const auto head =
      money_head(sheet_of({{"项目", "预算", "支出", "支出进度"}, {"科技创新", "9", "3", "1"}}));
  ASSERT_TRUE(head);
  EXPECT_THAT(head->columns, ElementsAre(project, initial, executed, none));
}

TEST(MoneyTable, ReadsHeadUnitAndMonthFromItsWords) {
  const auto head = money_head(sheet_of(kTable));
  ASSERT_TRUE(head);
  using enum MoneyColumn;
  EXPECT_THAT(head->columns, ElementsAre(agency, project, initial, adjusted, executed));
  EXPECT_EQ(head->unit->word, "万元");
  EXPECT_EQ(head->until, 7);
  EXPECT_EQ(head->first_row, 3U);
}

TEST(MoneyTable, ReadsRowsAndLeavesBlanksBlank) {
  const auto sheet = sheet_of(kTable);
  const auto head = money_head(sheet).value();
  const auto rows = money_rows(sheet, head, head.columns);
  ASSERT_THAT(rows, SizeIs(3));  // without the head that is printed again
  EXPECT_EQ(rows[0].initial, Decimal::of(120050, 2));
  EXPECT_EQ(rows[0].executed, Decimal::whole(700));
  EXPECT_EQ(rows[1].adjusted, std::nullopt);
  EXPECT_EQ(rows[1].executed, std::nullopt);
  EXPECT_EQ(rows[2].project, "合计");
}

TEST(MoneyTable, StackedHeadsAreOneHead) {
  const auto head = money_head(sheet_of({{"项目名称", "资金（元）", "资金（元）"},
                                         {"项目名称", "预算数", "执行数"},
                                         {"科技创新", "100", "50"}}));
  ASSERT_TRUE(head);
  EXPECT_EQ(head->unit->word, "元");
  EXPECT_EQ(head->first_row, 2U);
  EXPECT_THAT(head->columns,
              ElementsAre(MoneyColumn::project, MoneyColumn::initial, MoneyColumn::executed));
}

TEST(MoneyTable, NeverGuessesAUnit) {
  const auto head = money_head(sheet_of({{"项目名称", "执行数"}, {"科技创新", "50"}}));
  ASSERT_TRUE(head);
  EXPECT_EQ(head->unit, std::nullopt);
  EXPECT_EQ(head->until, std::nullopt);
}

TEST(MoneyTable, TheSameHeadsOfAnotherMonthAreTheSameLayout) {
  auto other = kTable;
  other[0][0] = "2023年项目执行情况表";
  other[2][4] = "1-9月执行数";
  EXPECT_EQ(money_head(sheet_of(kTable))->layout, money_head(sheet_of(other))->layout);
  other[2][2] = "批复数";
  EXPECT_NE(money_head(sheet_of(kTable))->layout, money_head(sheet_of(other))->layout);
}

TEST(MoneyTable, ARateIsNoAmount) {
  const auto head =
      money_head(sheet_of({{"项目名称", "执行率", "预计执行数", "执行数"}, {"甲", "1", "2", "3"}}));
  ASSERT_TRUE(head);
  EXPECT_THAT(head->columns, ElementsAre(MoneyColumn::project, MoneyColumn::none,
                                         MoneyColumn::expected, MoneyColumn::executed));
}

TEST(MoneyTable, WhatIsNoAmountIsSaid) {
  const auto sheet = sheet_of({{"项目名称", "执行数", "截至日期"},
                               {"甲", "约50", "2022年7月31日"},
                               {"乙", "50", "2022-13-01"},
                               {"丙", "50", "2022/7/31"}});
  const auto head = money_head(sheet).value();
  const auto rows = money_rows(sheet, head, head.columns);
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].bad, "约50");
  EXPECT_EQ(rows[1].bad, "2022-13-01");
  EXPECT_EQ(rows[2].bad, "");
  EXPECT_EQ(rows[2].as_of, last_day_of_month(2022, 7));
}

}  // namespace
}  // namespace jiheng::intake
