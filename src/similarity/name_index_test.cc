#include "similarity/name_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace jiheng::similarity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

NameIndex index_of(const std::vector<std::string>& names) {
  NameIndexBuilder builder;
  for (const auto& name : names) {
    builder.add(name);
  }
  return std::move(builder).build();
}

/// The answer by comparing with every name.
std::vector<NameMatch> scanned(const std::vector<std::string>& names, const std::string& wording,
                               const Nearness& nearness) {
  std::vector<NameMatch> matches;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const auto permille = likeness(wording, names[i]);
    if (permille >= std::max(nearness.floor, 1)) {
      matches.push_back({.name = i, .permille = permille});
    }
  }
  std::ranges::stable_sort(matches, std::greater(), &NameMatch::permille);
  matches.resize(std::min(matches.size(), nearness.most));
  return matches;
}

TEST(NameIndex, GivesTheMostAlikeFirstThenAsAdded) {
  const auto index = index_of(
      {"植树造林面积", "培训人次", "教师培训人次", "培训班次", "培训人次", "医师培训人次"});
  EXPECT_THAT(
      index.like("培训人次", {.most = 4, .floor = 400}),
      ElementsAre(NameMatch{1, 1000}, NameMatch{4, 1000}, NameMatch{2, 750}, NameMatch{5, 750}));
  EXPECT_THAT(index.like("培训人次", {.most = 3, .floor = 400}),
              ElementsAre(NameMatch{1, 1000}, NameMatch{4, 1000}, NameMatch{2, 750}));
}

TEST(NameIndex, GivesNothingBelowTheFloor) {
  const auto index = index_of({"培训班次", "验收不合格率"});
  EXPECT_THAT(index.like("培训人次", {.floor = 334}), IsEmpty());
  EXPECT_THAT(index.like("培训人次", {.floor = 333}), ElementsAre(NameMatch{0, 333}));
  EXPECT_THAT(index.like("验收合格率", {.floor = 334}), IsEmpty());
}

TEST(NameIndex, FindsWhatIsJustLikeEnoughByACommonGram) {
  const auto index = index_of({"甲乙", "乙丙丁", "乙丙", "丙丁"});
  EXPECT_THAT(index.like("甲乙丙丁", {.floor = 800}), ElementsAre(NameMatch{1, 800}));
}

TEST(NameIndex, KnowsNothingLikeNothing) {
  EXPECT_THAT(index_of({}).like("培训人次", {}), IsEmpty());
  const auto index = index_of({"", "培训人次", "率"});
  EXPECT_EQ(index.size(), 3U);
  EXPECT_THAT(index.like("", {.floor = 1}), IsEmpty());
  EXPECT_THAT(index.like("龘龘龘", {.floor = 1}), IsEmpty());
  EXPECT_THAT(index.like("率", {}), ElementsAre(NameMatch{2, 1000}));
  EXPECT_THAT(index.like("培训人次", {.most = 0}), IsEmpty());
}

/// Short names of few characters, so that they share much and are often equally alike.
rc::Gen<std::string> any_name() {
  static const std::vector<std::string> kCharacters{"甲", "乙", "丙", "不"};
  return rc::gen::map(rc::gen::resize(6, rc::gen::container<std::vector<std::string>>(
                                             rc::gen::elementOf(kCharacters))),
                      [](const std::vector<std::string>& characters) {
                        std::string name;
                        for (const auto& character : characters) {
                          name += character;
                        }
                        return name;
                      });
}

RC_GTEST_PROP(NameIndex, AnswersAsComparingWithEveryNameDoes, ()) {
  const auto names = *rc::gen::container<std::vector<std::string>>(any_name());
  const auto asked = *any_name();
  const Nearness nearness{.most = *rc::gen::inRange<std::size_t>(0, 5),
                          .floor = *rc::gen::inRange(1, 1001)};
  RC_ASSERT(index_of(names).like(asked, nearness) == scanned(names, asked, nearness));
}

}  // namespace
}  // namespace jiheng::similarity
