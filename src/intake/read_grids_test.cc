#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/grid_for_test.h"
#include "intake/intake.h"

namespace jiheng::intake {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

Intake read_sheet(const std::vector<std::string>& rows) {
  return read_rows(GridForTest::worksheet(rows), vocabulary());
}

Intake read_pages(const std::vector<std::string>& rows) {
  return read_rows(GridForTest::pages(rows), vocabulary());
}

std::vector<std::string> cells(const Intake& intake) {
  std::vector<std::string> rows;
  for (const auto& row : intake.indicators) {
    auto& text = rows.emplace_back(row.agency);
    for (const auto& cell :
         {row.project, row.level1, row.level2, row.name,
          std::string(row.comparator ? symbol(*row.comparator) : ""), row.target, row.measure}) {
      text += "|" + cell;
    }
  }
  return rows;
}

std::vector<std::string> fates(const Intake& intake) {
  std::vector<std::string> words;
  for (const auto& note : intake.report.notes) {
    words.push_back(to_string(note.place) + " " + std::string(word(note.fate)) + " " +
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

const std::string kHead = "单位名称|项目名称|一级指标|二级指标|三级指标|计算符号|指标值|计量单位";

TEST(ReadGrids, MergedParentsFillTheRowsTheyCover) {
  const auto intake = read_sheet({
      "2022年绩效目标表|<|<|<|<|<|<|<",
      "单位名称|项目名称|绩效指标|<|<|<|<|<",
      "^|^|一级指标|二级指标|三级指标|计算符号|指标值|计量单位",
      "甲局|项目A|产出指标|数量指标|培训场次|≥|5|场",
      "^|^|^|^|参加人次|≥|200|人次",
      "^|^|^|质量指标|合格率|≥|95|%",
      "^|项目B|产出指标|时效指标|完成时间|定性|12月底前|",
  });
  EXPECT_THAT(cells(intake), ElementsAre("甲局|项目A|产出指标|数量指标|培训场次|>=|5|场",
                                         "甲局|项目A|产出指标|数量指标|参加人次|>=|200|人次",
                                         "甲局|项目A|产出指标|质量指标|合格率|>=|95|%",
                                         "甲局|项目B|产出指标|时效指标|完成时间|qualitative|"
                                         "12月底前|"));
  EXPECT_THAT(intake.indicators[0].repaired, IsEmpty());
  EXPECT_THAT(intake.indicators[1].repaired, ElementsAre(Repair::filled_down));
  EXPECT_EQ(to_string(intake.indicators[0].place), "Sheet1!G4");
  EXPECT_THAT(fates(intake),
              ElementsAre("Sheet1!1:1 title intake.title", "Sheet1!2:2 head intake.head",
                          "Sheet1!3:3 head intake.head"));
  EXPECT_EQ(intake.title, "2022年绩效目标表");
  EXPECT_EQ(intake.year, 2022);
}

TEST(ReadGrids, ABlankCellThatIsNotMergedIsFilledAsBefore) {
  const auto intake = read_sheet({kHead, "甲局|项目A|产出指标|数量指标|培训|≥|5|场",
                                  "|||质量指标|合格率|≥|95|%", "|项目B||时效指标|时间||12月底前|"});
  EXPECT_THAT(cells(intake), ElementsAre("甲局|项目A|产出指标|数量指标|培训|>=|5|场",
                                         "甲局|项目A|产出指标|质量指标|合格率|>=|95|%",
                                         "甲局|项目B||时效指标|时间||12月底前|"));
}

// Writer closes a merged cell at the page end and prints the rest of its text on the next page.
TEST(ReadGrids, AKindThatAPageEndCutsIsOne) {
  const auto intake = read_pages(
      {kHead, "甲局|项目A|满意度指标|服务对象满|参训人员满意度|≥|90|%", "^|^|^|^|家长满意度|≥|85|%",
       "", kHead, "|||意度|学生满意度|≥|95|%", "^|^|^|^|教师满意度|≥|80|%",
       "|项目B|产出指标|数量指标|培训|≥|5|场", "", kHead, "|||质量指标|合格率|≥|95|%"});
  EXPECT_THAT(cells(intake),
              ElementsAre("甲局|项目A|满意度指标|服务对象满意度|参训人员满意度|>=|90|%",
                          "甲局|项目A|满意度指标|服务对象满意度|家长满意度|>=|85|%",
                          "甲局|项目A|满意度指标|服务对象满意度|学生满意度|>=|95|%",
                          "甲局|项目A|满意度指标|服务对象满意度|教师满意度|>=|80|%",
                          "甲局|项目B|产出指标|数量指标|培训|>=|5|场",
                          "甲局|项目B|产出指标|质量指标|合格率|>=|95|%"));
}

TEST(ReadGrids, OneTargetForTwoNamesIsATargetOfEach) {
  const auto intake = read_sheet(
      {kHead, "甲局|项目A|产出指标|数量指标|培训|≥|5|场", "^|^|^|^|会议|^|^|^", "^|^|^|^|^|^|^|^"});
  EXPECT_THAT(cells(intake), ElementsAre("甲局|项目A|产出指标|数量指标|培训|>=|5|场",
                                         "甲局|项目A|产出指标|数量指标|会议|>=|5|场"));
}

TEST(ReadGrids, AScoreSharedByRowsCountsOnce) {
  const auto intake = read_sheet({
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
      "产出指标（50分）|数量指标|培训|≥5场|6场|10|9|多办一场",
      "^|^|会议|≥2次|2次|^|^|^",
      "总分|<|<|<|<|10|9|",
  });
  ASSERT_THAT(intake.indicators, SizeIs(2));
  EXPECT_EQ(intake.indicators[0].level1, "产出指标");
  EXPECT_EQ(intake.indicators[0].filed.level1, "产出指标（50分）");
  EXPECT_EQ(intake.indicators[0].points, "10");
  EXPECT_EQ(intake.indicators[0].reason, "多办一场");
  EXPECT_EQ(intake.indicators[1].points, "");
  EXPECT_EQ(intake.indicators[1].score, "");
  EXPECT_EQ(intake.indicators[1].actual, "2次");
  EXPECT_THAT(fates(intake), Contains("Sheet1!4:4 note intake.total_row"));
}

TEST(ReadGrids, WhatARowIsExplainedByFillsTheRowsItCovers) {
  const auto intake = read_sheet({
      "一级指标|二级指标|三级指标|指标值|指标解释|评（扣）分标准",
      "产出指标|质量指标|培训合格率|≥95%|合格人数÷参训人数|达成得满分",
      "^|^|考试通过率|≥90%|^|",
  });
  ASSERT_THAT(intake.indicators, SizeIs(2));
  EXPECT_EQ(intake.indicators[0].explanation, "合格人数÷参训人数");
  EXPECT_EQ(intake.indicators[0].standard, "达成得满分");
  EXPECT_EQ(intake.indicators[1].explanation, "合格人数÷参训人数");
  EXPECT_EQ(intake.indicators[1].standard, "");
  EXPECT_THAT(intake.report.tables.at(0).columns, Contains("explanation"));
}

TEST(ReadGrids, AKindLeftBlankIsNoIndicator) {
  const auto intake = read_sheet({
      "绩效指标|一级指标|二级指标|三级指标|指标值",
      "^|产出指标|数量指标|培训|5场",
      "^|^|成本指标||",
      "^|满意度指标|<|满意度|95%",
  });
  EXPECT_THAT(cells(intake),
              ElementsAre("||产出指标|数量指标|培训||5|场", "||满意度指标||满意度||95|%"));
  ASSERT_THAT(intake.blank_kinds, SizeIs(1));
  EXPECT_EQ(intake.blank_kinds[0].level1, "产出指标");
  EXPECT_EQ(intake.blank_kinds[0].level2, "成本指标");
  EXPECT_THAT(fates(intake), Contains("Sheet1!3:3 note intake.blank_kind"));
  EXPECT_EQ(intake.report.unread, 0U);
}

TEST(ReadGrids, ATableGoesOnOverPagesWithAndWithoutItsHead) {
  const std::string row = "甲局|项目A|产出指标|数量指标|培训|≥|5|场";
  const std::string other = "甲局|项目A|产出指标|质量指标|合格率|≥|95|%";
  const auto intake =
      read_pages({"#表11", "#2022年绩效表", kHead, row, other, "", "#表11", "#2022年绩效表", kHead,
                  row, "甲局|项目B|产出指标|数量指标|会议|≥|2|次", "", row, "^|^|^|^|讲座|≥|1|次",
                  "", "|||时效指标|时间|定性|按时|"});
  EXPECT_THAT(intake.report.tables, SizeIs(1));
  EXPECT_THAT(cells(intake), ElementsAre("甲局|项目A|产出指标|数量指标|培训|>=|5|场",
                                         "甲局|项目A|产出指标|质量指标|合格率|>=|95|%",
                                         "甲局|项目B|产出指标|数量指标|会议|>=|2|次",
                                         "甲局|项目A|产出指标|数量指标|讲座|>=|1|次",
                                         "甲局|项目A|产出指标|时效指标|时间|qualitative|按时|"));
  EXPECT_EQ(intake.report.repeated, 2U);
  EXPECT_EQ(intake.report.doubtful, 0U);
  EXPECT_EQ(intake.report.unread, 0U);
  EXPECT_EQ(to_string(intake.indicators[0].place), "p1 t1 r2");
}

TEST(ReadGrids, AnotherTableBehindItIsNotReadWithItsColumns) {
  const auto intake = read_pages({kHead, "甲局|项目A|产出指标|数量指标|培训|≥|5|场", "",
                                  "科目|类|款|名称|预算数|决算数|增减|说明",
                                  "201|01|02|教育|100|90|-10|无", "201|01|03|文化|50|50|0|无"});
  EXPECT_THAT(intake.indicators, SizeIs(1));
  EXPECT_EQ(intake.report.rows, 5U);
  EXPECT_EQ(intake.report.notes.size(), 4U);
}

TEST(ReadGrids, UnknownHeadsAreGuessedByTheirValuesAndSaid) {
  const auto intake =
      read_sheet({"类别|小类|三级指标|方式|数额|怎么数", "产出指标|数量指标|培训|≥|5|场",
                  "^|^|会议|≥|2|次", "^|质量指标|合格率|=|100|%"});
  EXPECT_THAT(cells(intake),
              ElementsAre("||产出指标|数量指标|培训|>=|5|场", "||产出指标|数量指标|会议|>=|2|次",
                          "||产出指标|质量指标|合格率|=|100|%"));
  EXPECT_THAT(notices(intake), Contains("intake.no_head"));
  const auto partly = read_sheet({"一级指标|二级指标|三级指标|方式|数额|怎么数",
                                  "产出指标|数量指标|培训|≥|5|场", "^|^|会议|≥|2|次"});
  EXPECT_THAT(cells(partly), SizeIs(2));
  EXPECT_EQ(cells(partly)[1], "||产出指标|数量指标|会议|>=|2|次");
  EXPECT_THAT(notices(partly), ElementsAre("intake.column_guessed", "intake.column_guessed",
                                           "intake.column_guessed"));
}

TEST(ReadGrids, MidTermTargetsBesideAnnualOnesAreCountedButNoIndicators) {
  const auto intake = read_sheet({
      "一级指标|中期指标|<|<|年度指标|<|<",
      "^|二级指标|三级指标|指标值|二级指标|三级指标|指标值",
      "产出指标|数量指标|培训|≥15场|数量指标|培训|≥5场",
      "^|质量指标|合格率|≥95%|||",
  });
  EXPECT_THAT(cells(intake), ElementsAre("||产出指标|数量指标|培训|>=|5|场"));
  EXPECT_EQ(to_string(intake.indicators[0].place), "Sheet1!G3");
  EXPECT_EQ(intake.report.mid_term, 2U);
  EXPECT_EQ(intake.report.unread, 0U);
  EXPECT_THAT(fates(intake), Contains("Sheet1!4:4 mid_term intake.mid_term"));
  EXPECT_THAT(notices(intake), IsEmpty());
}

TEST(ReadGrids, TwoBlocksWithoutWordsAreAssumedMidTermThenAnnual) {
  const auto intake = read_sheet({"一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值",
                                  "产出指标|数量指标|培训|≥15场|数量指标|培训|≥5场"});
  EXPECT_THAT(cells(intake), ElementsAre("||产出指标|数量指标|培训|>=|5|场"));
  EXPECT_EQ(intake.report.mid_term, 1U);
  EXPECT_THAT(notices(intake), ElementsAre("intake.two_blocks"));
}

TEST(ReadGrids, SeparateSheetsAreSeparateTables) {
  auto document = GridForTest::worksheet({kHead, "甲局|项目A|产出指标|数量指标|培训|≥|5|场"});
  document.sheets.push_back(document.sheets.front());
  const auto intake = read_rows(document, vocabulary());
  EXPECT_THAT(intake.report.tables, SizeIs(2));
  EXPECT_THAT(intake.indicators, SizeIs(2));
}

/// Gives every cell with a text of its own a box; "left" is its column, "top" its row.
document::Document with_boxes(document::Document document) {
  for (auto& row : document.sheets[0].rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto column = static_cast<std::int32_t>(i);
      const auto line = row.place.row;
      if (!row.cells[i].text.empty()) {
        row.cells[i].boxes = {{row.place.page, column, line, column + 1, line + 1}};
      }
    }
  }
  return document;
}

std::vector<std::string> boxes(const Indicator& row) {
  std::vector<std::string> texts;
  for (const auto& [field, box] : row.boxes) {
    texts.push_back(std::string(word(field)) + " p" + std::to_string(box.page) + " " +
                    std::to_string(box.left) + "," + std::to_string(box.top));
  }
  return texts;
}

TEST(ReadGrids, RowsKnowWhereTheirCellsStand) {
  const auto document = with_boxes(GridForTest::pages({
      kHead,
      "甲局|项目A|产出指标|数量指标|培训场次|≥|5|场",
      "||||参加人次||200|人次",
      "|||质量指标|合格率|≥|95|",
  }));
  const auto intake = read_rows(document, vocabulary());
  ASSERT_THAT(intake.indicators, SizeIs(3));
  EXPECT_THAT(boxes(intake.indicators[0]),
              ElementsAre("agency p1 0,2", "project p1 1,2", "level1 p1 2,2", "level2 p1 3,2",
                          "level3 p1 4,2", "comparator p1 5,2", "target p1 6,2", "measure p1 7,2"));
  // What is filled down stands where it was filed; what the document leaves out stands nowhere.
  EXPECT_THAT(boxes(intake.indicators[1]),
              ElementsAre("agency p1 0,2", "project p1 1,2", "level1 p1 2,2", "level2 p1 3,2",
                          "level3 p1 4,3", "target p1 6,3", "measure p1 7,3"));
  EXPECT_THAT(boxes(intake.indicators[2]),
              ElementsAre("agency p1 0,2", "project p1 1,2", "level1 p1 2,2", "level2 p1 3,4",
                          "level3 p1 4,4", "comparator p1 5,4", "target p1 6,4"));
}

TEST(ReadGrids, ALineOfAPageIsWhereAllItsCellsStand) {
  auto document = GridForTest::pages({"#甲局 项目A 产出指标 数量指标 培训场次 ≥ 5 场"});
  document.sheets[0].rows[0].cells[0].boxes = {{1, 10, 20, 30, 40}};
  const auto intake = read_rows(document, vocabulary());
  ASSERT_THAT(intake.indicators, SizeIs(1));
  EXPECT_THAT(boxes(intake.indicators[0]), SizeIs(8));
  EXPECT_THAT(boxes(intake.indicators[0]), Contains("target p1 10,20"));
}

TEST(ReadGrids, WithoutPagesThereAreNoBoxes) {
  const auto intake = read_sheet({kHead, "甲局|项目A|产出指标|数量指标|培训场次|≥|5|场"});
  EXPECT_THAT(intake.indicators.at(0).boxes, IsEmpty());
}

}  // namespace
}  // namespace jiheng::intake
