// Layout fingerprints, and what is remembered of a layout.
#include "intake/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/grid_for_test.h"
#include "intake/intake.h"

namespace jiheng::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

using Rows = std::vector<std::string>;

Intake sheet(const Rows& rows, const Corrections& corrections = {}) {
  return read_rows(GridForTest::worksheet(rows), vocabulary(), corrections);
}

std::string layout(const Intake& intake) {
  return intake.report.layouts.at(0).layout;
}

const Rows kTable{"单位名称|项目名称|绩效指标|<|<|<|<|<",
                  "^|^|一级指标|二级指标|三级指标|计算符号|2024年度指标值|计量单位",
                  "甲局|培训|产出指标|数量指标|培训场次|≥|5|场",
                  "甲局|培训|产出指标|数量指标|培训人数||200|人",
                  "甲局|培训|产出指标|质量指标||≥|95|%"};

Rows with(Rows rows, std::size_t at, const std::string& row) {
  rows.at(at) = row;
  return rows;
}

TEST(Layout, IsTheSameInAnotherFormatYearAndFile) {
  const auto here = layout(sheet(kTable));
  EXPECT_TRUE(is_layout(here));
  EXPECT_EQ(layout(read_rows(GridForTest::pages(kTable), vocabulary())), here);
  auto next = with(kTable, 1, "^|^|一级指标|二级指标|三 级 指 标|计算符号|2025年度指标值|计量单位");
  EXPECT_EQ(layout(sheet(next)), here);
  next.insert(next.begin(), "2025年项目绩效目标表");
  next.push_back("乙局|宣传|产出指标|数量指标|宣传次数|≥|7|次");
  EXPECT_EQ(layout(sheet(next)), here);
  // A worksheet may be wider than its table.
  EXPECT_EQ(layout(sheet(with(kTable, 1, kTable[1] + "|"))), here);
}

TEST(Layout, DiffersWhereTheHeadDoes) {
  const auto here = layout(sheet(kTable));
  EXPECT_NE(layout(sheet(with(kTable, 1, "^|^|一级指标|二级指标|三级指标|计算符号|指标值|单位"))),
            here);
  EXPECT_NE(
      layout(sheet(with(kTable, 1, "^|^|一级指标|二级指标|三级指标|指标值|计算符号|计量单位"))),
      here);
  Rows flat(kTable.begin() + 1, kTable.end());
  flat[0] = "单位名称|项目名称|一级指标|二级指标|三级指标|计算符号|2024年度指标值|计量单位";
  EXPECT_NE(layout(sheet(flat)), here);
}

TEST(Layout, SaysWhatItsColumnsAreTakenFor) {
  const auto intake = sheet(kTable);
  ASSERT_THAT(intake.report.layouts, SizeIs(1));
  const auto& note = intake.report.layouts[0];
  EXPECT_EQ(note.table, 1);
  ASSERT_THAT(note.columns, SizeIs(8));
  EXPECT_EQ(note.columns[0].head, "单位名称");
  EXPECT_EQ(note.columns[4].head, "绩效指标 / 三级指标");
  EXPECT_EQ(note.columns[4].role, Column::name);
  EXPECT_EQ(note.columns[4].correction, 0);
}

TEST(Layout, AMappedColumnGoesBeforeItsHead) {
  const Rows table{"单位名称|项目名称|一级指标|二级指标|考核内容|计算符号|指标值|计量单位|备注",
                   "甲局|培训|产出指标|数量指标|说明|≥|5|场|培训场次"};
  const auto before = sheet(table);
  EXPECT_EQ(before.indicators.at(0).name, "说明");
  Corrections corrections;
  corrections.add(
      ColumnCorrection{.id = 7, .layout = layout(before), .column = 8, .role = Column::name});
  const auto after = sheet(table, corrections);
  EXPECT_EQ(after.indicators.at(0).name, "培训场次");
  EXPECT_EQ(after.report.remembered, 1U);
  EXPECT_EQ(after.report.layouts.at(0).columns.at(8).correction, 7);
  EXPECT_EQ(layout(after), layout(before));
}

TEST(Layout, AHeadThatLackedAColumnIsReadOnceItIsMapped) {
  const Rows table{"单位名称|项目名称|一级指标|二级指标|三级指标|计划完成情况说明|计量单位",
                   "甲局|培训|产出指标|数量指标|培训场次|良好的|场"};
  const auto before = sheet(table);
  ASSERT_THAT(before.indicators, IsEmpty());
  ASSERT_THAT(before.report.layouts, SizeIs(1));
  EXPECT_EQ(before.report.layouts[0].table, 0);
  Corrections corrections;
  corrections.add(
      ColumnCorrection{.id = 7, .layout = layout(before), .column = 5, .role = Column::target});
  const auto after = sheet(table, corrections);
  ASSERT_THAT(after.indicators, SizeIs(1));
  EXPECT_EQ(after.indicators[0].target, "良好的");
}

std::vector<std::string> keys(const Intake& intake) {
  std::vector<std::string> found;
  for (const auto& row : intake.indicators) {
    found.push_back(row.row_key);
  }
  return found;
}

