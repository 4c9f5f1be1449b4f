#include "app/ambition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/database.h"
#include "app/exporting.h"
#include "app/filing.h"
#include "app/library_matching.h"

namespace jiheng::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kHead =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,实际完成值\n";

std::string line(const std::string& agency, const std::string& target, const std::string& measure,
                 const std::string& actual = "", const std::string& name = "培训合格率") {
  return agency + ",培训,产出指标,质量指标," + name + ",≥," + target + "," + measure + "," +
         actual + "\n";
}

/// One agency with a past, and nine others.
class AmbitionOfAYear : public testing::Test {
 protected:
  void SetUp() override {
    database_ =
        Database::open(
            {.url = "sqlite::memory:", .library = packs::load_builtin().value(), .migrate = true})
            .value();
    file(2022, line("甲局", "80", "%", "91%"));
    file(2023, line("甲局", "85", "%", "93%"));
    std::string rows = line("甲局", "90", "%");
    for (int i = 1; i <= 8; ++i) {
      rows += line("第" + std::to_string(i) + "局", std::to_string(84 + 2 * i), "%");
    }
    // The same as a part of 1, and things that are no peers: another base, a ceiling.
    rows += line("第九局", "0.95", "比例");
    rows += line("第十局", "95", "次");
    rows += "第十局,培训,产出指标,质量指标,培训合格率,≤,95,%,\n";
    file(2024, rows);
  }

  void file(int year, const std::string& rows) {
    ASSERT_TRUE(import_document(
        workspace(),
        {.name = std::to_string(year) + ".csv", .bytes = std::string(kHead) + rows, .year = year}));
  }

  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  [[nodiscard]] Ambition of(const std::string& agency) const {
    std::int64_t id{};
    EXPECT_TRUE(workspace().store.each_indicator(
        {.region = std::string(kNoRegion), .year = 2024}, store::IndicatorSort::document, false,
        [&](const store::StoredIndicator& row) {
          id = id == 0 && row.row.agency == agency ? row.id : id;
        }));
    return ambition_of(workspace(), id).value();
  }

  std::unique_ptr<Database> database_;
};

TEST_F(AmbitionOfAYear, HasItsOwnPastNewestFirst) {
  EXPECT_THAT(of("甲局").past,
              ElementsAre(PastValue{2023, Decimal::whole(85), Decimal::whole(93)},
                          PastValue{2022, Decimal::whole(80), Decimal::whole(91)}));
  EXPECT_THAT(of("第1局").past, IsEmpty());
}

TEST_F(AmbitionOfAYear, LiesAmongPeersInItsOwnMeasure) {
  const auto ambition = of("甲局");
  EXPECT_EQ(ambition.value, Decimal::whole(90));
  EXPECT_FALSE(ambition.ceiling);
  ASSERT_THAT(ambition.peers, SizeIs(9));
  EXPECT_EQ(ambition.peers.front().value, Decimal::whole(86));
  EXPECT_EQ(ambition.peers.back().value, Decimal::whole(100));
  ASSERT_TRUE(ambition.lies);
  EXPECT_EQ(ambition.lies->median, Decimal::whole(94));
  // 86 and 88 lie below, 90 is equal: 2.5 of 9.
  EXPECT_EQ(ambition.percentile, 28);
  EXPECT_EQ(of("第九局").value, Decimal::of(95, 2));
  EXPECT_EQ(of("第九局").peers.front().value, Decimal::of(86, 2));
}

TEST_F(AmbitionOfAYear, SaysNothingOfFewPeers) {
  const auto ambition = of("第十局");
  EXPECT_THAT(ambition.peers, IsEmpty());
  EXPECT_EQ(ambition.least, 8);
  EXPECT_FALSE(ambition.lies);
  EXPECT_FALSE(ambition.percentile);
}

TEST_F(AmbitionOfAYear, OtherNamesOfALibraryEntryArePeers) {
  const auto named = [](const std::string& agency, const std::string& name) {
    return line(agency, "90", "%", "", name);
  };
  file(2025, named("甲局", "学员满意度") + named("乙局", "参训学员满意度") +
                 named("丙局", "某某专项满意度"));
  const auto rows = *workspace().store.list_indicators(
      {.region = std::string(kNoRegion), .year = 2025}, {.cursor = {}, .limit = 10});
  const auto ambition = ambition_of(workspace(), rows.items.at(0).id).value();
  EXPECT_NE(ambition.entry, "");
  ASSERT_THAT(ambition.peers, SizeIs(1));
  EXPECT_EQ(ambition.peers.front().name, "参训学员满意度");
}

TEST_F(AmbitionOfAYear, WhatAPersonSaidOfANameCounts) {
  const auto named = [](const std::string& agency, const std::string& name) {
    return line(agency, "90", "%", "", name);
  };
  file(2025, named("甲局", "学员满意度") + named("乙局", "某某专项满意度"));
  const auto row = workspace()
                       .store
                       .list_indicators({.region = std::string(kNoRegion), .year = 2025},
                                        {.cursor = {}, .limit = 1})
                       ->items.at(0);
  const auto entry = ambition_of(workspace(), row.id)->entry;
  const auto said = [&](const std::string& name, const std::string& code) {
    ASSERT_TRUE(decide_match(workspace(), {.year = 2025, .name = name, .code = code}));
  };
  said("某某专项满意度", entry);
  EXPECT_THAT(ambition_of(workspace(), row.id)->peers, SizeIs(1));
  said("学员满意度", "");
  EXPECT_EQ(ambition_of(workspace(), row.id)->entry, "");
  EXPECT_THAT(ambition_of(workspace(), row.id)->peers, IsEmpty());
}

TEST_F(AmbitionOfAYear, IsExportedForEveryRowWithANumber) {
  const auto csv = export_form(workspace(), {.form = ExportForm::ambition,
                                             .format = ExportFormat::csv,
                                             .filter = {.region = {}, .year = 2024}});
  ASSERT_TRUE(csv);
  EXPECT_THAT(csv->bytes, HasSubstr("2024,甲局,培训,产出指标,质量指标,培训合格率,>=,90,%,"));
  EXPECT_THAT(csv->bytes, HasSubstr(",85,93,9,86,90,94,96,100,28,"));
  const auto json = export_form(workspace(), {.form = ExportForm::ambition,
                                              .format = ExportFormat::json,
                                              .filter = {.region = {}, .year = 2024}});
  EXPECT_THAT(json->bytes, HasSubstr("\"percentile\":\"28\""));
  EXPECT_EQ(export_form(workspace(), {.form = ExportForm::ambition,
                                      .format = ExportFormat::xlsx,
                                      .filter = {.region = {}, .year = 2024}})
                .error()
                .message.key,
            "exporting.data_only");
}

TEST_F(AmbitionOfAYear, ATargetBelowTheLastActualIsFound) {
  const auto row = of("甲局").row;
  EXPECT_THAT(row.findings, testing::Contains(testing::Field(&Finding::rule, "target_trivial")));
}

}  // namespace
}  // namespace jiheng::app
