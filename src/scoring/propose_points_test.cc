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
  packs::ScoringProfile profile{.id = "made"};
  profile.kinds = {{.output = Decimal::whole(50),
                    .benefit = Decimal::whole(30),
                    .satisfaction = Decimal::whole(10)},
                   {.output = Decimal::whole(50), .benefit = Decimal::whole(40)}};
  return profile;
}

std::vector<std::string> proposed(const std::vector<std::string>& kinds) {
  std::vector<std::string> texts;
  for (const auto& points :
       propose_points(rows_of(kinds), profile()).value_or(std::vector<Decimal>{})) {
    texts.push_back(points.to_shortest_string());
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

}  // namespace
}  // namespace jiheng::scoring