TEST(RememberedRow, OnlyDoubtfulRowsHaveAKey) {
  const auto found = keys(sheet(kTable));
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0], "");
  EXPECT_TRUE(is_row_key(found[1]));
  EXPECT_TRUE(is_row_key(found[2]));
  EXPECT_EQ(layout_of_key(found[1]), layout(sheet(kTable)));
  EXPECT_EQ(keys(read_rows(GridForTest::pages(kTable), vocabulary())), found);
}

TEST(RememberedRow, FilledDownParentsMakeTheSameKey) {
  auto merged = kTable;
  merged[3] = "^|^|^|^|培训人数||200|人";
  auto blank = kTable;
  blank[3] = "||||培训人数||200|人";
  EXPECT_EQ(keys(sheet(merged)), keys(sheet(kTable)));
  EXPECT_EQ(keys(sheet(blank)), keys(sheet(kTable)));
}

TEST(RememberedRow, EqualRowsHaveKeysOfTheirOwn) {
  auto twice = kTable;
  twice.push_back(kTable[3]);
  const auto found = keys(sheet(twice));
  ASSERT_THAT(found, SizeIs(4));
  EXPECT_NE(found[3], found[1]);
  EXPECT_TRUE(is_row_key(found[3]));
}

Corrections remembering(const Intake& intake, std::size_t row, Verdict verdict,
                        std::vector<RowReading> readings = {}) {
  Corrections corrections;
  corrections.add(RowCorrection{.id = 9,
                                .key = intake.indicators.at(row).row_key,
                                .verdict = verdict,
                                .readings = std::move(readings)});
  return corrections;
}

TEST(RememberedRow, AConfirmedRowLosesItsDoubt) {
  const auto before = sheet(kTable);
  const auto after = sheet(kTable, remembering(before, 1, Verdict::confirmed));
  auto wanted = before.indicators[1];
  wanted.doubt.clear();
  wanted.row_key.clear();
  EXPECT_EQ(after.indicators.at(1), wanted);
  EXPECT_EQ(after.report.doubtful, before.report.doubtful - 1);
  EXPECT_EQ(after.report.remembered, 1U);
  ASSERT_THAT(after.report.remembered_rows, SizeIs(1));
  EXPECT_EQ(after.report.remembered_rows[0].correction, 9);
}

TEST(RememberedRow, ACorrectedRowKeepsWhatWasFiled) {
  const auto before = sheet(kTable);
  auto reading = reading_of(before.indicators[1]);
  reading.comparator = Comparator::at_least;
  reading.target = "210";
  const auto after = sheet(kTable, remembering(before, 1, Verdict::corrected, {reading}));
  const auto& row = after.indicators.at(1);
  EXPECT_EQ(reading_of(row), reading);
  EXPECT_EQ(row.typed, TypedTarget(NumberTarget{*Decimal::parse("210")}));
  EXPECT_EQ(row.as_filed, before.indicators[1].as_filed);
  EXPECT_EQ(row.filed, before.indicators[1].filed);
  EXPECT_EQ(row.place, before.indicators[1].place);
  EXPECT_THAT(row.repaired, ElementsAre(Repair::corrected));
  EXPECT_THAT(row.doubt, IsEmpty());
  EXPECT_EQ(after.report.repairs.at(Repair::corrected), 1U);
}

TEST(RememberedRow, ARowOfSeveralValuesIsWhatAPersonSays) {
  const auto table = with(kTable, 2, "甲局|培训|产出指标|数量指标|培训场次|≥|讲座5次;演练8次|");
  const auto before = sheet(table);
  ASSERT_THAT(before.indicators, SizeIs(4));
  EXPECT_EQ(before.indicators[0].row_key, before.indicators[1].row_key);
  auto one = reading_of(before.indicators[0]);
  one.target = "13";
  one.measure = "次";
  const auto after = sheet(table, remembering(before, 0, Verdict::corrected, {one}));
  ASSERT_THAT(after.indicators, SizeIs(3));
  EXPECT_EQ(after.indicators[0].target, "13");
}

TEST(RememberedRow, ARejectedRowIsAccountedFor) {
  const auto before = sheet(kTable);
  const auto after = sheet(kTable, remembering(before, 2, Verdict::rejected));
  EXPECT_THAT(after.indicators, SizeIs(2));
  const auto note = std::ranges::find(after.report.notes, "intake.rejected",
                                      [](const RowNote& one) { return one.reason.key; });
  ASSERT_NE(note, after.report.notes.end());
  EXPECT_EQ(note->fate, RowFate::note);
  EXPECT_EQ(after.report.rows, before.report.rows);
}

TEST(RememberedRow, AnotherLayoutKnowsNothingOfIt) {
  const auto before = sheet(kTable);
  const auto other = with(kTable, 1, "^|^|一级指标|二级指标|三级指标|计算符号|目标值|计量单位");
  const auto after = sheet(other, remembering(before, 1, Verdict::confirmed));
  EXPECT_EQ(after.report.doubtful, before.report.doubtful);
  EXPECT_EQ(after.report.remembered, 0U);
}

}  // namespace
}  // namespace jiheng::intake
