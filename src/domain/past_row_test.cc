#include "domain/past_row.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jiheng {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Measure kPercent{.filed = "%",
                       .canonical = "%",
                       .kind = MeasureKind::ratio,
                       .base = "1",
                       .scale = Decimal::of(1, 2)};
const Measure kPart{.filed = "比例", .canonical = "比例", .kind = MeasureKind::ratio, .base = "1"};

Indicator row(Measure measure) {
  Indicator row;
  row.agency = "甲局";
  row.project = "展览";
  row.name = "合格率";
  row.measured = std::move(measure);
  return row;
}

PastRow past(int year, std::string project, std::int64_t target, std::string actual) {
  return {.year = year,
          .agency = "甲局",
          .project = std::move(project),
          .name = "合格率",
          .typed = NumberTarget{Decimal::whole(target)},
          .measured = kPercent,
          .actual = std::move(actual)};
}

TEST(Past, IsInTheBaseOfTheMeasureNewestFirst) {
  std::vector<PastRow> rows{past(2020, "展览", 90, ""), past(2021, "展览", 92, "93%")};
  sort_past(rows);
  EXPECT_THAT(past_of(row(kPart), rows),
              ElementsAre(PastValue{2021, Decimal::of(92, 2), Decimal::of(93, 2)},
                          PastValue{2020, Decimal::of(90, 2), std::nullopt}));
}

TEST(Past, OfSeveralRowsIsThatOfTheSameProjectOrNone) {
  const std::vector<PastRow> rows{past(2021, "展览", 92, ""), past(2021, "演出", 95, "")};
  EXPECT_THAT(past_of(row(kPercent), rows),
              ElementsAre(PastValue{2021, Decimal::of(92, 2), std::nullopt}));
  auto other = row(kPercent);
  other.project = "讲座";
  EXPECT_THAT(past_of(other, rows), IsEmpty());
  EXPECT_EQ(past_of(other, std::span(rows).first(1)).size(), 1U);
}

TEST(Past, OfAnotherMeasureOrAgencyIsNone) {
  auto rows = std::vector<PastRow>{past(2021, "展览", 92, "")};
  rows[0].measured.base = "家";
  EXPECT_THAT(past_of(row(kPercent), rows), IsEmpty());
  rows[0] = past(2021, "展览", 92, "");
  rows[0].agency = "乙局";
  EXPECT_THAT(past_of(row(kPercent), rows), IsEmpty());
}

}  // namespace
}  // namespace jiheng
