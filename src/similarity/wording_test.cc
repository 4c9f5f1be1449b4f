#include "similarity/wording.h"

#include <gtest/gtest.h>

#include "similarity/similarity_for_test.h"

namespace jiheng::similarity {
namespace {

std::string of(std::string_view name, const Whose& whose = {}) {
  return wording(name, vocabulary_for_test().measures, whose);
}

TEST(Wording, LeavesMeasuresNumbersAndSignsOut) {
  EXPECT_EQ(of("培训人次(人次)"), "培训人次");
  EXPECT_EQ(of("验收 合格率（％）"), "验收合格率");
  EXPECT_EQ(of("2022年度“菜篮子”补贴"), "菜篮子补贴");
  EXPECT_EQ(of("举办3场培训"), "举办场培训");
  EXPECT_EQ(of("GDP增长"), "gdp增长");
}

TEST(Wording, KeepsWhatTellsThingsApart) {
  EXPECT_EQ(of("救助(含临时)人数"), "救助含临时人数");
  EXPECT_EQ(of("第1批项目完成率"), "第1批项目完成率");
  EXPECT_EQ(of("一期工程完成率"), "一期工程完成率");
}

TEST(Wording, DoesNotRepeatWhoseItIs) {
  const Whose whose{.agency = "嘉兴市科学技术局", .project = "科技人才队伍-科技培训专项"};
  EXPECT_EQ(of("科技培训专项学员满意度", whose), "学员满意度");
  EXPECT_EQ(of("嘉兴市科学技术局官网访问量", whose), "官网访问量");
  EXPECT_EQ(of("科技培训专项", whose), "科技培训专项") << "nothing would remain";
  EXPECT_EQ(of("培训人次", {.project = "培训"}), "培训人次") << "培训 is just a word";
}

TEST(Likeness, CountsSharedGrams) {
  EXPECT_EQ(likeness("培训人次", "培训人次"), 1000);
  EXPECT_EQ(likeness("培训人次", "培训班次"), 333);
  EXPECT_EQ(likeness("培训人次", "植树面积"), 0);
  EXPECT_EQ(likeness("", "培训人次"), 0);
  EXPECT_LT(likeness("第一批项目完成率", "第二批项目完成率"), 1000);
}

TEST(Likeness, OfContraryNamesIsHalved) {
  EXPECT_EQ(likeness("验收合格率", "验收不合格率"), 333);
  EXPECT_EQ(likeness("游客数增长率", "游客数下降率"), 200);
  EXPECT_EQ(likeness("不动产登记件数", "不动产登记数量"),
            likeness("房地产登记件数", "房地产登记数量"));
}

TEST(Likeness, IsNotFooledByWordsThatOnlyLookContrary) {
  EXPECT_FALSE(contrary(polarity("不动产登记率"), polarity("房产登记率")));
  EXPECT_FALSE(contrary(polarity("未成年人保护"), polarity("老年人保护")));
  EXPECT_FALSE(contrary(polarity("收入增长率"), polarity("收入率")));
  EXPECT_TRUE(contrary(polarity("未完成率"), polarity("完成率")));
}

}  // namespace
}  // namespace jiheng::similarity
