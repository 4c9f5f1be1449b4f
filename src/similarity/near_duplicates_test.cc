#include "similarity/near_duplicates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "similarity/similarity_for_test.h"

namespace jiheng::similarity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Indicator row(const std::string& agency, const std::string& project, const std::string& name,
              const std::string& target) {
  const auto number = Decimal::parse(target);
  return {.agency = agency,
          .project = project,
          .level1 = "产出指标",
          .level2 = "数量指标",
          .name = name,
          .comparator = Comparator::at_least,
          .target = target,
          .measure = "人次",
          .typed = number ? TypedTarget(NumberTarget{*number}) : TypedTarget(),
          .measured = vocabulary_for_test().measures.understand("人次")};
}

std::vector<DuplicateGroup> groups_of(const std::vector<Indicator>& rows,
                                      std::span<const LibraryIndicator> library = {}) {
  return near_duplicates(rows, {.measures = vocabulary_for_test().measures, .library = library});
}

TEST(NearDuplicates, AreTheSameOfAnotherAgencyOrProject) {
  const std::vector<Indicator> rows{row("甲局", "科普专项", "科普活动惠及人次", "500"),
                                    row("乙局", "惠民专项", "植树节志愿服务人次", "80"),
                                    row("乙局", "惠民专项", "科普活动惠及人次(人次)", "500.00"),
                                    row("甲局", "讲座专项", "2022年科普活动惠及人次", "500")};
  EXPECT_THAT(groups_of(rows), ElementsAre(DuplicateGroup{{0, 2, 3}}));
}

TEST(NearDuplicates, AreNotOtherValuesOrWordings) {
  EXPECT_THAT(groups_of({row("甲局", "一", "科普活动惠及人次", "500"),
                         row("乙局", "二", "科普活动惠及人次", "600")}),
              IsEmpty());
  EXPECT_THAT(groups_of({row("甲局", "一", "新农人培训班次", "500"),
                         row("乙局", "二", "新农人培训人次", "500")}),
              IsEmpty());
  EXPECT_THAT(groups_of({row("甲局", "一", "第一批资助发放人次", "500"),
                         row("乙局", "二", "第二批资助发放人次", "500")}),
              IsEmpty());
  EXPECT_THAT(groups_of({row("甲局", "一", "抽检合格批次", "500"),
                         row("乙局", "二", "抽检不合格批次", "500")}),
              IsEmpty());
}

TEST(NearDuplicates, AreNotTheSameProjectOfAnotherYear) {
  EXPECT_THAT(groups_of({row("甲局", "2021年科普专项", "科普活动惠及人次", "500"),
                         row("甲局", "2022年科普专项", "科普活动惠及人次", "500")}),
              IsEmpty());
}

TEST(NearDuplicates, LeaveOutWhatIsCommonShortOrWithoutTarget) {
  const std::vector<Indicator> rows{row("甲局", "一", "参加活动人次", "500"),
                                    row("乙局", "二", "参加活动人次", "500")};
  std::vector<LibraryIndicator> library{
      {.code = "X1", .name = "活动参与人次", .aliases = {"参加活动人次"}, .common = true}};
  EXPECT_THAT(groups_of(rows, library), IsEmpty());
  library.front().common = false;
  EXPECT_EQ(groups_of(rows, library).size(), 1U);
  EXPECT_THAT(groups_of({row("甲局", "一", "课次", "5"), row("乙局", "二", "课次", "5")}),
              IsEmpty());
  EXPECT_THAT(
      groups_of({row("甲局", "一", "参加活动人次", ""), row("乙局", "二", "参加活动人次", "")}),
      IsEmpty());
}

TEST(NearDuplicates, SeeThroughTheNameOfTheirOwner) {
  EXPECT_THAT(groups_of({row("嘉禾市水利局", "一", "嘉禾市水利局网站访问人次", "500"),
                         row("嘉禾市教育局", "二", "嘉禾市教育局网站访问人次", "500")}),
              ElementsAre(DuplicateGroup{{0, 1}}));
}

}  // namespace
}  // namespace jiheng::similarity
