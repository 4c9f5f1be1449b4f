// Rows that come in portions are read as those of a whole document.
#include "intake/row_intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "intake/grid_for_test.h"

namespace jiheng::intake {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

const Corrections none;

const std::string kHead = "单位名称|项目名称|一级指标|二级指标|三级指标|计算符号|指标值|计量单位";

/// Pages of a table whose head and first row are printed again, whose parents stand once, and whose
/// page ends cut a word of the frames in two; below it notes, and a second table whose first
/// project goes on for many pages.
document::Document long_document() {
  std::vector<std::string> rows{"#2024年市级部门预算项目支出绩效目标表"};
  for (int page = 1; page <= 40; ++page) {
    const auto number = std::to_string(page);
    rows.push_back(kHead);
    rows.push_back("甲局|项目0|产出指标|数量指标|培训|≥|5|场");
    rows.push_back("|项目" + number + "|产出指标|数量指标|场次" + number + "|≥|" + number + "|场");
    for (int row = 0; row < 20; ++row) {
      rows.push_back("||||人次" + number + "|" + (row % 7 == 0 ? "" : "≥") + "|" +
                     std::to_string(100 * row) + "|人次");
    }
    rows.push_back("||效益指标|社会效益指标|知晓" + number + "|≥|80|%");
    rows.push_back("||满意度指标|服务对象满|满意" + number + "|≥|90|%");
    rows.push_back("#填表人：张三");
    rows.push_back("");
    rows.push_back("|||意度指标|更满意" + number + "|≥|95|%");
  }
  rows.push_back("#附表");
  rows.push_back("项目名称|绩效指标|指标值|自评得分");
  for (int row = 0; row < 600; ++row) {
    rows.push_back((row == 0 ? "项目一|指标" : "^|指标") + std::to_string(row) + "|5|10");
  }
  auto document = GridForTest::pages(rows);
  for (auto& row : document.sheets[0].rows) {
    for (auto& cell : row.cells) {
      cell.boxes = {{row.place.page, 1, 2, 3, static_cast<std::int32_t>(cell.text.size())}};
    }
  }
  document.notices.push_back({{"pdf.scanned", {"1", "2"}}});
  return document;
}

/// Gives the rows in portions, and the last one with the document.
Intake in_portions(document::Document document, std::size_t size, RowIntake& intake) {
  auto& rows = document.sheets[0].rows;
  intake.begin();
  while (rows.size() > size) {
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(size);
    intake.take({std::move_iterator(rows.begin()), std::move_iterator(end)});
    rows.erase(rows.begin(), end);
  }
  return intake.finish(std::move(document));
}

std::vector<std::string> notes(const Intake& intake) {
  std::vector<std::string> said;
  for (const auto& note : intake.report.notes) {
    said.push_back(to_string(note.place) + " " + note.reason.key + " " + note.text);
  }
  return said;
}

void expect_same(const Intake& intake, const Intake& whole) {
  EXPECT_EQ(intake.indicators, whole.indicators);
  EXPECT_EQ(notes(intake), notes(whole));
  EXPECT_EQ(intake.report.rows, whole.report.rows);
  EXPECT_EQ(intake.report.repairs, whole.report.repairs);
  ASSERT_EQ(intake.report.tables.size(), whole.report.tables.size());
  EXPECT_EQ(intake.report.tables.back().indicators, whole.report.tables.back().indicators);
  EXPECT_EQ(intake.report.notices.size(), whole.report.notices.size());
  EXPECT_EQ(intake.title, whole.title);
}

TEST(RowIntake, ReadsRowsInPortionsAsAWholeDocument) {
  const auto document = long_document();
  const auto whole = read_rows(document, vocabulary());
  ASSERT_THAT(whole.indicators, SizeIs(testing::Gt(900U)));
  EXPECT_EQ(whole.indicators[24].level2, "服务对象满意度指标");
  ASSERT_GT(whole.report.repeated, 0U);
  ASSERT_GT(whole.report.doubtful, 0U);
  for (const std::size_t size : {1, 100, 256, 100'000}) {
    RowIntake intake(vocabulary(), none);
    expect_same(in_portions(document, size, intake), whole);
  }
}

TEST(RowIntake, BeginsAnew) {
  const auto document = long_document();
  RowIntake intake(vocabulary(), none);
  intake.begin();
  intake.take(document.sheets[0].rows);
  expect_same(in_portions(document, 500, intake), read_rows(document, vocabulary()));
}

TEST(RowIntake, GivesIndicatorsToWhoTakesThem) {
  class Taker : public IndicatorTaker {
   public:
    void begin() override {
      taken.clear();
    }

    void take(Indicator&& indicator) override {
      taken.push_back(std::move(indicator));
    }

    std::vector<Indicator> taken{};
  };

  const auto document = long_document();
  Taker taker;
  RowIntake intake(vocabulary(), none, &taker);
  intake.take(document.sheets[0].rows);
  EXPECT_THAT(taker.taken, SizeIs(testing::Gt(500U)));
  const auto read = in_portions(document, 256, intake);
  EXPECT_THAT(read.indicators, IsEmpty());
  auto whole = read_rows(document, vocabulary()).indicators;
  for (auto& indicator : whole) {
    indicator.row_key.clear();
  }
  EXPECT_EQ(taker.taken, whole);
}

}  // namespace
}  // namespace jiheng::intake
