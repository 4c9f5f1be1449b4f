#include "document/number_format.h"

#include <gtest/gtest.h>

namespace jiheng::document {
namespace {

struct Case {
  const char* code;
  const char* number;
  const char* shown;
};

std::string show(const Case& one, DateSystem system = DateSystem::from_1900) {
  return NumberFormat(one.code).show(one.number, system);
}

class Shown : public testing::TestWithParam<Case> {};

TEST_P(Shown, AsExcelDoes) {
  EXPECT_EQ(show(GetParam()), GetParam().shown) << GetParam().code << " " << GetParam().number;
}

std::string numbered(const testing::TestParamInfo<Case>& info) {
  return "Case" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(
    General, Shown,
    testing::Values(Case{"General", "737", "737"}, Case{"General", "0.95", "0.95"},
                    Case{"General", "1E-4", "0.0001"}, Case{"General", "0", "0"},
                    Case{"General", "-0.0", "0"}, Case{"General", "3.0000000000000004E-2", "0.03"},
                    Case{"General", "0.28999999999999998", "0.29"},
                    Case{"General", "10891.615675", "10891.61568"},
                    Case{"General", "0.33333333333333331", "0.333333333"},
                    Case{"General", "123456789012", "123456789012"},
                    Case{"General", "99999999999.9", "100000000000"},
                    Case{"General", "1.2345678901234567E+17", "1.23457E+17"},
                    Case{"General", "1.23456789E-5", "0.0000123457"},
                    Case{"General", "2E-300", "2E-300"}, Case{"General", "-1.50", "-1.5"},
                    Case{"General", "007", "7"}, Case{"General", "abc", "abc"},
                    Case{"General", "1e999", "1e999"}, Case{"@", "0.5", "0.5"},
                    Case{"G/通用格式", "5", "5"}, Case{"G/通用格式\"人\"", "5", "5人"}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    Places, Shown,
    testing::Values(Case{"0", "95.5", "96"}, Case{"0", "-0.4", "0"}, Case{"0.00", "90", "90.00"},
                    Case{"0.00", "1.005", "1.01"}, Case{"0.00_ ", "-2.5", "-2.50"},
                    Case{"0.00", "999.995", "1000.00"}, Case{"0", "1E+15", "1000000000000000"},
                    Case{"#,##0.00", "1234567.891", "1,234,567.89"}, Case{"#,##0", "999", "999"},
                    Case{"#,##0", "-1000", "-1,000"}, Case{"0.0#", "5", "5.0"},
                    Case{"0.##", "5", "5"}, Case{"#.00", "0.5", ".50"},
                    Case{".00", "12.5", "12.50"}, Case{"00000", "42", "00042"},
                    Case{"000,000", "42", "000,042"}, Case{"000-0000", "1234567", "123-4567"},
                    Case{"0,", "12345", "12"}, Case{"0!.0,\"万\"", "12345", "1.2万"},
                    Case{"0\\.0,", "12345", "1.2"}, Case{"0.0,,", "1234567", "1.2"},
                    Case{"?0.0?", "1.5", "1.5"}, Case{"0.00E+00", "12345", "1.23E+04"},
                    Case{"0.00E+00", "0.00099999", "1.00E-03"}, Case{"0E-0", "1500", "2E3"},
                    Case{"##0.0E+0", "12345", "12.3E+3"}, Case{"# ?/?", "0.5", "0.5"}),
    numbered);

INSTANTIATE_TEST_SUITE_P(Percent, Shown,
                         testing::Values(Case{"0%", "0.95", "95%"}, Case{"0%", "1", "100%"},
                                         Case{"0.00%", "0.95", "95.00%"},
                                         Case{"0.00%", "0.28499999999999998", "28.50%"},
                                         Case{"0%", "0.28499999999999998", "29%"},
                                         Case{"0.0%", "1E-3", "0.1%"},
                                         Case{"0.00%;[Red]-0.00%", "-0.055", "-5.50%"},
                                         Case{"≥0%", "0.9", "≥90%"}, Case{"0.0‰", "5", "5.0‰"}),
                         numbered);

INSTANTIATE_TEST_SUITE_P(
    Sections, Shown,
    testing::Values(Case{"0\"人\"", "30", "30人"}, Case{"\"≥\"0", "5", "≥5"},
                    Case{"≥0次/年", "5", "≥5次/年"}, Case{"0;(0)", "-5", "(5)"},
                    Case{"0;-0;\"-\"", "0", "-"}, Case{"0;;", "-5", ""}, Case{";;;", "5", ""},
                    Case{"_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "6730",
                         "6,730.00"},
                    Case{"_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "-"},
                    Case{"[$¥-804]#,##0.00", "1234.5", "¥1,234.50"},
                    Case{"[>=10000]0!.0,\"万\";0", "25000", "2.5万"},
                    Case{"[>=10000]0!.0,\"万\";0", "2500", "2500"},
                    Case{"[>=10000]0;0", "-5", "-5"},
                    Case{"[<60]\"差\";[<90]\"中\";\"优\"", "75", "中"},
                    Case{"[=1]\"是\";[=0]\"否\";0", "0", "否"}, Case{"[>5]0", "1.5", "1.5"},
                    Case{"[DBNum2]0", "12", "12"}, Case{"\"a;b\"0", "1", "a;b1"}, Case{"", "5", ""},
                    Case{"\"", "5", ""}, Case{"0\\", "5", "5"}, Case{"[", "5", ""}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    Dates, Shown,
    testing::Values(Case{"yyyy-mm-dd", "44804", "2022-08-31"},
                    Case{"yyyy/m/d", "44804", "2022/8/31"},
                    Case{"yyyy\"年\"m\"月\"d\"日\";@", "44804", "2022年8月31日"},
                    Case{"yyyy年mm月", "44804", "2022年08月"},
                    Case{"[$-F800]dddd\\,\\ mmmm", "44804", "2022年8月31日"},
                    Case{"[$-804]aaaa;@", "44804", "星期三"}, Case{"[$-804]ddd", "44804", "周三"},
                    Case{"d-mmm-yy", "44804", "31-Aug-22"},
                    Case{"dddd, mmmm d", "44804", "Wednesday, August 31"},
                    Case{"[DBNum1][$-804]yyyy\"年\"m\"月\"", "44804", "2022年8月"},
                    Case{"e-m", "44804", "2022-8"}, Case{"yyyy-mm-dd", "1", "1900-01-01"},
                    Case{"yyyy-mm-dd", "59", "1900-02-28"}, Case{"yyyy-mm-dd", "60", "1900-02-29"},
                    Case{"yyyy-mm-dd", "61", "1900-03-01"}, Case{"yyyy-mm-dd", "0", "1900-01-00"},
                    Case{"yyyy-mm-dd", "2958465", "9999-12-31"},
                    Case{"yyyy-mm-dd", "2958466", "2958466"}, Case{"yyyy-mm-dd", "-1", "-1"},
                    Case{"yyyy-mm-dd", "1E+20", "1E+20"}, Case{"h:mm", "0.999999", "0:00"},
                    Case{"yyyy-mm-dd hh:mm:ss", "44804.270833333336", "2022-08-31 06:30:00"},
                    Case{"h:mm AM/PM", "0.5", "12:00 PM"},
                    Case{"上午/下午h\"时\"mm\"分\"", "0.75", "下午6时00分"},
                    Case{"[h]:mm:ss", "1.5", "36:00:00"}, Case{"[mm]:ss", "0.125", "180:00"},
                    Case{"mm:ss.0", "0.00001736111", "00:01.5"},
                    Case{"m/d/yyyy h:m", "44804.5", "8/31/2022 12:0"},
                    Case{"m月d日 m", "44804", "8月31日 8"}),
    numbered);

TEST(NumberFormat, CountsFrom1904) {
  EXPECT_EQ(show({"yyyy-mm-dd", "0", ""}, DateSystem::from_1904), "1904-01-01");
  EXPECT_EQ(show({"yyyy-mm-dd", "43342", ""}, DateSystem::from_1904), "2022-08-31");
}

TEST(NumberFormat, KnowsTheBuiltInOnes) {
  const auto shown = [](int id, std::string_view number) {
    return NumberFormat(NumberFormat::built_in(id)).show(number, DateSystem::from_1900);
  };
  EXPECT_EQ(shown(0, "0.95"), "0.95");
  EXPECT_EQ(shown(9, "0.95"), "95%");
  EXPECT_EQ(shown(10, "0.95"), "95.00%");
  EXPECT_EQ(shown(14, "44804"), "2022-08-31");
  EXPECT_EQ(shown(22, "44804.25"), "2022-08-31 6:00");
  for (const int id : {31}) {
    EXPECT_EQ(shown(id, "44804"), "2022年8月31日");
  }
  for (const int id : {27, 36, 50, 52, 57}) {
    EXPECT_EQ(shown(id, "44804"), "2022年8月") << id;
  }
  for (const int id : {28, 29, 51, 53, 54, 58}) {
    EXPECT_EQ(shown(id, "44804"), "8月31日") << id;
  }
  EXPECT_EQ(shown(43, "0"), "-");
  EXPECT_EQ(shown(49, "5"), "5");
  EXPECT_EQ(shown(999, "5"), "5");
}

TEST(NumberFormat, LeavesTextAloneUnlessToldOtherwise) {
  EXPECT_EQ(NumberFormat("0.00").show_text("甲"), "甲");
  EXPECT_EQ(NumberFormat("@").show_text("甲"), "甲");
  EXPECT_EQ(NumberFormat("@\"级\"").show_text("三"), "三级");
  EXPECT_EQ(NumberFormat("0;-0;0;\"<\"@\">\"").show_text("甲"), "<甲>");
  EXPECT_EQ(NumberFormat(";;;").show_text("甲"), "");
}

}  // namespace
}  // namespace jiheng::document
