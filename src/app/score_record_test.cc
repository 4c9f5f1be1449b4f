// A kept score can be computed again from what is kept with it: the laws behind "re-run gives the
// stored bytes".
#include "app/score_record.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "intake/actual.h"
#include "intake/target_language.h"
#include "packs/scoring_profile_text.h"
#include "scoring/scoring_for_test.h"

namespace jiheng::app {
namespace {

using scoring::test::library;
using scoring::test::vocabulary;

constexpr std::array kMethods{packs::Method::direct,  packs::Method::proportion,
                              packs::Method::graded,  packs::Method::satisfaction,
                              packs::Method::stepped, packs::Method::deduction};

/// Every shipped profile as it is, and with each method for everything.
std::vector<packs::ScoringProfile> every_profile() {
  std::vector<packs::ScoringProfile> all;
  const auto strict = library().scoring_profile("example-strict").value();
  for (const auto& known : library().scoring_profiles) {
    all.push_back(known);
    for (const auto method : kMethods) {
      auto profile = known;
      profile.assignments = {{.method = method}};
      profile.satisfaction = strict.satisfaction;
      profile.stepped = strict.stepped;
      profile.deduction = strict.deduction;
      all.push_back(std::move(profile));
    }
  }
  return all;
}

std::string any_number() {
  return Decimal::of(*rc::gen::inRange<std::int64_t>(-3000, 30'000), *rc::gen::inRange(0, 3))
      .to_string();
}

std::string any_of(std::initializer_list<const char*> words) {
  return *rc::gen::elementOf(std::vector<std::string>(words.begin(), words.end()));
}

/// Targets and actual values of every kind, many of which do not fit each other.
std::string any_cell() {
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return any_of({"健全", "进一步完善", "10月底前", "2022年11月15日", "每月1次", "5~10"});
    case 1:
      return any_of({"", "-", "部分达成", "已完成", "6小时内", "3个月", "**"});
    case 2:
      return any_number() + any_of({"%", "万元", "元", "人次", "万人次"});
    default:
      return any_number();
  }
}

ScoredRow any_row() {
  ScoredRow scored{.indicator_id = *rc::gen::inRange<std::int64_t>(1, 1LL << 60)};
  auto& row = scored.row;
  row.agency = "甲局";
  row.project = "展\t览\\";
  row.place.line = *rc::gen::inRange(1, 100);
  row.level1 = any_of({"产出指标", "效益指标", "满意度指标", "成本指标"});
  row.level2 = any_of({"数量指标", "质量指标", "时效指标", "经济成本指标", "服务对象满意度"});
  row.name = any_of({"完成量", "合格率", "\"满意\"度", "支出合规性"});
  row.points = any_of({"", "10", "12.5", "30", "-1", "十"});
  row.score = any_of({"", "8", "100"});
  const auto sign = any_of({"≥", "≤", "＝", "＞", "＜", "定性", ""});
  const auto measure = any_of({"", "%", "个", "万元", "人次"});
  const auto target = any_cell();
  intake::retype(row, {sign, target, measure}, vocabulary());
  row.actual = any_cell();
  scored.actual = intake::read_actual(row.actual, vocabulary());
  if (*rc::gen::inRange(0, 5) == 0) {
    scored.unclear = Unscored::no_amount;
    scored.made_of.push_back({StepKind::unit_no_amount, {"东\"片"}});
  }
  return scored;
}

ScoreInput any_input() {
  ScoreInput input{.year = 2022, .execution = {.agency = "甲局", .project = "展\t览\\"}};
  if (*rc::gen::arbitrary<bool>()) {
    input.execution.budget = Decimal::of(*rc::gen::inRange<std::int64_t>(0, 100'000), 2);
    input.execution.executed = Decimal::of(*rc::gen::inRange<std::int64_t>(0, 100'000), 2);
  }
  const auto rows = *rc::gen::inRange(1, 6);
  for (int i = 0; i < rows; ++i) {
    input.rows.push_back(any_row());
  }
  return input;
}

std::string scored_by(const packs::ScoringProfile& profile, const ScoreInput& input) {
  const auto scheme = scoring::Scheme::make(profile, vocabulary()).value();
  return result_text(score_of(input, scheme));
}

RC_GTEST_PROP(KeptScore, ComputedAgainFromWhatIsKeptGivesTheSameBytes, ()) {
  static const auto kProfiles = every_profile();
  const auto& profile = kProfiles[*rc::gen::inRange<std::size_t>(0, kProfiles.size())];
  const auto input = any_input();
  const auto result = scored_by(profile, input);

  const auto kept_profile = packs::read_profile_text(packs::profile_text(profile), "kept");
  const auto kept_input = read_input(input_text(input));
  RC_ASSERT(kept_profile.has_value());
  RC_ASSERT(kept_input.has_value());
  RC_ASSERT(scored_by(*kept_profile, *kept_input) == result);
  RC_ASSERT(input_text(*kept_input) == input_text(input));
}

RC_GTEST_PROP(KeptScore, ResultsAreReadBackWhole, ()) {
  static const auto kProfiles = every_profile();
  const auto& profile = kProfiles[*rc::gen::inRange<std::size_t>(0, kProfiles.size())];
  const auto input = any_input();
  const auto scheme = scoring::Scheme::make(profile, vocabulary()).value();
  const auto score = score_of(input, scheme);
  const auto read = read_result(result_text(score));
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->scores == score.scores);
  RC_ASSERT(read->execution == score.execution);
  RC_ASSERT(read->derivation == score.derivation);
  RC_ASSERT(read->grade == score.grade);
  RC_ASSERT(read->total == score.total);
  RC_ASSERT(read->unscored == score.unscored);
  RC_ASSERT(result_text(*read) == result_text(score));
}

/// Every method has its turn, whatever the generators draw.
TEST(KeptScore, EveryProfileAndMethodIsComputedAgain) {
  for (const auto& profile : every_profile()) {
    ScoreInput input{.year = 2022,
                     .execution = {.agency = "甲局",
                                   .project = "展览",
                                   .budget = Decimal::whole(100),
                                   .executed = Decimal::whole(65)}};
    constexpr std::array<std::array<const char*, 4>, 6> kRows{{{"≥", "100", "场", "88"},
                                                               {"≤", "60", "万元", "70"},
                                                               {"≥", "90", "%", "0.88"},
                                                               {"定性", "健全", "", "部分达成"},
                                                               {"", "10月底前", "", "11月15日"},
                                                               {"≥", "20", "个", ""}}};
    for (const auto& [sign, target, measure, actual] : kRows) {
      ScoredRow scored{.actual = intake::read_actual(actual, vocabulary())};
      scored.row.agency = "甲局";
      scored.row.project = "展览";
      scored.row.level1 = "产出指标";
      scored.row.level2 = "数量指标";
      scored.row.points = "15";
      intake::retype(scored.row, {sign, target, measure}, vocabulary());
      input.rows.push_back(std::move(scored));
    }
    const auto kept_profile = packs::read_profile_text(packs::profile_text(profile), "kept");
    const auto kept_input = read_input(input_text(input));
    ASSERT_TRUE(kept_profile && kept_input);
    EXPECT_EQ(scored_by(*kept_profile, *kept_input), scored_by(profile, input)) << profile.id;
  }
}

TEST(KeptScore, AnInputThatNamesNoSubUnitsIsSpelledAsBefore) {
  ScoreInput input{.execution = {.agency = "甲局", .project = "展览"}};
  input.rows.push_back({.indicator_id = 1});
  EXPECT_EQ(input_text(input).find("made_of"), std::string::npos);
  input.rows.front().made_of = {{StepKind::units_sum, {"20＋17", "37", "项", "2"}}};
  const auto read = read_input(input_text(input));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->rows.front().made_of, input.rows.front().made_of);
}

TEST(KeptScore, WhatIsDamagedIsSaidToBe) {
  EXPECT_EQ(read_input("{").error().message.key, "score_keeping.damaged");
  EXPECT_EQ(read_input("{}").error().message.key, "score_keeping.damaged");
  EXPECT_EQ(read_result(R"({"clauses":[],"unscored":"x"})").error().message.key,
            "score_keeping.damaged");
}

}  // namespace
}  // namespace jiheng::app
