#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/form_money.h"
#include "intake/grid_for_test.h"
#include "intake/intake.h"
#include "intake/tick_box.h"

namespace jiheng::intake {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

Intake read_sheet(const std::vector<std::string>& rows) {
  return read_rows(GridForTest::worksheet(rows), vocabulary());
}

std::string amount(const Funding& row) {
  return row.amount ? row.amount->to_shortest_string() : "";
}

std::vector<std::string> funding(const Intake& intake) {
  std::vector<std::string> rows;
  for (const auto& row : intake.funding) {
    rows.push_back(row.block + "|" + row.source + "|" + row.column + "|" +
                   (row.year ? std::to_string(*row.year) : "") + "|" + amount(row));
  }
  return rows;
}

std::vector<std::string> fates(const Intake& intake) {
  std::vector<std::string> words;
  for (const auto& note : intake.report.notes) {
    words.push_back(std::to_string(note.place.row) + " " + std::string(word(note.fate)) + " " +
                    note.reason.key);
  }
  return words;
}

std::vector<std::string> notices(const Intake& intake) {
  std::vector<std::string> keys;
  for (const auto& notice : intake.report.notices) {
    keys.push_back(notice.message.key);
  }
  return keys;
}

TEST(ReadForms, AnApplicationGivesProjectGoalsFundingAndIndicators) {
  const auto intake = read_sheet({
      "2023年项目申报表|<|<|<|<",
      "项目名称|<|桥梁维修|项目代码|",
      "项目主管部门|<|甲局|项目执行单位|乙站",
      "项目类型|<|1.部门项目 □   2.公共项目 □√|<|<",
      "项目总预算|<|120|项目当年预算|80",
      "预算变动情况|<|2021年预算金额30万元，2022年预算金额10万元，增加20万元。|<|<",
      "项目资金来源|<|资金来源项目|<|金额",
      "^|^|合计|<|120",
      "^|^|1.财政拨款|<|100",
      "^|^|2.其他收入|<|",
      "支出|明细|支出项目|<|金额",
      "^|^|1.维修|<|119.5",
      "^|测算依据及说明|维修支出119.5万元|<|<",
      "项目绩效总目标|<|目标1：修桥。目标2：通车。|<|<",
      "年度绩效指标|<|二级指标|指标内容|指标值",
      "^|<|数量指标|维修座数|3座",
  });
  EXPECT_EQ(intake.year, 2023);
  ASSERT_THAT(intake.projects, SizeIs(1));
  const auto& project = intake.projects[0];
  EXPECT_EQ(project.name, "桥梁维修");
  EXPECT_EQ(project.kind, "公共项目");
  EXPECT_EQ(project.parent_agency, "甲局");
  EXPECT_EQ(project.executing_agency, "乙站");
  EXPECT_EQ(to_string(project.place), "Sheet1!C2");
  EXPECT_THAT(
      funding(intake),
      ElementsAre("|项目总预算|||1200000", "|项目当年预算||2023|800000", "|预算金额||2021|300000",
                  "|预算金额||2022|100000", "项目资金来源|合计|金额||1200000",
                  "项目资金来源|财政拨款|金额||1000000", "明细|维修|金额||1195000"));
  EXPECT_EQ(to_string(intake.funding[5].place), "Sheet1!E9");
  EXPECT_EQ(intake.funding[2].as_filed, "2021年预算金额30万元");
  EXPECT_THAT(notices(intake), ElementsAre("intake.unit_from_text"));
  ASSERT_THAT(intake.goals, SizeIs(1));
  EXPECT_EQ(intake.goals[0].text, "目标1:修桥。目标2:通车。");
  EXPECT_EQ(intake.goals[0].project, "桥梁维修");
  EXPECT_EQ(intake.goals[0].span, GoalSpan::annual);
  ASSERT_THAT(intake.indicators, SizeIs(1));
  EXPECT_EQ(intake.indicators[0].agency, "乙站");
  EXPECT_EQ(intake.indicators[0].project, "桥梁维修");
  EXPECT_EQ(intake.indicators[0].repaired, std::vector{Repair::cell_split});
  EXPECT_EQ(intake.report.rows, 16U);
  EXPECT_THAT(intake.report.notes, SizeIs(15));
  EXPECT_EQ(intake.report.unread, 0U);
}

TEST(ReadForms, ADepartmentsFormHasNoProject) {
  const auto intake = read_sheet({
      "2024年部门整体绩效目标表|<|<|<|<",
      "部门名称|甲局|<|<|<",
      "预算整体情况|支出|预算金额（万元）|收入来源|预算金额（万元）",
      "^|基本支出|10.5|财政拨款|72.25",
      "^|项目支出|0|其他资金|",
      "年度重点工作任务|名称|主要实施内容|拟投入的资金（万元）|期望达到的目标（概述）",
      "^|修路|铺设路面|1,140|路面平整",
      "总体绩效目标|办好三件事|<|<|<",
      "绩效指标|一级指标|二级指标|三级指标|指标值",
      "^|产出指标|数量指标|修路|≥5公里",
  });
  EXPECT_THAT(intake.projects, IsEmpty());
  EXPECT_THAT(funding(intake), ElementsAre("支出|基本支出|预算金额(万元)||105000",
                                           "收入来源|财政拨款|预算金额(万元)||722500",
                                           "支出|项目支出|预算金额(万元)||0",
                                           "年度重点工作任务|修路|拟投入的资金(万元)||11400000"));
  EXPECT_EQ(intake.funding[3].content, "铺设路面");
  EXPECT_EQ(intake.funding[3].expected, "路面平整");
  EXPECT_EQ(intake.funding[3].as_filed, "1,140");
  EXPECT_EQ(intake.funding[3].agency, "甲局");
  ASSERT_THAT(intake.indicators, SizeIs(1));
  EXPECT_EQ(intake.indicators[0].agency, "甲局");
  EXPECT_EQ(intake.indicators[0].project, "");
  EXPECT_EQ(intake.indicators[0].level1, "产出指标");
}

TEST(ReadForms, ASelfEvaluationHasSeveralAmountsALabel) {
  const auto intake = read_sheet({
      "项目支出绩效自评表|<|<|<|<|<|<|<",
      "项目名称|道路养护|<|<|<|<|<|<",
      "主管部门|甲局|<|实施单位|乙站|<|<|<",
      "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
      "^|年度资金总额|100|100|95|10|95%|9.5",
      "^|其中：财政拨款|100|100|95|—|95%|—",
      "年度总体目标|预期目标|<|<|实际完成情况|<|<|<",
      "^|养护道路|<|<|养护了道路|<|<|<",
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
      "产出指标|数量指标|养护里程|≥5公里|6公里|20|20|",
      "总分|<|<|<|<|100|99.5|",
  });
  EXPECT_THAT(funding(intake), ElementsAre("项目资金(万元)|年度资金总额|年初预算数||1000000",
                                           "项目资金(万元)|年度资金总额|全年预算数||1000000",
                                           "项目资金(万元)|年度资金总额|全年执行数||950000",
                                           "项目资金(万元)|其中:财政拨款|年初预算数||1000000",
                                           "项目资金(万元)|其中:财政拨款|全年预算数||1000000",
                                           "项目资金(万元)|其中:财政拨款|全年执行数||950000"));
  ASSERT_THAT(intake.goals, SizeIs(1));
  EXPECT_EQ(intake.goals[0].text, "养护道路");
  ASSERT_THAT(intake.indicators, SizeIs(1));
  EXPECT_EQ(intake.indicators[0].actual, "6公里");
  EXPECT_EQ(intake.indicators[0].agency, "乙站");
  // The total of the money is scored, not its parts; the sums of the table are the project's.
  ASSERT_THAT(intake.executions, SizeIs(1));
  const auto& execution = intake.executions[0];
  EXPECT_EQ(execution.agency, "乙站");
  EXPECT_EQ(execution.project, "道路养护");
  EXPECT_EQ(execution.budget, Decimal::whole(100));
  EXPECT_EQ(execution.executed, Decimal::whole(95));
  EXPECT_EQ(execution.points, "10");
  EXPECT_EQ(execution.rate, "95%");
  EXPECT_EQ(execution.score, "9.5");
  ASSERT_THAT(intake.totals, SizeIs(1));
  EXPECT_EQ(intake.totals[0].total, "99.5");
  EXPECT_EQ(intake.totals[0].project, "道路养护");
}

TEST(ReadForms, WhatWasNotSpentIsBlankAndAPartialSumNoTotal) {
  const auto intake = read_sheet({
      "项目名称|道路养护|<|<|<|<|<|<",
      "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
      "^|年度资金总额|100|0||10||",
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
      "产出指标|数量指标|养护里程|≥5公里|6公里|20|20|",
      "小计|<|<|<|<|20|20|",
  });
  ASSERT_THAT(intake.executions, SizeIs(1));
  EXPECT_EQ(intake.executions[0].budget, Decimal{});
  EXPECT_EQ(intake.executions[0].executed, std::nullopt);
  EXPECT_EQ(intake.executions[0].score, "");
  EXPECT_THAT(intake.totals, IsEmpty());
}

TEST(ReadForms, ABudgetNobodyAdjustedIsTheInitialOne) {
  const auto intake = read_sheet({
      "项目支出绩效自评表|<|<|<|<|<|<|<",
      "（2023 年度）|<|<|<|<|<|<|<",
      "项目名称|道路养护|<|<|<|<|<|<",
      "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
      "^|年度资金总额|50||48|10||",
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
      "产出指标|数量指标|养护里程|≥5公里|6公里|20|20|",
  });
  EXPECT_EQ(intake.year, 2023) << "it stands under the title";
  EXPECT_EQ(intake.title, "项目支出绩效自评表");
  ASSERT_THAT(intake.executions, SizeIs(1));
  EXPECT_EQ(intake.executions[0].budget, Decimal::whole(50));
  EXPECT_TRUE(intake.executions[0].by_initial);
  EXPECT_EQ(intake.report.unread, 0U);
}

TEST(ReadForms, AnApplicationHasNoExecution) {
  const auto intake = read_sheet({
      "项目名称|道路养护|<|<|<",
      "项目资金（万元）||年初预算数|全年预算数|备注",
      "^|年度资金总额|100|100|",
  });
  EXPECT_THAT(intake.executions, IsEmpty());
}

TEST(ReadForms, MidTermGoalsStandBesideAnnualOnes) {
  const auto intake = read_sheet({
      "项目名称|道路养护|<|<|<",
      "项目资金（万元）|中期资金总额：|300|年度资金总额：|100",
      "^|其中：财政拨款|200|其中：财政拨款|80",
      "总体目标|中期目标（2021年-2023年）|<|年度目标|<",
      "^|三年养护|<|一年养护|<",
      "一级指标|二级指标|指标值|二级指标|指标值",
  });
  ASSERT_THAT(intake.goals, SizeIs(2));
  EXPECT_EQ(intake.goals[0].span, GoalSpan::mid_term);
  EXPECT_EQ(intake.goals[0].text, "三年养护");
  EXPECT_EQ(intake.goals[1].span, GoalSpan::annual);
  EXPECT_THAT(funding(intake), ElementsAre("项目资金(万元)|中期资金总额:|||3000000",
                                           "项目资金(万元)|年度资金总额:|||1000000",
                                           "项目资金(万元)|其中:财政拨款|||2000000",
                                           "项目资金(万元)|其中:财政拨款|||800000"));
}

TEST(ReadForms, WithoutAUnitAnAmountIsKeptAsFiled) {
  const auto intake = read_sheet({"项目名称|甲|项目总预算|6730"});
  ASSERT_THAT(intake.funding, SizeIs(1));
  EXPECT_FALSE(intake.funding[0].amount);
  EXPECT_EQ(intake.funding[0].as_filed, "6730");
  EXPECT_THAT(notices(intake), Contains("intake.unit_unknown"));
}

TEST(ReadForms, SeveralFormsOfOneSheetKeepApart) {
  const std::vector<std::string> form{"项目名称|甲|实施单位|A站",
                                      "一级指标|二级指标|三级指标|指标值",
                                      "产出指标|数量指标|培训|5场"};
  auto rows = form;
  rows.insert(rows.end(), {"项目名称|乙|项目类型|一次性", form[1], form[2]});
  const auto intake = read_sheet(rows);
  ASSERT_THAT(intake.projects, SizeIs(2));
  EXPECT_EQ(intake.projects[0].executing_agency, "A站");
  EXPECT_EQ(intake.projects[1].executing_agency, "");
  EXPECT_EQ(intake.projects[1].kind, "一次性");
  ASSERT_THAT(intake.indicators, SizeIs(2));
  EXPECT_EQ(intake.indicators[1].project, "乙");
  EXPECT_EQ(intake.indicators[1].agency, "");
  EXPECT_THAT(intake.report.tables, SizeIs(2));
}

TEST(ReadForms, AGoalFieldThatIsBlankIsAGoalWithoutText) {
  const std::vector<std::string> table{"一级指标|三级指标|指标值", "产出指标|培训|5场"};
  std::vector<std::string> blank{"项目名称|甲|", "年度目标||"};
  blank.insert(blank.end(), table.begin(), table.end());
  const auto missing = read_sheet(blank);
  ASSERT_THAT(missing.goals, SizeIs(1));
  EXPECT_EQ(missing.goals[0].text, "");
  EXPECT_EQ(missing.goals[0].project, "甲");
  // The text may stand below its label.
  std::vector<std::string> below{"项目名称|甲|", "年度目标||", "年度目标|全年培训5场|"};
  below.insert(below.end(), table.begin(), table.end());
  const auto said = read_sheet(below);
  ASSERT_THAT(said.goals, SizeIs(1));
  EXPECT_EQ(said.goals[0].text, "全年培训5场");
}

TEST(ReadForms, AProjectPeriodIsKeptAsItIsWritten) {
  const auto intake =
      read_sheet({"项目名称|甲|起止时间|2022年1月至2022年12月", "产出指标|数量指标|培训|5场"});
  ASSERT_THAT(intake.projects, SizeIs(1));
  EXPECT_EQ(intake.projects[0].period, "2022年1月至2022年12月");
}

TEST(ReadForms, AMoneyTableThatIsNoFormGivesNothing) {
  const auto intake = read_sheet({"科目编码|科目名称|预算数", "201|教育|100", "202|文化|20"});
  EXPECT_THAT(intake.funding, IsEmpty());
  EXPECT_THAT(intake.indicators, IsEmpty());
  EXPECT_THAT(fates(intake), Not(Contains(testing::HasSubstr("form"))));
}

std::vector<std::string> told(const Intake& intake) {
  std::vector<std::string> lines;
  for (const auto& row : intake.indicators) {
    lines.push_back(to_string(row.place) + " " + row.project + "|" + row.level1 + "|" + row.level2 +
                    "|" + row.name + "|" + row.as_filed);
  }
  return lines;
}

TEST(ReadForms, IndicatorsThatStandSideBySideAreReadColumnByColumn) {
  const auto intake =
      read_sheet({"项目名称|甲|<|<", "绩效指标|一级指标|产出指标|<", "^|二级指标|数量指标|质量指标",
                  "^|三级指标|培训|合格率", "^|指标值|5场|95%", "填表人：张三|||"});
  EXPECT_THAT(told(intake), ElementsAre("Sheet1!C5 甲|产出指标|数量指标|培训|5场",
                                        "Sheet1!D5 甲|产出指标|质量指标|合格率|95%"));
  EXPECT_EQ(intake.report.unread, 0U);
  EXPECT_EQ(intake.report.rows, 6U);
  EXPECT_THAT(fates(intake), ElementsAre("1 form intake.form", "2 head intake.transposed",
                                         "3 head intake.transposed", "4 head intake.transposed",
                                         "5 head intake.transposed", "6 note intake.below_table"));
}

TEST(ReadForms, SideBySideTheProjectMayDifferAndATableMayGoOnBelow) {
  const auto intake = read_sheet({"项目名称|甲|乙|", "三级指标|培训|合格率|", "指标值|5场|95%|",
                                  "三级指标|印刷|及时率|一次", "指标值|3本||8人"});
  EXPECT_THAT(told(intake), ElementsAre("Sheet1!B3 甲|||培训|5场", "Sheet1!C3 乙|||合格率|95%",
                                        "Sheet1!B5 |||印刷|3本", "Sheet1!D5 |||一次|8人"));
  EXPECT_EQ(intake.report.unread, 1U);  // a name with nothing beside it
  EXPECT_THAT(intake.report.tables, SizeIs(2));
}

TEST(ReadForms, AnOrdinaryTableBelowASideBySideOneIsReadByItsRows) {
  const auto intake = read_sheet({"三级指标|培训|合格率", "指标值|5场|95%", "||",
                                  "一级指标|三级指标|指标值", "产出指标|印刷|3本"});
  EXPECT_THAT(told(intake), ElementsAre("Sheet1!B2 |||培训|5场", "Sheet1!C2 |||合格率|95%",
                                        "Sheet1!C5 |产出指标||印刷|3本"));
}

TEST(TickedOption, IsTheOneBesideTheTick) {
  EXPECT_EQ(ticked_option("1.部门项目 □ 2.公共项目 □√"), "公共项目");
  EXPECT_EQ(ticked_option("□部门项目 ☑公共项目"), "公共项目");
  EXPECT_EQ(ticked_option("新增□ 延续√"), "延续");
  EXPECT_EQ(ticked_option("□新增 □延续"), "");
  EXPECT_EQ(ticked_option("公共项目"), "公共项目");
  EXPECT_EQ(ticked_option(""), "");
}

TEST(FormMoney, AUnitStandsInBracketsBehindAColonOrLast) {
  EXPECT_EQ(unit_in("拟投入的资金(万元)")->word, "万元");
  EXPECT_EQ(unit_in("金额单位: 元")->yuan, 1);
  EXPECT_EQ(unit_in("金额万元")->yuan, 10'000);
  EXPECT_FALSE(unit_in("多元文化经费"));
  EXPECT_FALSE(unit_in("金额"));
}

TEST(FormMoney, AnAmountIsAWholeCell) {
  EXPECT_EQ(amount_of("6,730.50")->number.to_string(), "6730.50");
  EXPECT_EQ(amount_of("3080万元")->unit->word, "万元");
  EXPECT_FALSE(amount_of("95%"));
  EXPECT_FALSE(amount_of("三"));
  EXPECT_FALSE(amount_of("约100"));
  EXPECT_EQ(in_yuan(*Decimal::parse("10891.615675"), {"万元", 10'000})->to_shortest_string(),
            "108916156.75");
}

}  // namespace
}  // namespace jiheng::intake
