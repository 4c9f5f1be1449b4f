#include "intake/target_language.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace jiheng::intake {
namespace {

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

std::string number(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "";
}

/// A typed target in one line, for tables of expectations.
std::string spelled(const TypedTarget& typed) {
  if (const auto* value = std::get_if<NumberTarget>(&typed)) {
    return std::string(value->approximate ? "about " : "") + value->value.to_string();
  }
  if (const auto* range = std::get_if<RangeTarget>(&typed)) {
    return range->low.to_string() + ".." + range->high.to_string();
  }
  if (const auto* date = std::get_if<DateTarget>(&typed)) {
    return "date y" + number(date->year) + " q" + number(date->quarter) + " h" +
           number(date->half) + " m" + number(date->month) + " d" + number(date->day) + " " +
           std::string(word(date->part)) + " " + std::string(word(date->bound));
  }
  if (const auto* span = std::get_if<DurationTarget>(&typed)) {
    return "span " + std::string(span->approximate ? "about " : "") + span->value.to_string() +
           " " + span->unit.canonical + (span->within ? " within" : "") +
           (span->after.empty() ? "" : " after " + span->after);
  }
  if (const auto* rhythm = std::get_if<FrequencyTarget>(&typed)) {
    return "each " + rhythm->period_count.to_string() + " " + rhythm->period + ": " +
           rhythm->times.to_string() + " " + rhythm->counted +
           (rhythm->hours_per_day ? " of " + rhythm->hours_per_day->to_string() + " h" : "");
  }
  if (const auto* grade = std::get_if<GradeTarget>(&typed)) {
    return "grade " + grade->grade;
  }
  return "text " + std::string(word(std::get<TextTarget>(typed).reason));
}

std::string spelled(const ReadTarget& read) {
  std::string text(read.comparator ? symbol(*read.comparator) : "");
  text += " | " + read.target + " | " + read.measure + " | " + spelled(read.typed);
  return text;
}

struct Case {
  const char* comparator;
  const char* target;
  const char* measure;
  const char* expected;
};

class Reads : public testing::TestWithParam<Case> {};

TEST_P(Reads, Target) {
  const auto& given = GetParam();
  const auto read = read_target({given.comparator, given.target, given.measure}, vocabulary());
  std::string all;
  for (const auto& target : read) {
    all += (all.empty() ? "" : " // ") + spelled(target);
  }
  EXPECT_EQ(all, given.expected) << given.comparator << " " << given.target;
}

INSTANTIATE_TEST_SUITE_P(
    Comparators, Reads,
    testing::Values(
        Case{"≥", "5", "个", ">= | 5 | 个 | 5"}, Case{"≧", "5", "个", ">= | 5 | 个 | 5"},
        Case{"⩾", "5", "个", ">= | 5 | 个 | 5"}, Case{">=", "5", "个", ">= | 5 | 个 | 5"},
        Case{"＞＝", "5", "个", ">= | 5 | 个 | 5"}, Case{"＞", "5", "个", "> | 5 | 个 | 5"},
        Case{"﹥", "5", "个", "> | 5 | 个 | 5"}, Case{"≦", "5", "个", "<= | 5 | 个 | 5"},
        Case{"＜", "5", "个", "< | 5 | 个 | 5"}, Case{"＝", "5", "个", "= | 5 | 个 | 5"},
        Case{"═", "5", "个", "= | 5 | 个 | 5"}, Case{"大于等于", "5", "个", ">= | 5 | 个 | 5"},
        Case{"", "≥95%", "", ">= | 95 | % | 95"}, Case{"≥95", "", "%", ">= | 95 | % | 95"},
        Case{"", "不低于95%", "", ">= | 95 | % | 95"}, Case{"", "不少于5次", "", ">= | 5 | 次 | 5"},
        Case{"", "至少3场", "", ">= | 3 | 场 | 3"},
        Case{"", "大于等于10", "个", ">= | 10 | 个 | 10"},
        Case{"", "90%以上", "", ">= | 90 | % | 90"}, Case{"", "90%及以上", "", ">= | 90 | % | 90"},
        Case{"", "不超过2.2亿元", "", "<= | 2.2 | 亿元 | 2.2"},
        Case{"", "不高于5%", "", "<= | 5 | % | 5"},
        Case{"", "控制在200万元以内", "", "<= | 200 | 万元 | 200"},
        Case{"", "低于3%", "", "< | 3 | % | 3"}, Case{"", "达到100%", "", ">= | 100 | % | 100"},
        Case{"", "等于100%", "", "= | 100 | % | 100"}, Case{"≥", "95%以上", "", ">= | 95 | % | 95"},
        Case{"定性", "不少于5次", "", "qualitative | 不少于5次 |  | 5"},
        Case{"", "定性健全", "", "qualitative | 健全 |  | grade 健全"},
        Case{"定性展示形象", "", "", "qualitative | 展示形象 |  | text description"},
        Case{"看情况", "5", "个", " | 5 | 个 | 5"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Reads,
    testing::Values(
        Case{"≥", "1,100", "家", ">= | 1100 | 家 | 1100"},
        Case{"≥", "１０", "家", ">= | 10 | 家 | 10"},
        Case{"≥", "90.00", "%", ">= | 90.00 | % | 90.00"},
        Case{"≥", "200万", "人次", ">= | 200 | 万人次 | 200"},
        Case{"≥", "2.2亿", "元", ">= | 2.2 | 亿元 | 2.2"},
        Case{"≥", "2万5千", "元", ">= | 25000 | 元 | 25000"},
        Case{"≥", "三", "次", ">= | 三 | 次 | 3"},
        Case{"≥", "一百二十", "人", ">= | 一百二十 | 人 | 120"},
        Case{"≥", "十二", "人", ">= | 十二 | 人 | 12"},
        Case{"≥", "一万二千三百", "元", ">= | 一万二千三百 | 元 | 12300"},
        Case{"≥", "三亿五千万", "元", ">= | 三亿五千万 | 元 | 350000000"},
        Case{"≥", "两场", "", ">= | 两 | 场 | 2"}, Case{"≥", "-5", "%", ">= | -5 | % | -5"},
        Case{"＝", "0", "起", "= | 0 | 起 | 0"}, Case{"≥", "", "个", ">= |  | 个 | text empty"},
        Case{"≥", "**", "个", ">= | ** | 个 | text placeholder"},
        Case{"≥", "999999999999999999999999999999999999999999999", "个",
             ">= | 999999999999999999999999999999999999999999999 | 个 | text overflow"},
        Case{"≥", "5", "朵", ">= | 5 | 朵 | 5"}, Case{"≥", "5朵", "", ">= | 5 | 朵 | 5"},
        Case{"≥", "28.8万元", "%", ">= | 28.8 | 万元 | 28.8"},
        Case{"≥", "95%", "(%)", ">= | 95 | % | 95"},
        Case{"≥", "100", "次（期、条、篇）", ">= | 100 | 次(期、条、篇) | 100"},
        Case{"", "约5.5万人次", "", " | 5.5 | 万人次 | about 5.5"},
        Case{"", "50人左右", "", " | 50 | 人 | about 50"},
        Case{"≥", "30多", "家", ">= | 30 | 家 | about 30"},
        Case{"≥", "5", "元/平方米", ">= | 5 | 元/平方米 | 5"},
        Case{"≥", "3000", "元每人每月", ">= | 3000 | 元每人每月 | 3000"},
        Case{"≥", "2", "户/人.月", ">= | 2 | 户/人.月 | 2"}));

INSTANTIATE_TEST_SUITE_P(
    RatiosAndRanges, Reads,
    testing::Values(Case{"≥", "95％", "", ">= | 95 | % | 95"},
                    Case{"≥", "0.95", "比例", ">= | 0.95 | 比例 | 0.95"},
                    Case{"≥", "百分之九十五", "", ">= | 九十五 | % | 95"},
                    Case{"＝", "百分之百", "", "= | 百 | % | 100"},
                    Case{"≤", "3‰", "", "<= | 3 | ‰ | 3"},
                    Case{"≥", "2个百分点", "", ">= | 2 | 个百分点 | 2"},
                    Case{"", "5-10", "次", "between | 5~10 | 次 | 5..10"},
                    Case{"", "5~10次", "", "between | 5~10 | 次 | 5..10"},
                    Case{"", "5至10", "次", "between | 5~10 | 次 | 5..10"},
                    Case{"", "95%-100%", "", "between | 95~100 | % | 95..100"},
                    Case{"", "5次-10次", "", "between | 5~10 | 次 | 5..10"},
                    Case{"≥", "1600人、200人", "", ">= | 1600 | 人 | 1600 // >= | 200 | 人 | 200"},
                    Case{"", "慰问人数1600人；慰问金额200万元", "",
                         " | 1600 | 人 | 1600 //  | 200 | 万元 | 200"},
                    Case{"", "不低于上年度水平", "", " | 不低于上年度水平 |  | text relative"}));

INSTANTIATE_TEST_SUITE_P(
    Times, Reads,
    testing::Values(
        Case{"定性", "10月底前", "", "qualitative | 10月底前 |  | date y q h m10 d end by"},
        Case{"qualitative", "10月底前", "", "qualitative | 10月底前 |  | date y q h m10 d end by"},
        Case{"定性", "３月底前完成拨付", "",
             "qualitative | 3月底前完成拨付 |  | date y q h m3 d end by"},
        Case{"定性", "2022年8月底前完成", "",
             "qualitative | 2022年8月底前完成 |  | date y2022 q h m8 d end by"},
        Case{"定性", "11月前", "", "qualitative | 11月前 |  | date y q h m11 d start before"},
        Case{"", "12月31日前", "", " | 12月31日前 |  | date y q h m12 d31 whole by"},
        Case{"≤", "12月31日", "", "<= | 12月31日 |  | date y q h m12 d31 whole on"},
        Case{"", "2022-08-31", "", " | 2022-08-31 |  | date y2022 q h m8 d31 whole on"},
        Case{"", "2022.8.31前", "", " | 2022.8.31前 |  | date y2022 q h m8 d31 whole by"},
        Case{"", "第三季度", "", " | 第三季度 |  | date y q3 h m d whole on"},
        Case{"", "三季度末", "", " | 三季度末 |  | date y q3 h m d end on"},
        Case{"", "上半年", "", " | 上半年 |  | date y q h1 m d whole on"},
        Case{"", "年底", "", " | 年底 |  | date y q h m d end on"},
        Case{"", "年底前", "", " | 年底前 |  | date y q h m d end by"},
        Case{"", "2022年底前完成", "", " | 2022年底前完成 |  | date y2022 q h m d end by"},
        Case{"", "1月至12月", "", " | 1月至12月 |  | date y q h m12 d end by"},
        Case{"", "2022年1-12月", "", " | 2022年1-12月 |  | date y2022 q h m12 d end by"},
        Case{"", "2月30日前", "", " | 2月30日前 |  | text description"},
        Case{"", "次年1月底前", "", " | 次年1月底前 |  | text relative"},
        Case{"定性", "收到材料后1个月内", "",
             "qualitative | 收到材料后1个月内 |  | span 1 月 within after 收到材料"},
        Case{"", "下达后30日内", "", " | 下达后30日内 |  | span 30 天 within after 下达"},
        Case{"定性", "一小时", "", "qualitative | 一小时 |  | span 1 小时"},
        Case{"定性", "6小时", "", "qualitative | 6小时 |  | span 6 小时"},
        Case{"≤", "4", "小时", "<= | 4 | 小时 | span 4 小时"},
        Case{"≤", "4", "时", "<= | 4 | 时 | span 4 小时"},
        Case{"", "1个月内", "", "<= | 1 | 个月 | span 1 月 within"},
        Case{"", "24小时内响应", "", " | 24小时内响应 |  | span 24 小时 within"},
        Case{"", "每月1次", "", " | 每月1次 |  | each 1 月: 1 次"},
        Case{"", "每季度", "", " | 每季度 |  | each 1 季度: 1 "},
        Case{"", "每2年1次", "", " | 每2年1次 |  | each 2 年: 1 次"},
        Case{"", "每月不少于2次", "", " | 每月不少于2次 |  | each 1 月: 2 次"},
        Case{"", "12次/年", "", " | 12 | 次/年 | each 1 年: 12 次"},
        Case{"≥", "12", "次/年", ">= | 12 | 次/年 | each 1 年: 12 次"},
        Case{"", "一年两次", "", " | 一年两次 |  | each 1 年: 2 次"},
        Case{"", "5*8小时", "", " | 5*8小时 |  | each 1 周: 5 天 of 8 h"},
        Case{"", "7×24小时", "", " | 7×24小时 |  | each 1 周: 7 天 of 24 h"},
        Case{"≥", "2022", "年", ">= | 2022 | 年 | date y2022 q h m d whole on"}));

INSTANTIATE_TEST_SUITE_P(
    Words, Reads,
    testing::Values(Case{"定性", "健全", "", "qualitative | 健全 |  | grade 健全"},
                    Case{"定性", "全覆盖", "", "qualitative | 全覆盖 |  | grade 全覆盖"},
                    Case{"定性", "无影响。", "", "qualitative | 无影响。 |  | grade 无影响"},
                    Case{"定性", "按时", "", "qualitative | 按时 |  | text vague"},
                    Case{"定性", "全年", "", "qualitative | 全年 |  | text whole_period"},
                    Case{"定性", "进一步健全完善", "",
                         "qualitative | 进一步健全完善 |  | text vague"},
                    Case{"定性", "按照合同要求完成开发", "",
                         "qualitative | 按照合同要求完成开发 |  | text description"},
                    Case{"定性", "1", "", "qualitative | 1 |  | 1"},
                    Case{"定性", "1次", "", "qualitative | 1次 |  | 1"}));

TEST(TargetLanguage, KeepsWhatWasMended) {
  const auto split = read_target({"", "≥95%", ""}, vocabulary());
  EXPECT_EQ(split.front().repaired, std::vector{Repair::cell_split});
  const auto words = read_target({"", "不少于5", "次"}, vocabulary());
  EXPECT_EQ(words.front().repaired, std::vector{Repair::comparator_from_words});
  const auto unknown = read_target({"看情况", "5", "个"}, vocabulary());
  EXPECT_EQ(unknown.front().doubt, std::vector{Doubt::comparator_unknown});
  const auto several = read_target({"", "慰问1600人、发放200万元", ""}, vocabulary());
  ASSERT_EQ(several.size(), 2U);
  EXPECT_EQ(several.front().subject, "慰问");
  EXPECT_EQ(several.back().doubt.back(), Doubt::several_values);
}

TEST(TargetLanguage, MeasuresCarryTheirScale) {
  const auto read = read_target({"≤", "2.2", "亿元"}, vocabulary()).front();
  EXPECT_EQ(read.measured.canonical, "元");
  EXPECT_EQ(read.measured.scale, Decimal::whole(100'000'000));
  EXPECT_NE(read_target({"≥", "5", "人"}, vocabulary()).front().measured,
            read_target({"≥", "5", "人次"}, vocabulary()).front().measured);
}

TEST(TargetLanguage, RetypeKeepsTheRest) {
  Indicator row;
  row.points = "10";
  retype(row, {"≥", "95%", ""}, vocabulary());
  EXPECT_EQ(row.target, "95");
  EXPECT_EQ(row.measure, "%");
  EXPECT_EQ(row.filed.target, "95%");
  EXPECT_EQ(row.points, "10");
}

RC_GTEST_PROP(TargetLanguageProperty, EveryWholeNumberReadsAsItself, (int value)) {
  const auto read = read_target({"≥", std::to_string(value), "个"}, vocabulary()).front();
  const auto* number = std::get_if<NumberTarget>(&read.typed);
  RC_ASSERT(number != nullptr);
  RC_ASSERT(number->value == Decimal::whole(value));
  RC_ASSERT(read.target == std::to_string(value));
}

RC_GTEST_PROP(TargetLanguageProperty, SurvivesAnyText,
              (const std::string& a, const std::string& b)) {
  for (const auto* comparator : {"", "≥", "定性"}) {
    RC_ASSERT(!read_target({comparator, a, b}, vocabulary()).empty());
  }
}

}  // namespace
}  // namespace jiheng::intake
