// Every rule against its case file: it fires where it must, and the near misses stay silent.
#include "rule_cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "intake/actual.h"
#include "intake/target_language.h"
#include "scoring/score_projects.h"

namespace jiheng {
namespace {

const packs::Library& library() {
  static const auto kLibrary = packs::load_builtin().value();
  return kLibrary;
}

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(library()).value();
  return kVocabulary;
}

Indicator row_of(const test::CaseRow& given) {
  Indicator row;
  row.agency = fold_cell(given.agency);
  row.project = fold_cell(given.project);
  row.level1 = fold_cell(given.level1);
  row.level2 = fold_cell(given.level2);
  row.name = fold_cell(given.name);
  row.points = fold_cell(given.points);
  row.actual = fold_cell(given.actual);
  row.score = fold_cell(given.score);
  row.reason = fold_cell(given.reason);
  row.explanation = fold_cell(given.explanation);
  row.standard = fold_cell(given.standard);
  row.filed = {given.level1,     given.level2, given.name,
               given.comparator, given.target, given.measure};
  intake::retype(row, {given.comparator, given.target, given.measure}, vocabulary());
  return row;
}

/// What the scores of a case come to by the nationwide profile, as `app` would say it.
void add_scores(const std::vector<Indicator>& rows, ReviewFacts& facts) {
  if (std::ranges::all_of(
          rows, [](const Indicator& row) { return row.actual.empty() && row.score.empty(); })) {
    return;
  }
  const auto profile = library().scoring_profile(packs::kDefaultScoringProfile).value();
  const auto scheme = scoring::Scheme::make(profile, vocabulary()).value();
  std::vector<Actual> actuals;
  for (const auto& row : rows) {
    actuals.push_back(intake::read_actual(row.actual, vocabulary()));
  }
  ScoringFacts scoring{.kinds = profile.kinds};
  scoring.projects = scoring::score_projects(scheme, {.rows = rows,
                                                      .actuals = actuals,
                                                      .executions = facts.executions,
                                                      .totals = facts.totals,
                                                      .year = facts.year});
  facts.scoring = std::move(scoring);
}

std::vector<Finding> findings_of(const test::RuleCase& given) {
  std::vector<Indicator> rows;
  for (const auto& row : given.rows) {
    rows.push_back(row_of(row));
    rows.back().place = {.line = static_cast<int>(rows.size())};
  }
  auto facts = given.facts;
  for (const auto& [year, past] : given.past) {
    const auto row = row_of(past);
    facts.past.push_back({.year = year,
                          .agency = row.agency,
                          .project = row.project,
                          .name = row.name,
                          .typed = row.typed,
                          .measured = row.measured,
                          .actual = row.actual});
  }
  sort_past(facts.past);
  std::vector<Indicator> approved;
  for (const auto& row : given.approved) {
    approved.push_back(row_of(row));
  }
  facts.approved = approved_rows(approved);
  add_scores(rows, facts);
  auto findings = rules::review(rows, facts, library().rule_pack(packs::kDefaultRulePack).value(),
                                vocabulary());
  std::erase_if(findings, [&](const Finding& finding) { return finding.rule != given.rule; });
  return findings;
}

/// How a failing test names the case.
std::string about(const test::RuleCase& given) {
  std::string text;
  for (const auto& row : given.rows) {
    text += row.project + " " + row.name + " " + row.target + "; ";
  }
  return text;
}

class EveryRule : public testing::TestWithParam<const rules::Rule*> {};

TEST_P(EveryRule, FiresOnItsHits) {
  for (const auto& given : test::cases_of(JIHENG_SOURCE_DIR, GetParam()->id)) {
    if (given.hit()) {
      const auto findings = findings_of(given);
      ASSERT_EQ(findings.size(), given.findings) << about(given);
      EXPECT_EQ(describe(findings.front().suggestion), given.suggestion) << about(given);
      if (!given.clause.empty()) {
        EXPECT_EQ(findings.front().clause, given.clause) << about(given);
      }
    }
  }
}

TEST_P(EveryRule, StaysSilentOnItsNearMisses) {
  for (const auto& given : test::cases_of(JIHENG_SOURCE_DIR, GetParam()->id)) {
    if (!given.hit()) {
      EXPECT_TRUE(findings_of(given).empty()) << about(given);
    }
  }
}

TEST_P(EveryRule, HasCasesTextsPageAndPackEntry) {
  const std::string id(GetParam()->id);
  const auto cases = test::cases_of(JIHENG_SOURCE_DIR, id);
  EXPECT_TRUE(std::ranges::any_of(cases, &test::RuleCase::hit));
  EXPECT_TRUE(std::ranges::any_of(cases, [](const auto& one) { return !one.hit(); }));
  for (const auto language : {packs::Language::zh, packs::Language::en}) {
    EXPECT_TRUE(library().catalogue.entries(language).contains("rule." + id + ".title"));
    EXPECT_TRUE(library().catalogue.entries(language).contains("rule." + id + ".why"));
    EXPECT_TRUE(library().catalogue.entries(language).contains("rule." + id + ".fix"));
  }
  EXPECT_TRUE(library().rule_pack("national").value().rules.contains(id));
  EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(JIHENG_SOURCE_DIR) / "docs" / "rules" /
                                      (id + ".md")));
}

TEST_P(EveryRule, SpeaksOnlyInSentencesTheCatalogueHas) {
  for (const auto& given : test::cases_of(JIHENG_SOURCE_DIR, GetParam()->id)) {
    for (const auto& finding : findings_of(given)) {
      EXPECT_TRUE(library().catalogue.entries(packs::Language::zh).contains(finding.message.key))
          << finding.message.key;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, EveryRule, testing::ValuesIn(rules::catalogue()),
                         [](const auto& rule) { return std::string(rule.param->id); });

TEST(RulePack, NamesOnlyRulesThatExist) {
  for (const auto& pack : library().rule_packs) {
    for (const auto& [id, settings] : pack.rules) {
      EXPECT_NE(rules::find_rule(id), nullptr) << pack.id << " " << id;
    }
  }
}

}  // namespace
}  // namespace jiheng
