// Every scoring method and profile against cases worked by hand.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

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

/// One table of a case file, and how a failing test names it.
struct GivenCase {
  std::string name;
  toml::table table;
};

/// Shape   a row is level 1, level 2, name, comparator, target, measure, points, actual, score.
Indicator row_of(const toml::array& cells) {
  const auto cell = [&](std::size_t at) { return cells[at].value_or(std::string()); };
  Indicator row;
  row.level1 = cell(0);
  row.level2 = cell(1);
  row.name = cell(2);
  row.points = cell(6);
  row.actual = cell(7);
  row.score = cell(8);
  const auto comparator = cell(3);
  const auto target = cell(4);
  const auto measure = cell(5);
  intake::retype(row, {comparator, target, measure}, vocabulary());
  return row;
}

std::string said(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

std::optional<Decimal> number(const toml::table& table, std::string_view key) {
  const auto parsed = Decimal::parse(said(table, key));
  return parsed ? std::optional(*parsed) : std::nullopt;
}

ProjectScore score_of(const toml::table& table) {
  std::vector<Indicator> rows;
  if (const auto* row = table["row"].as_array()) {
    rows.push_back(row_of(*row));
  }
  if (const auto* all = table["rows"].as_array()) {
    for (const auto& row : *all) {
      rows.push_back(row_of(*row.as_array()));
    }
  }
  std::vector<Actual> actuals;
  for (const auto& row : rows) {
    actuals.push_back(intake::read_actual(row.actual, vocabulary()));
  }
  std::vector<Execution> executions;
  if (const auto* said_of = table["execution"].as_table()) {
    executions.push_back({.budget = number(*said_of, "budget"),
                          .executed = number(*said_of, "executed"),
                          .points = said(*said_of, "points"),
                          .score = said(*said_of, "score")});
  }
  const std::vector<FiledTotal> totals{{.total = said(table, "filed_total")}};
  const auto profile = library().scoring_profile(said(table, "profile")).value();
  const auto scheme = scoring::Scheme::make(profile, vocabulary()).value();
  return scoring::score_projects(scheme, {.rows = rows,
                                          .actuals = actuals,
                                          .executions = executions,
                                          .totals = totals,
                                          .year = table["year"].value<int>()})
      .front();
}

std::string steps_of(const Derivation& derivation) {
  std::string text;
  for (const auto& step : derivation.steps) {
    text += (text.empty() ? "" : " ") + std::string(word(step.kind));
  }
  return text;
}

std::string spelled(const std::optional<Decimal>& score) {
  return score ? score->to_shortest_string() : "";
}

std::vector<GivenCase> cases() {
  std::vector<GivenCase> all;
  const auto folder = std::filesystem::path(JIHENG_SOURCE_DIR) / "test/cases/scoring";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const auto& file : files) {
    const auto table = toml::parse_file(file.string());
    for (const auto* list : {table["case"].as_array(), table["project"].as_array()}) {
      for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const auto& one = *list->get(i)->as_table();
        all.push_back({file.stem().string() + ": " + said(one, "name"), one});
      }
    }
  }
  return all;
}

class ScoringCase : public testing::TestWithParam<GivenCase> {};

TEST_P(ScoringCase, ComesToWhatIsWorkedByHand) {
  const auto& [name, table] = GetParam();
  const auto project = score_of(table);
  ASSERT_FALSE(said(table, "profile").empty()) << name;
  if (table.contains("row")) {
    const auto& score = project.scores.front();
    EXPECT_EQ(spelled(score.score), said(table, "score")) << name;
    EXPECT_EQ(score.unscored ? word(*score.unscored) : "", said(table, "unscored")) << name;
    EXPECT_EQ(word(score.method), table["method"].value_or(std::string(word(score.method))))
        << name;
    EXPECT_EQ(word(score.difference),
              table["difference"].value_or(std::string(word(score.difference))))
        << name;
    EXPECT_EQ(steps_of(score.derivation), table["steps"].value_or(steps_of(score.derivation)))
        << name;
    return;
  }
  EXPECT_EQ(project.total.to_shortest_string(), said(table, "total")) << name;
  EXPECT_EQ(project.grade, said(table, "grade")) << name;
  EXPECT_EQ(std::to_string(project.unscored), table["unscored"].value_or(std::string("0"))) << name;
  EXPECT_EQ(spelled(project.execution ? project.execution->score : std::nullopt),
            said(table, "execution_score"))
      << name;
  EXPECT_EQ(word(project.difference),
            table["difference"].value_or(std::string(word(project.difference))))
      << name;
  EXPECT_EQ(steps_of(project.derivation),
            table["total_steps"].value_or(steps_of(project.derivation)))
      << name;
  EXPECT_EQ(has_score(project), table["has_score"].value_or(std::string("yes")) == "yes") << name;
}

TEST_P(ScoringCase, ExplainsItselfInSentencesOfBothLanguages) {
  const auto& [name, table] = GetParam();
  const auto project = score_of(table);
  std::vector<Text> texts;
  const auto take = [&](const Derivation& derivation) {
    for (const auto& step : derivation.steps) {
      texts.push_back(text_of(step));
    }
  };
  take(project.derivation);
  std::ranges::copy(total_texts(project), std::back_inserter(texts));
  if (project.execution) {
    take(project.execution->derivation);
    if (project.execution->unscored) {
      texts.push_back(text_of(*project.execution->unscored));
    }
  }
  for (const auto& score : project.scores) {
    take(score.derivation);
    texts.push_back(text_of(score.difference));
    if (score.unscored) {
      texts.push_back(text_of(*score.unscored));
    } else {
      EXPECT_FALSE(score.derivation.steps.empty()) << name;
      EXPECT_FALSE(score.derivation.clause.empty()) << name;
    }
  }
  for (const auto language : {packs::Language::zh, packs::Language::en}) {
    for (const auto& text : texts) {
      EXPECT_TRUE(library().catalogue.entries(language).contains(text.key)) << text.key;
    }
  }
}

TEST_P(ScoringCase, WithoutDerivationsComesToTheSame) {
  const auto& table = GetParam().table;
  if (!table.contains("row")) {
    return;
  }
  const auto row = row_of(*table["row"].as_array());
  const auto profile = library().scoring_profile(said(table, "profile")).value();
  const auto scheme = scoring::Scheme::make(profile, vocabulary(), scoring::Explain::no).value();
  const std::vector<Indicator> rows{row};
  const std::vector<Actual> actuals{intake::read_actual(row.actual, vocabulary())};
  const auto quiet = scoring::score_projects(
      scheme, {.rows = rows, .actuals = actuals, .year = table["year"].value<int>()});
  auto loud = score_of(table).scores.front();
  loud.derivation = {};
  EXPECT_EQ(quiet.front().scores.front(), loud) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(, ScoringCase, testing::ValuesIn(cases()));

}  // namespace
}  // namespace jiheng
