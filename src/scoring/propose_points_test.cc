#include "scoring/propose_points.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace jiheng::scoring {
namespace {

std::vector<Indicator> rows_of(const std::vector<std::string>& kinds) {
  std::vector<Indicator> rows;
  for (const auto& kind : kinds) {
    rows.emplace_back().level1 = kind;
  }
  return rows;
}

packs::ScoringProfile profile() {
  packs::ScoringProfile profile{.id = "made", .total = Decimal::whole(100)};
  profile.execution.points = Decimal::whole(10);
  profile.kinds = {{.output = Decimal::whole(50),
                    .benefit = Decimal::whole(30),
                    .satisfaction = Decimal::whole(10)},
                   {.output = Decimal::whole(50), .benefit = Decimal::whole(40)}};
  return profile;
}

std::vector<std::string> proposed(const std::vector<std::string>& kinds) {
  std::vector<std::string> texts;
  for (const auto& points : propose_points(rows_of(kinds), profile())) {
    if (points) {
      texts.push_back(points->to_shortest_string());
    }
  }
  return texts;
}

TEST(ProposePoints, AKindsPointsAreDividedAndTheRestGoesToItsLastRow) {
  EXPECT_THAT(proposed({"产出指标", "产出指标", "产出", "效益指标", "满意度指标"}),
              testing::ElementsAre("16.67", "16.67", "16.66", "30", "10"));
}

TEST(ProposePoints, TheKindsOfTheProjectChooseTheSet) {
  EXPECT_THAT(proposed({"效益指标", "产出指标"}), testing::ElementsAre("40", "50"));
}

TEST(ProposePoints, WhatTheProfileDoesNotKnowHasNoProposal) {
  EXPECT_THAT(proposed({"产出指标"}), testing::IsEmpty());
  EXPECT_THAT(proposed({"产出指标", "效益指标", "其他指标"}), testing::IsEmpty());
  EXPECT_THAT(proposed({}), testing::IsEmpty());
}

TEST(ProposePoints, WhatIsStatedStaysAndTheOthersShareTheRest) {
  auto rows = rows_of({"产出指标", "产出指标", "产出指标", "效益指标"});
  rows[1].points = "20";
  const auto points = propose_points(rows, profile());
  EXPECT_EQ(points[0], Decimal::whole(15));
  EXPECT_EQ(points[1], std::nullopt);
  EXPECT_EQ(points[2], Decimal::whole(15));
  EXPECT_EQ(points[3], Decimal::whole(40));
  rows[1].points = "200";
  const auto used_up = propose_points(rows, profile());
  EXPECT_EQ(used_up[0], std::nullopt);
  EXPECT_EQ(used_up[3], Decimal::whole(40));
}

TEST(ProposePoints, KindsAreScaledToWhatExecutionLeaves) {
  auto changed = profile();
  changed.execution.points = Decimal::whole(20);
  const auto rows = rows_of({"产出指标", "产出指标", "效益指标", "满意度指标"});
  const auto points = propose_points(rows, changed);
  Decimal sum;
  for (const auto& one : points) {
    sum = sum.plus(one.value_or(Decimal{})).value();
  }
  EXPECT_EQ(sum, Decimal::whole(80));
  EXPECT_EQ(points[2]->to_shortest_string(), "26.67");
  changed.execution.points = Decimal::whole(200);
  EXPECT_EQ(propose_points(rows, changed).front(), std::nullopt);
}

}  // namespace
}  // namespace jiheng::scoring
