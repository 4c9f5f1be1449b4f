#include "packs/scoring_profile_text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <tuple>

#include "packs/library.h"

namespace jiheng::packs {
namespace {

const Library& library() {
  static const auto kLibrary = load_builtin().value();
  return kLibrary;
}

// Everything of a profile but the places its parts were read from.
auto parts(const ClauseSettings& clause) {
  return std::tuple(clause.text, clause.verified);
}

auto parts(const ShareBand& band) {
  return std::tuple(band.from, band.to, band.share);
}

auto parts(const LevelSettings& level) {
  return std::tuple(level.name, level.words, level.from, level.to, level.takes);
}

auto parts(const GradeBand& grade) {
  return std::tuple(grade.name, grade.from, grade.to);
}

auto parts(const ExecutionCap& cap) {
  return std::tuple(cap.from, cap.to, cap.total);
}

auto parts(const Assignment& one) {
  return std::tuple(one.method, one.roles, one.kinds, one.comparators, one.endings);
}

auto parts(const KindPoints& one) {
  return std::tuple(one.cost, one.output, one.benefit, one.satisfaction);
}

auto parts(const LateBand& late) {
  return std::tuple(late.days, late.share);
}

template <typename Element>
bool same(const std::vector<Element>& one, const std::vector<Element>& other) {
  return std::ranges::equal(one, other,
                            [](const auto& a, const auto& b) { return parts(a) == parts(b); });
}

auto methods(const ScoringProfile& p) {
  return std::tuple(p.proportion.ceiling, p.proportion.equal, p.proportion.tolerance,
                    p.proportion.pass, p.proportion.strict, p.satisfaction.met_is_full,
                    p.deduction.per, p.deduction.off, p.over.from, p.over.points, p.over.share,
                    p.over.per, p.execution.points);
}

auto clauses(const ScoringProfile& p) {
  return std::tuple(parts(p.clause), parts(p.direct), parts(p.proportion.clause),
                    parts(p.proportion.above_clause), parts(p.graded.clause),
                    parts(p.satisfaction.clause), parts(p.stepped.clause),
                    parts(p.deduction.clause), parts(p.over.clause), parts(p.execution.clause),
                    parts(p.execution.cap_clause), parts(p.grade_clause), parts(p.kind_clause));
}

bool same(const ScoringProfile& one, const ScoringProfile& other) {
  const auto head = [](const ScoringProfile& p) {
    return std::tuple(p.id, p.title, p.version, p.places, p.total, p.fraction_from, p.difference);
  };
  return head(one) == head(other) && methods(one) == methods(other) &&
         clauses(one) == clauses(other) && same(one.assignments, other.assignments) &&
         same(one.late, other.late) && same(one.graded.levels, other.graded.levels) &&
         same(one.satisfaction.bands, other.satisfaction.bands) &&
         same(one.stepped.bands, other.stepped.bands) &&
         same(one.execution.bands, other.execution.bands) &&
         same(one.execution.caps, other.execution.caps) && same(one.grades, other.grades) &&
         same(one.kinds, other.kinds);
}

Decimal any_share() {
  return Decimal::of(*rc::gen::inRange<std::int64_t>(0, 10'000'000'000'000'000),
                     *rc::gen::inRange(14, 19));
}

std::string any_text() {
  const auto words = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("办法", "\"", "\\", "\n", "\t", "#", "]", "=", "'''", "a.b"));
  std::string text;
  for (const auto& word : words) {
    text += word;
  }
  return text;
}

/// A shipped profile with numbers and words nobody would write.
ScoringProfile any_profile() {
  auto profile =
      library()
          .scoring_profiles[*rc::gen::inRange<std::size_t>(0, library().scoring_profiles.size())];
  profile.title = any_text();
  profile.version = *rc::gen::inRange(0, 1000);
  profile.difference = any_share();
  profile.proportion.clause = {any_text(), *rc::gen::arbitrary<bool>()};
  profile.proportion.tolerance = any_share();
  profile.proportion.strict = *rc::gen::arbitrary<bool>();
  profile.proportion.equal =
      *rc::gen::element(EqualForm::at_least, EqualForm::exact, EqualForm::tolerance);
  profile.over.share = any_share().divided_by(Decimal::whole(100), 18).value();
  if (*rc::gen::arbitrary<bool>()) {
    profile.over.from = Decimal::whole(101).plus(any_share()).value();
    profile.over.per = Decimal::whole(1).plus(any_share()).value();
  }
  profile.graded.levels.front().words.push_back(any_text());
  profile.assignments.push_back(
      {.method = Method::direct, .comparators = {"equal"}, .endings = {any_text(), any_text()}});
  return profile;
}

TEST(ProfileText, EveryShippedProfileIsReadBackEqual) {
  for (const auto& profile : library().scoring_profiles) {
    const auto read = read_profile_text(profile_text(profile), "kept");
    ASSERT_TRUE(read) << profile.id << " " << read.error().message.key << read.error().where;
    EXPECT_TRUE(same(profile, *read)) << profile_text(profile);
    EXPECT_EQ(profile_text(*read), profile_text(profile));
  }
}

RC_GTEST_PROP(ProfileText, AnyProfileIsReadBackEqual, ()) {
  const auto profile = any_profile();
  const auto read = read_profile_text(profile_text(profile), "kept");
  RC_ASSERT(read.has_value());
  RC_ASSERT(same(profile, *read));
  RC_ASSERT(profile_text(*read) == profile_text(profile));
}

TEST(ProfileText, AnyKeyCanBeChanged) {
  const auto national = library().scoring_profile("national-2020").value();
  const std::vector<Setting> changes{
      {"execution.points", "20"},
      {"proportion.ceiling", "linear"},
      {"proportion.strict", "true"},
      {"over.from", "\"130\""},
      {"grades.grade", "[{name = \"优\", from = 85},\n {name = \"差\", from = 0, to = 85}]"}};
  const auto changed = changed_profile(national, changes);
  ASSERT_TRUE(changed) << changed.error().message.key << " " << changed.error().where;
  EXPECT_EQ(changed->execution.points, Decimal::whole(20));
  EXPECT_EQ(changed->proportion.ceiling, CeilingForm::linear);
  EXPECT_TRUE(changed->proportion.strict);
  EXPECT_EQ(changed->over.from, Decimal::whole(130));
  EXPECT_EQ(changed->grades.size(), 2U);
  EXPECT_EQ(changed->id, national.id);
  EXPECT_EQ(changed->graded.levels.size(), national.graded.levels.size());
}

TEST(ProfileText, AKeyCanBeTakenAway) {
  const auto strict = library().scoring_profile("example-strict").value();
  const auto changed = changed_profile(strict, std::vector<Setting>{{"over.from", ""}});
  ASSERT_TRUE(changed);
  EXPECT_FALSE(changed->over.from);
  EXPECT_EQ(changed->over.points, strict.over.points);
}

struct Wrong {
  std::string test_name;
  Setting change;
  std::string message;
  std::string where;
};

class WrongChange : public testing::TestWithParam<Wrong> {};

TEST_P(WrongChange, IsRefusedByItsKey) {
  const auto strict = library().scoring_profile("example-strict").value();
  const auto changed = changed_profile(strict, std::vector<Setting>{GetParam().change});
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().message.key, GetParam().message);
  EXPECT_EQ(changed.error().where, GetParam().where);
}

INSTANTIATE_TEST_SUITE_P(
    , WrongChange,
    testing::Values(
        Wrong{"UnknownKey", {"execution.pionts", "20"}, "packs.unknown_key", "execution.pionts"},
        Wrong{"TheIdIsNoParameter", {"id", "\"other\""}, "packs.unknown_key", "id"},
        Wrong{
            "WordForANumber", {"execution.points", "many"}, "packs.wrong_type", "execution.points"},
        Wrong{"UnknownForm",
              {"proportion.ceiling", "square"},
              "packs.unknown_word",
              "proportion.ceiling"},
        Wrong{"SecondKeyInAValue", {"places", "2\ntotal = 50"}, "packs.wrong_type", "places"},
        Wrong{"NegativeNumber",
              {"proportion.pass", "-1"},
              "packs.number_negative",
              "proportion.pass"},
        Wrong{"GapBetweenGrades",
              {"grades.grade", "[{name = \"优\", from = 90}, {name = \"差\", from = 0, to = 80}]"},
              "packs.band_gap",
              "grades.grade"},
        Wrong{"BrokenList", {"late", "[{days = 3"}, "packs.wrong_type", "late"},
        Wrong{"WhatAnotherKeyNeeds", {"stepped.band", ""}, "packs.method_incomplete", "assign"}),
    [](const auto& row) { return row.param.test_name; });

}  // namespace
}  // namespace jiheng::packs
