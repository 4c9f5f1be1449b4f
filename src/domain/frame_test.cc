#include "domain/frame.h"

#include <gtest/gtest.h>

#include "domain/vocabulary.h"

namespace jiheng {
namespace {

/// The frames of the program's packs.
class FrameMapping : public testing::Test {
 protected:
  /// "level 1/level 2" of a kind in another frame, "" where that has none.
  [[nodiscard]] std::string in(std::string_view frame, std::string_view level1,
                               std::string_view level2) const {
    const auto& frames = vocabulary_.frames;
    const auto* found = mapped_to(*frames.named(frame), frames, level1, level2);
    return found == nullptr ? "" : found->level1 + "/" + found->level2;
  }

  Vocabulary vocabulary_ = make_vocabulary(packs::load_builtin().value()).value();
};

TEST_F(FrameMapping, CostMovesBetweenLevels) {
  EXPECT_EQ(in("national-101", "产出指标", "成本指标"), "成本指标/经济成本指标");
  EXPECT_EQ(in("national-88", "成本指标", "经济成本指标"), "产出指标/成本指标");
}

TEST_F(FrameMapping, WhatAFrameHasStandsAsItSpellsIt) {
  EXPECT_EQ(in("national-101", "效益", "社会效益"), "效益指标/社会效益指标");
}

TEST_F(FrameMapping, WhatAFrameDoesNotHaveHasNoPlaceThere) {
  EXPECT_EQ(in("national-101", "效益指标", "可持续影响指标"), "");
  EXPECT_EQ(in("national-101", "其他", "无此类"), "");
}

TEST_F(FrameMapping, AFrameIsToldOnlyByWhatOthersDoNotHave) {
  const auto fitting = [&](const std::vector<std::pair<std::string, std::string>>& kinds) {
    std::vector<Indicator> rows(kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      std::tie(rows[i].level1, rows[i].level2) = kinds[i];
    }
    const auto* found = vocabulary_.frames.fitting(rows);
    return found == nullptr ? "" : found->id;
  };
  EXPECT_EQ(fitting({{"产出指标", "数量指标"}}), "") << "every frame has it";
  EXPECT_EQ(fitting({{"产出指标", "数量指标"}, {"成本指标", "经济成本指标"}}), "national-101");
  EXPECT_EQ(fitting({{"其他", "无此类"}}), "");
}

TEST_F(FrameMapping, AFrameIsFoundByItsId) {
  EXPECT_EQ(vocabulary_.frames.named("national-88")->id, "national-88");
  EXPECT_EQ(vocabulary_.frames.named(""), nullptr);
}

}  // namespace
}  // namespace jiheng
