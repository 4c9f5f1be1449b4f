#include "app/reached.h"

#include <gtest/gtest.h>

#include "intake/target_language.h"
#include "packs/library.h"

namespace jiheng::app {
namespace {

constexpr Date on(unsigned month, unsigned day) {
  return Date{std::chrono::year{2022}, std::chrono::month{month}, std::chrono::day{day}};
}

const Vocabulary& vocabulary() {
  static const auto kLibrary = packs::load_builtin().value();
  static const auto kVocabulary = make_vocabulary(kLibrary).value();
  return kVocabulary;
}

Indicator row_of(const std::string& target, const std::string& measure) {
  Indicator row;
  row.comparator = Comparator::at_least;
  auto read =
      intake::read_target({.comparator = "≥", .target = target, .measure = measure}, vocabulary());
  row.typed = read.front().typed;
  row.measured = read.front().measured;
  return row;
}

ReportedValue value(Date as_of, std::string text, std::string unit = "",
                    std::optional<int> amount = {}) {
  return {.as_of = as_of,
          .unit = std::move(unit),
          .value = std::move(text),
          .amount = amount ? std::optional(Decimal::whole(*amount)) : std::nullopt};
}

ReportedValue parts(std::string unit, std::string numerator, std::string denominator) {
  return {.as_of = on(7, 31),
          .unit = std::move(unit),
          .numerator = std::move(numerator),
          .denominator = std::move(denominator)};
}

Reached reached(const Indicator& row, const std::vector<ReportedValue>& values,
                Date day = on(12, 31)) {
  static const auto kFractionFrom = Decimal::whole(50);
  return reached_by(row, values, day, {vocabulary(), kFractionFrom});
}

TEST(Reached, the_newest_value_up_to_the_day_counts) {
  const auto row = row_of("20", "个");
  const std::vector<ReportedValue> values{value(on(3, 31), "5"), value(on(7, 31), "12")};
  EXPECT_EQ(reached(row, values, on(5, 31)).actual.text, "5");
  EXPECT_EQ(reached(row, values).actual.text, "12");
  EXPECT_EQ(reached(row, values).as_of, on(7, 31));
  EXPECT_EQ(reached(row, values, on(2, 28)).actual.text, "") << "nothing was said by then";
}

TEST(Reached, without_anything_said_the_filed_row_counts) {
  auto row = row_of("20", "个");
  row.actual = "21";
  const auto filed = reached(row, {});
  EXPECT_EQ(filed.actual.text, "21");
  EXPECT_FALSE(filed.as_of);
  EXPECT_EQ(reached(row, {value(on(7, 31), "12")}).actual.text, "12");
}

TEST(Reached, a_blank_takes_no_value_and_is_not_zero) {
  const auto blank = reached(row_of("20", "个"), {value(on(3, 31), "5"), value(on(7, 31), "")});
  EXPECT_EQ(blank.actual.text, "");
  EXPECT_EQ(blank.as_of, on(7, 31));
}

TEST(Reached, numerator_and_denominator_are_the_ratio) {
  const auto percent = reached(row_of("90", "%"), {parts("", "22", "25")});
  EXPECT_EQ(percent.actual.text, "88%");
  EXPECT_EQ(std::get<NumberTarget>(percent.actual.typed).value, Decimal::whole(88));
  EXPECT_EQ(reached(row_of("90", "%"), {parts("", "22", "0")}).unclear, Unscored::not_comparable);
  EXPECT_EQ(reached(row_of("20", "个"), {parts("", "22", "25")}).unclear, Unscored::not_comparable);
}

TEST(Reached, amounts_of_sub_units_are_summed_in_the_rows_measure) {
  const auto sum =
      reached(row_of("3", "万元"), {value(on(7, 31), "1.5", "甲"), value(on(6, 30), "5000元", "乙"),
                                    value(on(7, 31), "", "丙")});
  EXPECT_EQ(sum.actual.text, "2万元");
  EXPECT_EQ(sum.units, 2U);
  EXPECT_EQ(sum.silent, 1U);
  EXPECT_EQ(sum.as_of, on(7, 31));
}

TEST(Reached, a_magnitude_without_a_measure_counts_what_the_row_counts) {
  const auto sum = reached(row_of("5", "万人次"),
                           {value(on(7, 31), "1.5万", "甲"), value(on(7, 31), "3万", "乙")});
  EXPECT_EQ(sum.actual.text, "4.5万人次");
  EXPECT_EQ(reached(row_of("90", "%"), {value(on(7, 31), "1万", "甲", 1)}).unclear,
            Unscored::not_comparable);
}

TEST(Reached, a_blank_whole_does_not_hide_sub_units) {
  const auto row = row_of("20", "个");
  EXPECT_EQ(reached(row, {value(on(7, 31), ""), value(on(7, 31), "5", "甲")}).actual.text, "5个");
}

TEST(Reached, ratios_of_sub_units_are_weighted_or_made_of_their_parts) {
  const auto row = row_of("90", "%");
  EXPECT_EQ(reached(row, {value(on(7, 31), "100%", "甲", 300), value(on(7, 31), "60%", "乙", 100)})
                .actual.text,
            "90%");
  EXPECT_EQ(reached(row, {value(on(7, 31), "100%", "甲"), value(on(7, 31), "60%", "乙")}).unclear,
            Unscored::no_amount);
  EXPECT_EQ(reached(row, {parts("甲", "9", "10"), parts("乙", "80", "90")}).actual.text, "89%");
}

TEST(Reached, percent_and_parts_of_the_whole_are_one_thing_for_sub_units_too) {
  const std::vector<ReportedValue> mixed{value(on(7, 31), "0.95", "甲", 30),
                                         value(on(7, 31), "85%", "乙", 10),
                                         value(on(7, 31), "90%", "丙", 10)};
  // (95 × 30 + 85 × 10 + 90 × 10) ÷ 50.
  EXPECT_EQ(reached(row_of("90", "%"), mixed).actual.text, "92%");
  EXPECT_EQ(reached(row_of("0.9", "比例"), mixed).actual.text, "0.92比例");
  const auto plain = reached(row_of("0.9", ""), mixed);
  ASSERT_TRUE(std::holds_alternative<NumberTarget>(plain.actual.typed));
  EXPECT_EQ(std::get<NumberTarget>(plain.actual.typed).value.to_shortest_string(), "0.92");
  EXPECT_EQ(reached(row_of("2", "%"), {value(on(7, 31), "0.95", "甲", 1)}).unclear,
            Unscored::fraction_unclear)
      << "95 % or 0.95 %";
  EXPECT_EQ(reached(row_of("97", "%"), {value(on(7, 31), "1.2", "甲", 1)}).unclear,
            Unscored::fraction_unclear)
      << "1.2 % or 120 %";
}

TEST(Reached, a_whole_says_what_it_is_made_of) {
  const auto sum = reached(
      row_of("30", "项"),
      {value(on(7, 31), "20", "甲"), value(on(7, 31), "17", "乙"), value(on(7, 31), "-2", "丙")});
  EXPECT_EQ(sum.actual.text, "35项");
  EXPECT_EQ(sum.steps, (std::vector<Step>{{StepKind::units_sum, {"20＋17－2", "35", "项", "3"}}}));
  const auto mean = reached(row_of("90", "%"),
                            {value(on(7, 31), "95%", "甲", 30), value(on(7, 31), "90%", "乙", 10),
                             value(on(7, 31), "93%", "丙", 10)});
  EXPECT_EQ(mean.steps, (std::vector<Step>{{StepKind::units_mean,
                                            {"95%×30＋90%×10＋93%×10", "50", "93.6", "%", "3"}}}));
  const auto of_parts =
      reached(row_of("90", "%"), {parts("甲", "9", "10"), parts("乙", "80", "90")});
  EXPECT_EQ(of_parts.steps,
            (std::vector<Step>{{StepKind::units_parts, {"9＋80", "10＋90", "89", "%", "2"}}}));
  EXPECT_EQ(reached(row_of("90", "%"), {parts("", "22", "25")}).steps,
            (std::vector<Step>{{StepKind::whole_parts, {"22", "25", "88", "%"}}}));
}

TEST(Reached, a_long_sum_is_shortened) {
  std::vector<ReportedValue> values;
  for (int i = 1; i <= 12; ++i) {
    values.push_back(value(on(7, 31), std::to_string(i), "单位" + std::to_string(10 + i)));
  }
  const auto sum = reached(row_of("30", "项"), values);
  ASSERT_EQ(sum.steps.size(), 1U);
  EXPECT_EQ(sum.steps.front().values,
            (std::vector<std::string>{"1＋2＋3＋4＋5＋6＋7＋…＋12", "78", "项", "12"}));
}

TEST(Reached, the_sub_unit_that_stands_in_the_way_is_named) {
  const auto words =
      reached(row_of("20", "个"), {value(on(7, 31), "5", "甲"), value(on(7, 31), "很多", "乙")});
  EXPECT_EQ(words.unclear, Unscored::unit_unclear);
  EXPECT_EQ(words.steps, (std::vector<Step>{{StepKind::unit_no_number, {"乙", "很多"}}}));
  const auto weightless = reached(
      row_of("90", "%"), {value(on(7, 31), "95%", "甲", 30), value(on(7, 31), "90%", "乙")});
  EXPECT_EQ(weightless.unclear, Unscored::no_amount);
  ASSERT_EQ(weightless.steps.size(), 1U);
  EXPECT_EQ(weightless.steps.front().kind, StepKind::unit_no_amount);
  EXPECT_EQ(weightless.steps.front().values.front(), "乙");
}

TEST(Reached, whole_and_sub_units_do_not_add_up_the_later_counts) {
  const auto row = row_of("20", "个");
  const auto whole = value(on(7, 31), "12");
  EXPECT_EQ(reached(row, {whole, value(on(6, 30), "5", "甲")}).actual.text, "12");
  EXPECT_EQ(reached(row, {whole, value(on(7, 31), "5", "甲")}).actual.text, "12");
  EXPECT_EQ(reached(row, {whole, value(on(9, 30), "5", "甲")}).actual.text, "5个");
}

}  // namespace
}  // namespace jiheng::app
