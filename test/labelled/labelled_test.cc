// The review against its labels: the figures may rise, and then floors.toml rises with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "figures.h"
#include "packs/toml_file.h"

namespace jiheng::labelled {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = JIHENG_SOURCE_DIR;
const fs::path kData = kRoot / ".." / "shared" / "data";

Finding finding(const std::string& rule, std::size_t row) {
  return {.rule = rule, .row = row, .message = {"any"}};
}

Labels four_rows() {
  return {.document = "a.txt",
          .rows = {{.place = "line 1", .rules = {"measure_missing"}},
                   {.place = "line 2", .arguable = {"measure_missing"}},
                   {.place = "line 3", .apart = true},
                   {.place = "line 4", .rules = {"a_rule_to_come"}}},
          .projects = {{.first = 1, .label = {.rules = {"satisfaction_of_none"}}},
                       {.first = 3, .label = {}}}};
}

Reviewed reviewed(const Labels& labels, std::vector<Finding> findings) {
  return {.labels = labels,
          .places = {"line 1", "line 2", "line 3", "line 4"},
          .findings = std::move(findings)};
}

Count count_of(const Figures& figures, const std::string& rule) {
  const auto found = std::ranges::find(figures.rules, rule, &RuleCount::rule);
  return found == figures.rules.end() ? Count{} : found->count;
}

TEST(Labelled, ARowCountsOnceAndWhatIsArguableNotAtAll) {
  const auto labels = four_rows();
  const auto figures =
      compare({reviewed(labels, {finding("measure_missing", 0), finding("measure_missing", 0),
                                 finding("measure_missing", 1), finding("measure_missing", 2)})},
              Part::all);
  ASSERT_TRUE(figures);
  const Count expected{.labelled = 1, .found = 2, .hits = 1, .arguable = 1};
  EXPECT_EQ(count_of(*figures, "measure_missing"), expected);
  EXPECT_EQ(figures->total, expected);
  EXPECT_EQ(precision(expected), 500);
  EXPECT_EQ(recall(expected), 1000);
}

TEST(Labelled, APartLeavesTheOtherOut) {
  const auto labels = four_rows();
  const std::vector<Reviewed> documents{reviewed(labels, {finding("measure_missing", 2)})};
  EXPECT_EQ(compare(documents, Part::tuned)->total,
            (Count{.labelled = 1, .found = 0, .hits = 0, .arguable = 1}));
  EXPECT_EQ(compare(documents, Part::apart)->total, (Count{.found = 1}));
}

TEST(Labelled, ARuleOfProjectsCountsByProjectWhateverTheRow) {
  const auto labels = four_rows();
  const auto figures = compare(
      {reviewed(labels, {finding("satisfaction_of_none", 0), finding("satisfaction_of_none", 1),
                         finding("satisfaction_of_none", 3)})},
      Part::all);
  EXPECT_EQ(count_of(*figures, "satisfaction_of_none"),
            (Count{.labelled = 1, .found = 2, .hits = 1}));
}

TEST(Labelled, ARuleToComeIsListedAndNotCounted) {
  const auto labels = four_rows();
  const auto figures = compare({reviewed(labels, {finding("measure_missing", 0)})}, Part::all);
  EXPECT_EQ(count_of(*figures, "a_rule_to_come").labelled, 1U);
  EXPECT_EQ(figures->total.labelled, 1U);
  EXPECT_TRUE(figures->differences.empty());
  EXPECT_THAT(as_table(*figures), testing::HasSubstr("not built"));
  EXPECT_THAT(as_csv(*figures), testing::HasSubstr("measure_missing,1,1,1,1,1000,1000,1\n"));
}

TEST(Labelled, OtherRowsThanTheLabelledOnesAreRefused) {
  const auto labels = four_rows();
  auto documents = reviewed(labels, {});
  documents.places[1] = "line 7";
  const auto figures = compare({documents}, Part::all);
  ASSERT_FALSE(figures);
  EXPECT_EQ(figures.error().where, "a.txt row 2: labelled line 2, read line 7");
}

TEST(Labelled, ThousandthsAreRoundedHalfUp) {
  EXPECT_EQ(precision({.found = 3, .hits = 2}), 667);
  EXPECT_EQ(precision({.found = 3, .hits = 1}), 333);
  EXPECT_EQ(recall({.labelled = 16, .hits = 1}), 63);
  EXPECT_EQ(recall({.labelled = 0, .hits = 0}), std::nullopt);
}

/// Thousandths of one part or one rule; what floors.toml does not say is no floor.
struct Floor {
  std::int64_t precision{};
  std::int64_t recall{};
};

using Floors = std::map<std::string, Floor>;

/// The tables under [`group`.…] of floors.toml.
Floors floors_of(const std::string& group) {
  std::ifstream in(kRoot / "test" / "labelled" / "floors.toml", std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  packs::PackProblems problems;
  const auto file = packs::parse_toml("floors.toml", bytes.str(), problems);
  Floors floors;
  const auto* tables = file ? file->table[group].as_table() : nullptr;
  if (tables == nullptr) {
    return floors;
  }
  for (const auto& [name, node] : *tables) {
    const auto table = toml::node_view<const toml::node>(node);
    floors[std::string(name.str())] = {.precision = table["precision"].value_or(std::int64_t{0}),
                                       .recall = table["recall"].value_or(std::int64_t{0})};
  }
  return floors;
}

void expect_not_below(const Floor& floor, const Count& count, const std::string& what) {
  EXPECT_GE(precision(count).value_or(0), floor.precision) << what;
  EXPECT_GE(recall(count).value_or(0), floor.recall) << what;
}

class LabelledDocuments : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kData)) {
      if (std::getenv("CI") != nullptr) {
        FAIL() << "the data beside the project is missing";
      }
      GTEST_SKIP() << "no shared data";
    }
  }

  static Figures figures(Part part) {
    const auto labels = read_labels(kRoot / "test" / "labelled");
    EXPECT_TRUE(labels) << labels.error().where;
    auto found = figures_of(*labels, kData, part);
    EXPECT_TRUE(found) << found.error().where;
    return *found;
  }
};

TEST_F(LabelledDocuments, AreReviewedNoWorseThanTheFloorsOfTheirParts) {
  const auto floors = floors_of("part");
  ASSERT_EQ(floors.size(), 3U);
  for (const auto& [name, floor] : floors) {
    const auto part = part_from_word(name);
    ASSERT_TRUE(part) << name;
    expect_not_below(floor, figures(*part).total, name);
  }
}

TEST_F(LabelledDocuments, AreReviewedNoWorseThanTheFloorsOfTheRules) {
  const auto all = figures(Part::all);
  const auto floors = floors_of("rule");
  EXPECT_FALSE(floors.empty());
  for (const auto& [rule, floor] : floors) {
    expect_not_below(floor, count_of(all, rule), rule);
  }
}

}  // namespace
}  // namespace jiheng::labelled
