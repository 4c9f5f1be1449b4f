#include "intake/money_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

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

std::optional<Decimal> number(const std::optional<MoneyCell>& cell) {
  return cell ? std::optional(cell->number) : std::nullopt;
}

/// 万元; "" where there is none.
std::string_view word_of(const std::optional<MoneyUnit>& unit) {
  return unit ? unit->word : std::string_view();
}

/// The unit an amount is read in by its cell or head.
std::string_view unit_of(const std::optional<MoneyCell>& cell) {
  return cell ? word_of(cell->unit) : std::string_view();
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
  EXPECT_EQ(number(rows[0].initial), Decimal::of(120050, 2));
  EXPECT_EQ(number(rows[0].executed), Decimal::whole(700));
  EXPECT_FALSE(rows[1].adjusted.has_value());
  EXPECT_FALSE(rows[1].executed.has_value());
  EXPECT_EQ(rows[2].project, "合计");
  EXPECT_EQ(rows[2].total, "合计");
}

TEST(MoneyTable, StackedHeadsAreOneHead) {
  const auto head = money_head(sheet_of({{"项目名称", "资金（元）", "资金（元）"},
                                         {"项目名称", "预算数", "执行数"},
                                         {"科技创新", "100", "50"}}));
  ASSERT_TRUE(head);
  EXPECT_EQ(word_of(head->units[1]), "元");
  EXPECT_EQ(word_of(head->units[2]), "元");
  EXPECT_EQ(head->unit, std::nullopt);
  EXPECT_EQ(head->first_row, 2U);
  EXPECT_THAT(head->columns,
              ElementsAre(MoneyColumn::project, MoneyColumn::initial, MoneyColumn::executed));
}

TEST(MoneyTable, EveryColumnHasTheUnitItsHeadSays) {
  const auto sheet = sheet_of({{"项目名称", "年初预算（万元）", "调整预算数（元）", "实际支出"},
                               {"甲", "100", "1200000", "5"}});
  const auto head = money_head(sheet).value();
  EXPECT_EQ(word_of(head.units[1]), "万元");
  EXPECT_EQ(word_of(head.units[2]), "元");
  EXPECT_EQ(word_of(head.units[3]), "");
  EXPECT_EQ(head.unit, std::nullopt);
  const auto rows = money_rows(sheet, head, head.columns);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(unit_of(rows[0].initial), "万元");
  EXPECT_EQ(unit_of(rows[0].adjusted), "元");
  EXPECT_EQ(unit_of(rows[0].executed), "");
}

TEST(MoneyTable, AUnitWrittenOnceOverColumnsIsOfAllOfThem) {
  const auto head = money_head(sheet_of({{"项目名称", "资金（万元）", "", "年末执行数（元）"},
                                         {"", "预算数", "预计执行数", ""},
                                         {"科技创新", "100", "50", "3"}}));
  ASSERT_TRUE(head);
  EXPECT_EQ(word_of(head->units[0]), "");
  EXPECT_EQ(word_of(head->units[1]), "万元");
  EXPECT_EQ(word_of(head->units[2]), "万元");
  EXPECT_EQ(word_of(head->units[3]), "元");
}

TEST(MoneyTable, AnAmountMayBringItsOwnUnit) {
  const auto sheet = sheet_of({{"项目名称", "预算数（万元）", "执行数（万元）"},
                               {"甲", "1.1亿元", "350 万"},
                               {"乙", "3,500元", "2亿斤"},
                               {"丙", "−20", "-1.5万元"}});
  const auto head = money_head(sheet).value();
  const auto rows = money_rows(sheet, head, head.columns);
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(number(rows[2].initial), Decimal::whole(-20));
  EXPECT_EQ(number(rows[2].executed), Decimal::of(-15, 1));
  EXPECT_EQ(number(rows[0].initial), Decimal::of(11, 1));
  EXPECT_EQ(unit_of(rows[0].initial), "亿元");
  EXPECT_EQ(unit_of(rows[0].executed), "万元");
  EXPECT_EQ(rows[0].bad, "");
  EXPECT_EQ(number(rows[1].initial), Decimal::whole(3500));
  EXPECT_EQ(unit_of(rows[1].initial), "元");
  EXPECT_EQ(rows[1].bad, "2亿斤");
}

TEST(MoneyTable, AnAdjustmentIsAColumnOfItsOwn) {
  using enum MoneyColumn;
  for (const auto* head : {"预算调整（万元）", "调整数", "调整额", "追加追减", "预算追加(减)",
                           "调增调减", "预算调整数", "追加预算数", "本年追加"}) {
    EXPECT_THAT(guess_money_columns({"项目名称", "年初预算数", fold_cell(head), "执行数"}),
                ElementsAre(project, initial, adjustment, executed))
        << head;
  }
  for (const auto* head : {"调整预算数", "调整后预算", "全年预算数（含追加）", "预算调整后金额"}) {
    EXPECT_THAT(guess_money_columns({"项目名称", "年初预算数", fold_cell(head), "执行数"}),
                ElementsAre(project, initial, adjusted, executed))
        << head;
  }
  for (const auto* head : {"预算调整率", "预算调整原因"}) {
    EXPECT_THAT(guess_money_columns({"项目名称", "年初预算数", head, "执行数"}),
                ElementsAre(project, initial, none, executed))
        << head;
  }
}

TEST(MoneyTable, AdditionsBesideCutsAreNotTakenForTheWholeAdjustment) {
  using enum MoneyColumn;
  EXPECT_THAT(guess_money_columns({"项目名称", "年初预算数", "调增数", "调减数", "全年预算数"}),
              ElementsAre(project, initial, none, none, adjusted));
}

TEST(MoneyTable, KnowsWhatForecastsAndInitialBudgetsAreCalled) {
  using enum MoneyColumn;
  for (const auto* first : {"年初安排", "年初安排数"}) {
    for (const auto* last : {"预计全年执行数", "全年预计执行数", "全年预计支出数"}) {
      EXPECT_THAT(guess_money_columns({"项目名称", first, "执行数", last}),
                  ElementsAre(project, initial, executed, expected))
          << first << last;
    }
  }
}

TEST(MoneyTable, ATotalNeedsNoProjectName) {
  const auto sheet = sheet_of({{"序号", "项目名称", "预算数", "执行数"},
                               {"1", "甲", "1", "2"},
                               {"总 计", "", "1", "2"},
                               {"", "", "3", "4"}});
  const auto head = money_head(sheet).value();
  const auto rows = money_rows(sheet, head, head.columns);
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].total, "");
  EXPECT_EQ(rows[1].total, "总 计");
  EXPECT_EQ(rows[2].total, "");
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
  EXPECT_EQ(rows[1].bad_column, MoneyColumn::as_of);
  EXPECT_EQ(rows[2].bad, "");
  EXPECT_EQ(rows[2].as_of, last_day_of_month(2022, 7));
}

}  // namespace
}  // namespace jiheng::intake
