// Every light against cases worked by hand.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>

#include "intake/actual.h"
#include "intake/target_language.h"
#include "scoring/watch_project.h"

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

struct GivenCase {
  std::string name;
  toml::table table;
};

std::string said(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

/// Shape   a row is level 1, level 2, name, comparator, target, measure, actual.
Indicator row_of(const toml::array& cells) {
  const auto cell = [&](std::size_t at) { return cells[at].value_or(std::string()); };
  Indicator row;
  row.level1 = cell(0);
  row.level2 = cell(1);
  row.name = cell(2);
  row.actual = cell(6);
  const auto comparator = cell(3);
  const auto target = cell(4);
  const auto measure = cell(5);
  intake::retype(row, {comparator, target, measure}, vocabulary());
  return row;
}

std::optional<packs::Curve> curve_of(const toml::table& table) {
  const auto shape = packs::curve_shape_from_word(said(table, "shape"));
  if (!shape) {
    return std::nullopt;
  }
  std::vector<std::string> points;
  for (const auto& point : *table["points"].as_array()) {
    points.push_back(point.value_or(std::string()));
  }
  return packs::make_curve(*shape, points).value();
}

std::optional<Decimal> number(const toml::table& table, std::string_view key) {
  const auto parsed = Decimal::parse(said(table, key));
  return parsed ? std::optional(*parsed) : std::nullopt;
}

ProjectWatch watch_of(const toml::table& table, scoring::Explain explain) {
  std::vector<Indicator> rows;
  if (const auto* row = table["row"].as_array()) {
    rows.push_back(row_of(*row));
  }
  if (const auto* all = table["rows"].as_array()) {
    for (const auto& row : *all) {
      rows.push_back(row_of(*row.as_array()));
    }
  }
  const auto curve = curve_of(table);
  std::vector<Actual> actuals;
  std::vector<const packs::Curve*> curves;
  for (const auto& row : rows) {
    actuals.push_back(intake::read_actual(row.actual, vocabulary()));
    curves.push_back(curve ? &*curve : nullptr);
  }
  const auto pack = library().monitoring_pack("national-2019").value();
  const auto scheme = scoring::WatchScheme::make(pack, explain).value();
  const auto newest = parse_iso_date(said(table, "said"));
  const std::vector<std::optional<Date>> days(rows.size(), newest);
  const auto day = parse_iso_date(table["day"].value_or(std::string("2022-07-31"))).value();
  return scoring::watch_project(
      scheme,
      {.rows = rows,
       .actuals = actuals,
       .said = days,
       .curves = curves,
       .execution = {.budget = number(table, "budget"), .executed = number(table, "executed")},
       .money_said = newest},
      {2022, day});
}

std::string spelled(const std::optional<Decimal>& value) {
  return value ? value->to_shortest_string() : "";
}

std::string spelled(const std::optional<packs::Light>& light) {
  return light ? std::string(packs::word(*light)) : "";
}

std::vector<GivenCase> cases() {
  std::vector<GivenCase> all;
  const auto folder = std::filesystem::path(JIHENG_SOURCE_DIR) / "test/cases/monitoring";
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

/// Compares where the case says something.
void expect_said(const toml::table& table, std::string_view key, const std::string& got) {
  if (table.contains(key)) {
    EXPECT_EQ(got, said(table, key)) << key << " of " << said(table, "name");
  }
}

class MonitoringCase : public testing::TestWithParam<GivenCase> {};

TEST_P(MonitoringCase, ComesToWhatIsWorkedByHand) {
  const auto& table = GetParam().table;
  const auto project = watch_of(table, scoring::Explain::yes);
  if (table.contains("row")) {
    const auto& watch = project.indicators.front();
    EXPECT_EQ(spelled(watch.light), said(table, "light")) << GetParam().name;
    EXPECT_EQ(watch.unlit ? word(*watch.unlit) : "", said(table, "unlit")) << GetParam().name;
    expect_said(table, "rate", spelled(watch.rate));
    expect_said(table, "due", spelled(watch.due));
    expect_said(table, "forecast", spelled(watch.forecast));
    expect_said(table, "forecast_met",
                watch.forecast_met ? (*watch.forecast_met ? "yes" : "no") : "");
    return;
  }
  const auto& counts = project.counts;
  EXPECT_EQ(spelled(project.light), said(table, "light")) << GetParam().name;
  EXPECT_EQ(fmt::format("{} {} {} {} {} {}", counts.red, counts.yellow, counts.green, counts.blue,
                        counts.not_reported, counts.unclear),
            said(table, "counts"))
      << GetParam().name;
  EXPECT_EQ(project.quadrant ? word(*project.quadrant) : "", said(table, "quadrant"))
      << GetParam().name;
  expect_said(table, "goal_rate", spelled(project.goal_rate));
  expect_said(table, "execution_rate", spelled(project.execution.rate));
  expect_said(table, "pace", spelled(project.execution.pace));
  expect_said(table, "forecast", spelled(project.execution.forecast));
}

TEST_P(MonitoringCase, ExplainsItselfInSentencesOfBothLanguages) {
  const auto project = watch_of(GetParam().table, scoring::Explain::yes);
  std::vector<Text> texts;
  const auto take = [&](const LightDerivation& derivation) {
    texts.insert(texts.end(), derivation.steps.begin(), derivation.steps.end());
  };
  take(project.derivation);
  take(project.execution.derivation);
  for (const auto& watch : project.indicators) {
    take(watch.derivation);
    EXPECT_FALSE(watch.derivation.clause.empty()) << GetParam().name;
    EXPECT_TRUE(watch.unlit || !watch.derivation.steps.empty()) << GetParam().name;
  }
  for (const auto language : {packs::Language::zh, packs::Language::en}) {
    for (const auto& text : texts) {
      EXPECT_TRUE(library().catalogue.entries(language).contains(text.key)) << text.key;
    }
  }
}

TEST_P(MonitoringCase, WithoutDerivationsComesToTheSame) {
  const auto quiet = watch_of(GetParam().table, scoring::Explain::no);
  auto loud = watch_of(GetParam().table, scoring::Explain::yes);
  loud.derivation = {};
  loud.execution.derivation = {};
  for (auto& watch : loud.indicators) {
    watch.derivation = {};
  }
  EXPECT_EQ(quiet, loud) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(, MonitoringCase, testing::ValuesIn(cases()));

}  // namespace
}  // namespace jiheng
