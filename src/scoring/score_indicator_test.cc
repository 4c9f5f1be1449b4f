// Laws of scoring that hold for every method and every profile.
#include "scoring/score_indicator.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "scoring/score_projects.h"
#include "scoring/scoring_for_test.h"

namespace jiheng::scoring {
namespace {

using test::actual_of;
using test::library;
using test::row_of;
using test::vocabulary;

/// Every profile with every method for numbers.
std::vector<packs::ScoringProfile> every_profile() {
  std::vector<packs::ScoringProfile> all;
  for (const auto& known : library().scoring_profiles) {
    all.push_back(known);
    for (const auto method :
         {packs::Method::direct, packs::Method::proportion, packs::Method::satisfaction,
          packs::Method::stepped, packs::Method::deduction}) {
      // The example knows what each method needs.
      auto profile = library().scoring_profile("example-strict").value();
      profile.proportion = known.proportion;
      profile.over = known.over;
      profile.assignments = {{.method = method}};
      all.push_back(std::move(profile));
    }
  }
  return all;
}

const std::vector<packs::ScoringProfile>& profiles() {
  static const auto kProfiles = every_profile();
  return kProfiles;
}

Decimal any_decimal(std::int64_t low, std::int64_t high, int scale) {
  return Decimal::of(*rc::gen::inRange<std::int64_t>(low, high + 1), scale);
}

/// Near each other often enough that limits are met.
Decimal any_value() {
  return *rc::gen::element(0, 1) == 0 ? any_decimal(-300, 300, 0) : any_decimal(-50'000, 50'000, 2);
}

Comparator any_sign() {
  return *rc::gen::element(Comparator::at_least, Comparator::at_most, Comparator::equal,
                           Comparator::more_than, Comparator::less_than);
}

packs::ScoringProfile any_profile() {
  return profiles()[*rc::gen::inRange<std::size_t>(0, profiles().size())];
}

Score score_of(const packs::ScoringProfile& profile, const Indicator& row, const Actual& actual) {
  const auto scheme = Scheme::make(profile, vocabulary()).value();
  return score_indicator(scheme, row, actual, std::nullopt);
}

RC_GTEST_PROP(EveryProfile, AScoreIsFromZeroToThePoints, ()) {
  const auto row = row_of(any_sign(), any_value(), "个", any_decimal(0, 10'000, 2));
  const auto score = score_of(any_profile(), row, actual_of(any_value()));
  RC_ASSERT(score.score.has_value());
  RC_ASSERT(*score.score >= Decimal{});
  RC_ASSERT(*score.score <= *score.points);
}

/// Worse first, by what the sign says is better.
std::pair<Decimal, Decimal> in_order(Comparator sign, const Decimal& target, Decimal one,
                                     Decimal other) {
  const auto distance = [&](const Decimal& value) {
    return value > target ? value.minus(target).value() : target.minus(value).value();
  };
  bool first_is_better = one > other;
  if (sign == Comparator::at_most || sign == Comparator::less_than) {
    first_is_better = one < other;
  } else if (sign == Comparator::equal) {
    first_is_better = distance(one) < distance(other);
  }
  return first_is_better ? std::pair{other, one} : std::pair{one, other};
}

RC_GTEST_PROP(EveryProfile, DoingBetterNeverCostsPointsUnlessTheProfileSaysSo, ()) {
  auto profile = any_profile();
  profile.over = {};  // the one thing that says so
  auto sign = any_sign();
  const auto target = any_value();
  if (sign == Comparator::equal &&
      (profile.proportion.equal == packs::EqualForm::at_least ||
       profile.assignments.front().method == packs::Method::satisfaction)) {
    sign = Comparator::at_least;  // more is better there
  }
  const bool by_rate = profile.assignments.front().method == packs::Method::satisfaction;
  if (by_rate) {
    sign = Comparator::at_least;  // a rate of satisfaction knows no ceiling
  }
  auto one = any_value();
  auto other = any_value();
  if (sign == Comparator::equal) {
    // Nearer is better on one side of the target; the two sides have forms of their own.
    one = std::max(one, target);
    other = std::max(other, target);
  }
  const auto [worse, better] = in_order(sign, target, one, other);
  const auto row = row_of(sign, target, "个", any_decimal(0, 10'000, 2));
  RC_ASSERT(*score_of(profile, row, actual_of(worse)).score <=
            *score_of(profile, row, actual_of(better)).score);
}

RC_GTEST_PROP(EveryProfile, TheScaleOfTheMeasureDoesNotMatter, ()) {
  const auto profile = any_profile();
  const auto sign = any_sign();
  const auto target = any_value();
  const auto value = any_value();
  const auto points = any_decimal(0, 10'000, 2);
  const auto ten_thousand = Decimal::whole(10'000);
  const auto in_wan = score_of(profile, row_of(sign, target, "万元", points), actual_of(value));
  const auto in_yuan =
      score_of(profile, row_of(sign, target.times(ten_thousand).value(), "元", points),
               actual_of(value.times(ten_thousand).value()));
  const auto mixed = score_of(profile, row_of(sign, target, "万元", points),
                              actual_of(value.times(ten_thousand).value(), "元"));
  const bool by_rate = profile.assignments.front().method == packs::Method::satisfaction;
  RC_PRE(!by_rate);  // a rate of satisfaction is in percent, never in 万元
  RC_ASSERT(in_wan.score == in_yuan.score);
  RC_ASSERT(in_wan.score == mixed.score);
}

RC_GTEST_PROP(EveryProfile, TheSumIsTheTotal, ()) {
  auto profile = any_profile();
  profile.execution.caps.clear();
  const auto scheme = Scheme::make(profile, vocabulary()).value();
  std::vector<Indicator> rows;
  std::vector<Actual> actuals;
  const auto count = *rc::gen::inRange(1, 12);
  for (int i = 0; i < count; ++i) {
    rows.push_back(row_of(any_sign(), any_value(), "个", any_decimal(0, 1'000, 2)));
    actuals.push_back(*rc::gen::element(0, 1, 2) == 0 ? Actual{} : actual_of(any_value()));
  }
  const auto project =
      score_projects(scheme, {.rows = rows, .actuals = actuals, .year = 2022}).front();
  Decimal sum;
  std::size_t blank = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& score = project.scores[i].score;
    RC_ASSERT(score.has_value() != actuals[i].text.empty());
    blank += score ? 0U : 1U;
    sum = score ? sum.plus(*score).value() : sum;
  }
  RC_ASSERT(project.total == sum);
  RC_ASSERT(project.unscored == blank + (project.execution ? 1U : 0U));
}

RC_GTEST_PROP(EveryProfile, TheSameAgainIsTheSame, ()) {
  const auto profile = any_profile();
  const auto row = row_of(any_sign(), any_value(), "个", any_decimal(0, 10'000, 2));
  const auto actual = actual_of(any_value());
  RC_ASSERT(score_of(profile, row, actual) == score_of(profile, row, actual));
}

TEST(ScoreIndicator, NumbersBeyondAllMeasureAreNotScoredAndNotWrong) {
  const auto most = Decimal::of(
      (~static_cast<Decimal::Integer>(0)) ^ (static_cast<Decimal::Integer>(1) << 127), 0);
  const auto row = row_of(Comparator::at_least, most, "个", Decimal::whole(10));
  const auto less = actual_of(most.minus(Decimal::whole(1)).value());
  const auto score = score_of(library().scoring_profile("national-2020").value(), row, less);
  EXPECT_EQ(score.unscored, Unscored::too_large);
  EXPECT_EQ(score.score, std::nullopt);
}

TEST(ScoreIndicator, ALateDayIsLateByEveryMethod) {
  auto profile = library().scoring_profile("example-strict").value();
  auto row = row_of(Comparator::at_most, Decimal{}, "", Decimal::whole(10));
  row.target = "10月底前";
  row.typed = DateTarget{.month = 10, .part = DatePart::end, .bound = DateBound::by};
  const Actual late{.text = "11月10日", .typed = DateTarget{.month = 11, .day = 10}};
  const Actual kept{.text = "10月10日", .typed = DateTarget{.month = 10, .day = 10}};
  for (const auto method :
       {packs::Method::direct, packs::Method::proportion, packs::Method::satisfaction,
        packs::Method::stepped, packs::Method::deduction}) {
    profile.assignments = {{.method = method}};
    EXPECT_LT(*score_of(profile, row, late).score, Decimal::whole(10)) << packs::word(method);
    EXPECT_EQ(*score_of(profile, row, kept).score, Decimal::whole(10)) << packs::word(method);
  }
}

TEST(ScoreIndicator, OverAchievementMayCostAgainForEachFurtherPart) {
  auto profile = library().scoring_profile("national-2020").value();
  // From 120 %, 10 % of the points, and again for each further 20 %.
  profile.over = {
      .from = Decimal::whole(120), .share = Decimal::whole(10), .per = Decimal::whole(20)};
  const auto row = row_of(Comparator::at_least, Decimal::whole(100), "个", Decimal::whole(10));
  const auto earned = [&](std::int64_t actual) {
    return score_of(profile, row, actual_of(Decimal::whole(actual))).score->to_shortest_string();
  };
  EXPECT_EQ(earned(119), "10");
  EXPECT_EQ(earned(120), "9");
  EXPECT_EQ(earned(139), "9");
  EXPECT_EQ(earned(140), "8");
  EXPECT_EQ(earned(1000), "0");
}

TEST(Zhejiang, OnlyTheClauseOfWhatWasUsedIsCited) {
  const auto profile = library().scoring_profile("zhejiang-2022").value();
  const auto cited = [&](Comparator sign) {
    const auto row = row_of(sign, Decimal::whole(100), "个", Decimal::whole(10));
    return score_of(profile, row, actual_of(Decimal::whole(120))).derivation.clause;
  };
  EXPECT_EQ(cited(Comparator::at_most), profile.proportion.above_clause.text);
  EXPECT_EQ(cited(Comparator::at_least), profile.proportion.clause.text);
  EXPECT_EQ(profile.proportion.clause.text.find("上限"), std::string::npos);
}

}  // namespace
}  // namespace jiheng::scoring
