// From a doubtful row to the next document of its layout.
#include "app/corrections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/database.h"
#include "app/filing.h"
#include "app/reading_anew.h"
#include "app/summary.h"

namespace jiheng::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kTable =
    "2022年部门预算项目支出绩效表\n"
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
    "甲局,项目A,产出指标,数量指标,培训场次,≥,5,场\n"
    "甲局,项目A,产出指标,数量指标,演练场次,,2,场\n";
// Another year and another agency, and a row as it stood before.
constexpr std::string_view kNext =
    "2023年部门预算项目支出绩效表\n"
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
    "甲局,项目A,产出指标,数量指标,演练场次,,2,场\n"
    "甲局,项目A,产出指标,数量指标,宣传场次,,7,场\n";

class RememberedCorrections : public testing::Test {
 protected:
  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  [[nodiscard]] Result<ImportReport> import(std::string_view bytes, bool dry_run = false,
                                            const std::string& agency = {}) const {
    return import_document(workspace(), {.name = "表11.csv",
                                         .bytes = bytes,
                                         .dry_run = dry_run,
                                         .region = "330400000",
                                         .agency = agency});
  }

  [[nodiscard]] Result<store::Correction> decide(const DoubtfulRow& row, Verdict verdict,
                                                 std::vector<RowReading> readings = {}) const {
    return decide_row(workspace(), {.region = "330400000",
                                    .key = row.key,
                                    .verdict = verdict,
                                    .seen = row.readings,
                                    .readings = std::move(readings)});
  }

  std::unique_ptr<Database> database_{
      Database::open(
          {.url = "sqlite::memory:", .library = packs::load_builtin().value(), .migrate = true})
          .value()};
};

TEST_F(RememberedCorrections, ADryRunShowsItsDoubtfulRowsAndItsLayout) {
  const auto report = import(kTable, true);
  ASSERT_TRUE(report);
  ASSERT_THAT(report->doubts, SizeIs(1));
  EXPECT_THAT(report->doubts[0].doubt, ElementsAre(Doubt::comparator_missing));
  EXPECT_EQ(report->doubts[0].readings.at(0).name, "演练场次");
  ASSERT_THAT(report->layouts, SizeIs(1));
  EXPECT_EQ(report->layouts[0].table, "t1");
  EXPECT_EQ(report->layouts[0].columns.at(5).role, Column::comparator);
  EXPECT_EQ(report->remembered, 0);
}

TEST_F(RememberedCorrections, ACorrectedRowIsReadSoInTheNextDocumentToo) {
  const auto row = import(kTable, true)->doubts.at(0);
  auto reading = row.readings.at(0);
  reading.comparator = Comparator::at_least;
  reading.name = " 演练 场次（次）";
  ASSERT_TRUE(decide(row, Verdict::corrected, {reading}));
  const auto again = import(kTable, true);
  EXPECT_THAT(again->doubts, IsEmpty());
  EXPECT_EQ(again->remembered, 1);
  const auto filed = import(kTable);
  EXPECT_EQ(filed->repairs.at(Repair::corrected), 1);
  const auto next = import(kNext);
  ASSERT_TRUE(next);
  EXPECT_EQ(next->remembered, 1);
  ASSERT_THAT(next->remembered_rows, SizeIs(1));
  ASSERT_THAT(next->doubts, SizeIs(1));
  EXPECT_EQ(next->doubts[0].readings.at(0).name, "宣传场次");
  const auto rows =
      workspace().store.list_indicators({.region = "330400000", .year = 2023, .query = "演练"}, {});
  ASSERT_THAT(rows->items, SizeIs(1));
  EXPECT_EQ(rows->items[0].row.name, "演练 场次(次)");
  EXPECT_EQ(rows->items[0].row.comparator, Comparator::at_least);
  EXPECT_EQ(rows->items[0].row.as_filed, "2|场");
  EXPECT_THAT(rows->items[0].row.repaired, ElementsAre(Repair::corrected));
}

TEST_F(RememberedCorrections, AnotherRegionDoesNotKnowIt) {
  const auto row = import(kTable, true)->doubts.at(0);
  ASSERT_TRUE(decide(row, Verdict::confirmed));
  auto elsewhere = workspace();
  elsewhere.region = "330500000";
  const auto other =
      import_document(elsewhere, {.name = "表11.csv", .bytes = kTable, .dry_run = true});
  EXPECT_THAT(other->doubts, SizeIs(1));
  EXPECT_THAT(import(kTable, true)->doubts, IsEmpty());
}

TEST_F(RememberedCorrections, WhatIsTakenBackIsReadAsBefore) {
  const auto row = import(kTable, true)->doubts.at(0);
  const auto made = decide(row, Verdict::rejected);
  ASSERT_TRUE(made);
  EXPECT_EQ(import(kTable, true)->indicators, 1);
  const auto ended = take_back(workspace(), "330400000", made->id);
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->ended, store::CorrectionEnd::taken_back);
  EXPECT_EQ(import(kTable, true)->indicators, 2);
  const auto listed = list_corrections(workspace(), {.region = "330400000"}, "", 50);
  EXPECT_THAT(listed->items, SizeIs(1));
}

