#include <gtest/gtest.h>

#include <algorithm>

#include "rules/rule.h"

namespace jiheng::rules {
namespace {

const packs::Library& library() {
  static const auto kLibrary = packs::load_builtin().value();
  return kLibrary;
}

std::vector<Finding> review_one(const Indicator& row, const packs::RulePack& pack) {
  static const auto kVocabulary = make_vocabulary(library()).value();
  auto findings = review(std::vector<Indicator>{row}, {}, pack, kVocabulary);
  // One row alone makes no project; what is missing there is not what these tests ask.
  std::erase_if(findings, is_of_project);
  return findings;
}

Indicator bare_one() {
  Indicator row;
  row.name = "发放对象符合率";
  row.comparator = Comparator::qualitative;
  row.target = "1";
  row.typed = NumberTarget{Decimal::whole(1)};
  return row;
}

TEST(Review, SaysOneThingOnceWhenARuleSilencesAnother) {
  const auto findings = review_one(bare_one(), library().rule_pack("national").value());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "qualitative_with_number");
}

TEST(Review, LeavesOutWhatThePackSwitchesOff) {
  auto pack = library().rule_pack("national").value();
  pack.rules["qualitative_with_number"].on = false;
  EXPECT_TRUE(review_one(bare_one(), pack).empty());
}

TEST(Review, TakesSeverityAndClauseFromThePack) {
  auto pack = library().rule_pack("national").value();
  pack.rules["qualitative_with_number"].severity = "hint";
  pack.rules["qualitative_with_number"].clause = "第一条";
  const auto findings = review_one(bare_one(), pack);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().severity, Severity::hint);
  EXPECT_EQ(findings.front().clause, "第一条");
}

TEST(WordList, FindsTheLongestWord) {
  const WordList words({"率", "合格率", "**"});
  EXPECT_EQ(words.ending("验收合格率"), "合格率");
  EXPECT_EQ(words.ending("合格率高"), "");
  EXPECT_EQ(words.beginning("率先"), "率");
  EXPECT_EQ(words.beginning("合格"), "");
  EXPECT_EQ(words.containing("提升了**认知度"), "**");
  EXPECT_EQ(words.containing(""), "");
  EXPECT_EQ(words.containing("\xE7\x8E"), "");
}

}  // namespace
}  // namespace jiheng::rules
