#include "store/row_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/identity.h"

namespace jiheng::store {
namespace {

Decimal decimal(std::string_view text) {
  return *Decimal::parse(text);
}

const std::vector<TypedTarget>& targets() {
  static const std::vector<TypedTarget> kTargets{
      TextTarget{},
      TextTarget{TextReason::relative},
      NumberTarget{decimal("-90.00")},
      NumberTarget{decimal("5.5"), true},
      RangeTarget{decimal("5"), decimal("10.0")},
      DateTarget{},
      DateTarget{.year = 2022, .month = 10, .part = DatePart::end, .bound = DateBound::by},
      DateTarget{.quarter = 3},
      DateTarget{.half = 1, .day = 30, .part = DatePart::middle, .bound = DateBound::after},
      DurationTarget{.value = decimal("1"),
                     .unit = {.filed = "个月", .canonical = "月", .kind = MeasureKind::duration},
                     .within = true,
                     .after = "收到\t材料=\\n",
                     .approximate = true},
      FrequencyTarget{.times = decimal("5"),
                      .counted = "天",
                      .period_count = decimal("2"),
                      .period = "周",
                      .hours_per_day = decimal("8")},
      FrequencyTarget{.times = decimal("1"), .period = "月"},
      GradeTarget{"全覆盖"}};
  return kTargets;
}

TEST(RowText, GivesEveryTargetBack) {
  for (const auto& target : targets()) {
    EXPECT_EQ(typed_target(encode(target)), target) << encode(target);
  }
}

TEST(RowText, KeepsTheWrittenScale) {
  const auto target = typed_target(encode(TypedTarget(NumberTarget{decimal("90.00")})));
  EXPECT_EQ(std::get<NumberTarget>(target).value.to_string(), "90.00");
}

TEST(RowText, GivesBoxesBack) {
  const std::vector<CellBox> boxes{
      {Column::level1, {.page = 1, .left = 0, .top = -5, .right = 59528, .bottom = 84189}},
      {Column::level1, {.page = 2, .left = 1, .top = 2, .right = 3, .bottom = 4}},
      {Column::measure, {.page = 20'000, .left = -1, .top = 100'000'000, .right = 0, .bottom = 7}}};
  EXPECT_EQ(cell_boxes(encode(boxes)), boxes);
  EXPECT_EQ(encode(std::vector<CellBox>{boxes[1]}), "level1=2 1 2 3 4");
  EXPECT_EQ(encode(std::vector<CellBox>{}), "");
  EXPECT_THAT(cell_boxes(""), testing::IsEmpty());
}

TEST(RowText, GivesMeasuresBack) {
  const Measure ten_thousand{.filed = "万人次",
                             .canonical = "人次",
                             .kind = MeasureKind::count,
                             .base = "人次",
                             .scale = decimal("10000"),
                             .several = true};
  EXPECT_EQ(measure(encode(ten_thousand)), ten_thousand);
  EXPECT_EQ(encode(Measure{}), "");
  EXPECT_EQ(measure(""), Measure{});
}

TEST(RowText, GivesPlacesBack) {
  const Place all{
      .page = 1, .table = 2, .row = 3, .line = 4, .last_line = 5, .sheet = "表=1\t", .cell = "E7"};
  EXPECT_EQ(place(encode(all)), all);
  EXPECT_EQ(place(encode(Place{})), Place{});
}

TEST(RowText, KeepsOnlyFiledCellsThatDiffer) {
  Indicator row;
  row.level1 = "产出指标";
  row.comparator = Comparator::at_least;
  row.target = "95";
  row.filed = {"产出\n指标", "", "", "≥", "95", ""};
  EXPECT_EQ(encode_filed(row), "level1=产出\\n指标\tcomparator=≥");
  EXPECT_EQ(filed_cells(encode_filed(row), row), row.filed);
  row.filed.target = "";
  EXPECT_EQ(filed_cells(encode_filed(row), row), row.filed);
}

TEST(RowText, GivesRepairsDoubtsMessagesAndChangesBack) {
  const std::vector<Repair> mended{Repair::lines_joined, Repair::comparator_glued};
  EXPECT_EQ(repairs(encode(mended)), mended);
  EXPECT_EQ(repairs(""), std::vector<Repair>{});
  const std::vector<Doubt> doubted{Doubt::comparator_unknown, Doubt::row_short};
  EXPECT_EQ(doubts(encode(doubted)), doubted);
  const Text text{"a.b", {"", "x\ty", "k=v"}};
  EXPECT_EQ(message(encode(text)), text);
  const std::vector<Change> moved{{Field::level2, "数量指标"}, {Field::target, ""}};
  EXPECT_EQ(changes(encode(moved)), moved);
}

std::string order_of(std::string_view number) {
  Indicator row;
  row.target = number;
  row.typed = NumberTarget{decimal(number)};
  return target_order(row);
}

TEST(TargetOrder, IsTheOrderOfNumbers) {
  const std::vector<std::string> rising{"-1000", "-99.5", "-99.49", "-1", "0",  "0.05",
                                        "0.5",   "5",     "5.01",   "50", "95", "1000000"};
  for (std::size_t i = 0; i + 1 < rising.size(); ++i) {
    EXPECT_LT(order_of(rising[i]), order_of(rising[i + 1])) << rising[i];
  }
  EXPECT_EQ(order_of("90.00"), order_of("90"));
}

TEST(IndicatorIdentities, CountEqualRowsAndIgnoreSpelling) {
  Indicator row;
  row.level2 = "数量指标";
  row.name = "培训 人数A";
  IndicatorIdentities first;
  const auto one = first.next(row);
  const auto two = first.next(row);
  EXPECT_NE(one, two);
  IndicatorIdentities second;
  row.name = "培训人数a";
  EXPECT_EQ(second.next(row), one);
  row.level2 = "质量指标";
  EXPECT_NE(second.next(row), two);
}

TEST(SearchText, KeepsGramsInsideTheirCell) {
  Indicator row;
  row.name = "人数";
  row.target = "五";
  row.project = "科技馆";
  EXPECT_THAT(search_grams(search_text(row)),
              testing::UnorderedElementsAre("人数", "五", "科技", "技馆"));
}

}  // namespace
}  // namespace jiheng::store
