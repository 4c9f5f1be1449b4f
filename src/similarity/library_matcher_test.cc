#include "similarity/library_matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "similarity/similarity_for_test.h"

namespace jiheng::similarity {
namespace {

using testing::AllOf;
using testing::Gt;
using testing::IsEmpty;
using testing::Lt;

class Matching : public testing::Test {
 protected:
  static LibraryIndicator indicator(const std::string& name, CategoryRole role,
                                    const std::string& measure) {
    return {.code = "X",
            .name = name,
            .role = role,
            .measured = vocabulary_for_test().measures.understand(measure)};
  }

  [[nodiscard]] std::vector<LibraryMatch> match(const std::string& name,
                                                const std::string& measure = "",
                                                CategoryRole role = CategoryRole::other,
                                                std::int32_t floor = 500) const {
    const LibraryMatcher matcher(library_, vocabulary_for_test().measures);
    return matcher.match({.name = name,
                          .role = role,
                          .measured = vocabulary_for_test().measures.understand(measure)},
                         {.most = 3, .floor = floor});
  }

  [[nodiscard]] std::string best(const std::string& name, const std::string& measure = "") const {
    const auto matches = match(name, measure);
    return matches.empty() ? "" : library_[matches.front().entry].name;
  }

  std::vector<LibraryIndicator> library_{
      indicator("培训人次", CategoryRole::quantity, "人次"),
      indicator("培训合格率", CategoryRole::quality, "%"),
      indicator("产品抽检合格率", CategoryRole::quality, "%"),
      indicator("道路修缮面积", CategoryRole::quantity, "平方米"),
      indicator("道路修缮成本", CategoryRole::cost, "元")};
};

TEST_F(Matching, IsCertainOfANameAndAnAlias) {
  library_[0].aliases = {"参训人次"};
  const auto by_name = match("培训 人次（人次）");
  ASSERT_FALSE(by_name.empty());
  EXPECT_EQ(by_name.front(),
            (LibraryMatch{
                .entry = 0, .confidence = 1000, .by = MatchedBy::name, .spelling = "培训人次"}));
  const auto by_alias = match("参训人次", "%", CategoryRole::cost);
  ASSERT_FALSE(by_alias.empty());
  EXPECT_EQ(by_alias.front(), (LibraryMatch{.entry = 0,
                                            .confidence = 1000,
                                            .by = MatchedBy::alias,
                                            .spelling = "参训人次",
                                            .role = Agreement::differs,
                                            .measure = Agreement::differs}));
}

TEST_F(Matching, KnowsTheIndicatorOfSomething) {
  const auto matches = match("科技特派员下乡服务培训人次", "人次", CategoryRole::quantity);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches.front().by, MatchedBy::ending);
  EXPECT_EQ(matches.front().confidence, 720 + 40 + 60);
}

TEST_F(Matching, LetsRoleAndMeasureSpeak) {
  const auto confidence = [&](const std::string& measure, CategoryRole role) {
    const auto matches = match("产品抽查合格率", measure, role, 1);
    return matches.empty() ? 0 : matches.front().confidence;
  };
  const auto alone = confidence("", CategoryRole::other);
  EXPECT_EQ(alone, 666);
  EXPECT_EQ(confidence("%", CategoryRole::other), alone + 60);
  EXPECT_EQ(confidence("%", CategoryRole::quality), alone + 100);
  EXPECT_EQ(confidence("‰", CategoryRole::other), alone);
  EXPECT_EQ(confidence("个", CategoryRole::other), alone - 160);
  EXPECT_EQ(confidence("", CategoryRole::cost), alone - 100);
}

TEST_F(Matching, TakesNoNearMissForTheThing) {
  EXPECT_EQ(best("培训班次", "次"), "");
  EXPECT_EQ(best("产品抽检不合格率", "%"), "");
  EXPECT_EQ(best("培训不合格率", "%"), "");
  EXPECT_EQ(best("植树造林面积", "亩"), "");
  EXPECT_EQ(best("产品抽检优良率", "%"), "");
}

/// How sure it is that a name means an entry of the whole library.
class MatchingTheLibrary : public Matching {
 protected:
  MatchingTheLibrary() {
    const auto data = packs::load_builtin_indicators().value();
    library_ = make_library_indicators(data, vocabulary_for_test()).value();
  }

  [[nodiscard]] std::int32_t confidence(const std::string& name, const std::string& entry) const {
    const auto percent = vocabulary_for_test().measures.understand("%");
    const LibraryMatcher matcher(library_, vocabulary_for_test().measures);
    for (const auto& found :
         matcher.match({.name = name, .role = CategoryRole::satisfaction, .measured = percent},
                       {.most = 100, .floor = 1})) {
      if (library_[found.entry].name == entry) {
        return found.confidence;
      }
    }
    return 0;
  }
};

TEST_F(MatchingTheLibrary, IsNotSureWhereOnlyWhatManyEntriesShareIsTheSame) {
  const auto unsure = AllOf(Gt(0), Lt(720));
  EXPECT_THAT(confidence("就业服务满意度", "物业服务满意度"), unsure);
  EXPECT_THAT(confidence("教育服务满意度", "物业服务满意度"), unsure);
  EXPECT_THAT(confidence("参军人员满意度", "参保人员满意度"), unsure);
}

TEST_F(MatchingTheLibrary, StillOffersWhatSaysTheSameInAnotherWord) {
  EXPECT_GE(confidence("奖补对象满意度", "补助对象满意度"), 600);
}

TEST_F(MatchingTheLibrary, StaysSureWhereTheWordIsTheSame) {
  EXPECT_EQ(confidence("物业服务满意度", "物业服务满意度"), 1000);
  EXPECT_GT(confidence("物业公司服务满意度", "物业服务满意度"), 720);
  EXPECT_GT(confidence("参保人员的满意度", "参保人员满意度"), 720);
}

TEST_F(Matching, GivesEachEntryOnceAndNothingBelowTheFloor) {
  library_[3].aliases = {"道路修缮的面积", "修缮道路面积"};
  const auto matches = match("道路修缮面积", "", CategoryRole::other, 400);
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].entry, 3U);
  EXPECT_EQ(matches[1].entry, 4U);
  EXPECT_THAT(match("道路修缮面积", "", CategoryRole::other, 1001), IsEmpty());
  EXPECT_EQ(match("道路修缮面积", "平方米", CategoryRole::quantity, 500).size(), 1U);
}

TEST_F(Matching, FindsItsWayInTheWholeLibrary) {
  const auto data = packs::load_builtin_indicators().value();
  library_ = make_library_indicators(data, vocabulary_for_test()).value();
  const LibraryMatcher matcher(library_, vocabulary_for_test().measures);
  for (std::size_t i = 0; i < library_.size(); ++i) {
    const auto matches = matcher.match({.name = library_[i].name}, {.most = 1});
    ASSERT_FALSE(matches.empty()) << library_[i].name;
    EXPECT_EQ(matches.front().entry, i);
    EXPECT_EQ(matches.front().confidence, 1000);
  }
  EXPECT_EQ(best("中小学教师培训人次", "人次"), "培训人次");
  EXPECT_EQ(best("2022年项目验收合格率（%）", "%"), "验收合格率");
}

}  // namespace
}  // namespace jiheng::similarity