TEST_F(RememberedCorrections, AFiledDocumentIsReadAnewByWhatWasDecidedSince) {
  const std::string nameless =
      "2022年部门预算项目支出绩效表\n"
      "项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
      "项目A,产出指标,数量指标,培训场次,≥,5,场\n"
      "项目A,产出指标,数量指标,演练场次,,2,场\n";
  const auto filed = import(nameless, false, "甲局");
  ASSERT_TRUE(filed) << filed.error().message.key;
  const auto queue = list_doubts(workspace(), {.year = 2022}, "", 50);
  ASSERT_THAT(queue->page.items, SizeIs(1));
  EXPECT_EQ(read_anew(workspace(), *filed->document_id, false)->outcome,
            FilingOutcome::same_document);
  ASSERT_TRUE(decide(queue->page.items[0].row, Verdict::confirmed));
  const auto after = list_doubts(workspace(), {.year = 2022}, "", 50);
  EXPECT_THAT(after->page.items, IsEmpty());
  EXPECT_THAT(after->counts.waiting, SizeIs(1));
  EXPECT_EQ(read_anew(workspace(), *filed->document_id, true)->outcome, FilingOutcome::new_version);
  const auto anew = read_anew(workspace(), *filed->document_id, false);
  ASSERT_TRUE(anew);
  EXPECT_EQ(anew->version, 2);
  EXPECT_EQ(anew->remembered, 1);
  EXPECT_EQ(anew->changes.unchanged, 2);
  EXPECT_THAT(list_doubts(workspace(), {.year = 2022}, "", 50)->counts.waiting, IsEmpty());
  EXPECT_EQ(read_anew(workspace(), 7, false).error().code, ErrorCode::not_found);
}

TEST_F(RememberedCorrections, AHeadThatLacksAColumnCanBeMapped) {
  constexpr std::string_view kLacking =
      "2022年部门预算项目支出绩效表\n"
      "单位名称,项目名称,一级指标,二级指标,三级指标,完成程度说明,计量单位\n"
      "甲局,项目A,产出指标,数量指标,培训场次,良好的,场\n";
  EXPECT_EQ(import(kLacking).error().message.key, "filing.no_rows");
  const auto report = import(kLacking, true);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->indicators, 0);
  ASSERT_THAT(report->layouts, SizeIs(1));
  EXPECT_EQ(report->layouts[0].table, "");
  ASSERT_TRUE(map_column(workspace(), {.region = "330400000",
                                       .layout = report->layouts[0].layout,
                                       .column = 5,
                                       .head = report->layouts[0].columns.at(5).head,
                                       .role = Column::target}));
  const auto after = import(kLacking);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->indicators, 1);
  EXPECT_EQ(after->remembered, 1);
  EXPECT_NE(after->layouts.at(0).columns.at(5).correction, 0);
}

TEST_F(RememberedCorrections, TheSummaryCountsThemBesideItsFixedLastLine) {
  Reading reading;
  reading.intake.report.remembered = 3;
  Summary summary;
  summary.add(reading);
  summary.add(reading);
  EXPECT_EQ(summary.remembered, 6U);
  EXPECT_EQ(summary.last_line(),
            "2 documents, 0 pages, 0 tables, 0 indicators, 0 repeated rows dropped, 0 rows in "
            "doubt, 0 not read");
}

TEST_F(RememberedCorrections, WhatCannotBeRememberedIsSaid) {
  const auto row = import(kTable, true)->doubts.at(0);
  const auto key_of = [](const auto& result) {
    return result ? std::string("none") : result.error().message.key;
  };
  auto wrong = row;
  wrong.key = "x";
  EXPECT_EQ(key_of(decide(wrong, Verdict::confirmed)), "corrections.bad_key");
  EXPECT_EQ(key_of(decide(row, Verdict::corrected)), "corrections.no_reading");
  auto nameless = row.readings.at(0);
  nameless.name = " ";
  EXPECT_EQ(key_of(decide(row, Verdict::corrected, {nameless})), "corrections.no_name");
  auto several = row.readings.at(0);
  several.target = "讲座5次;演练8次";
  EXPECT_EQ(key_of(decide(row, Verdict::corrected, {several})), "corrections.several_values");
  EXPECT_EQ(key_of(map_column(workspace(), {.layout = "x"})), "corrections.bad_layout");
  EXPECT_EQ(key_of(map_column(workspace(), {.layout = std::string(32, 'a'), .column = -1})),
            "corrections.bad_column");
  EXPECT_EQ(key_of(decide_row(workspace(), {.region = "3", .key = row.key})), "filing.bad_region");
  EXPECT_THAT(list_corrections(workspace(), {.region = "330400000"}, "", 50)->items, IsEmpty());
}

}  // namespace
}  // namespace jiheng::app
