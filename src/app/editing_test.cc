#include "app/editing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "app/database.h"
#include "app/filing.h"

namespace jiheng::app {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::SizeIs;

/// The sample, filed in a database in memory.
class Editing : public testing::Test {
 protected:
  void SetUp() override {
    database_ =
        Database::open(
            {.url = "sqlite::memory:", .library = packs::load_builtin().value(), .migrate = true})
            .value();
    std::ifstream file(JIHENG_SOURCE_DIR "/test/golden/table11-jiaxing-2022.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    ASSERT_TRUE(import_document(workspace(), {.name = "table11.txt", .bytes = bytes}));
  }

  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  /// The first row that a rule found something in.
  store::StoredIndicator row_with(const std::string& rule) const {
    const store::IndicatorFilter filter{
        .region = std::string(kNoRegion), .year = 2022, .rule = rule};
    const auto page = workspace().store.list_indicators(filter, {.cursor = {}, .limit = 1});
    return workspace().store.indicator(kNoRegion, page->items.at(0).id).value();
  }

  static const Finding* finding(const store::StoredIndicator& row, const std::string& rule) {
    const auto found = std::ranges::find(row.findings, rule, &Finding::rule);
    return found == row.findings.end() ? nullptr : &*found;
  }

  std::unique_ptr<Database> database_;
};

TEST_F(Editing, EverySuggestionOfTheSampleCanBeAppliedAndUndone) {
  std::vector<std::pair<std::int64_t, Finding>> suggestions;
  ASSERT_TRUE(workspace().store.each_indicator({.region = std::string(kNoRegion), .year = 2022},
                                               store::IndicatorSort::document, false,
                                               [&](const store::StoredIndicator& row) {
                                                 for (const auto& found : row.findings) {
                                                   if (!found.suggestion.empty()) {
                                                     suggestions.emplace_back(row.id, found);
                                                   }
                                                 }
                                               }));
  ASSERT_THAT(suggestions, SizeIs(testing::Ge(30U)));
  for (const auto& [id, found] : suggestions) {
    const auto before = workspace().store.indicator(kNoRegion, id).value();
    const auto edited = edit_indicator(workspace(), {.indicator = id,
                                                     .revision = before.revision,
                                                     .rule = found.rule,
                                                     .changes = found.suggestion});
    ASSERT_TRUE(edited) << edited.error().message.key << " " << found.rule << " " << before.row.name
                        << " " << describe(found.suggestion);
    const auto after = workspace().store.indicator(kNoRegion, id).value();
    EXPECT_EQ(finding(after, found.rule), nullptr) << found.rule << " " << after.row.name;
    EXPECT_THAT(after.edited, testing::Not(IsEmpty()));
    ASSERT_TRUE(undo_overlay(workspace(), after.overlays.back().id, after.revision));
    const auto undone = workspace().store.indicator(kNoRegion, id).value();
    EXPECT_NE(finding(undone, found.rule), nullptr) << found.rule << " " << after.row.name;
    EXPECT_EQ(undone.row, before.row);
    EXPECT_THAT(undone.edited, IsEmpty());
  }
}

TEST_F(Editing, RefusesWhatIsNoEdit) {
  const auto row = row_with("cost_without_ceiling");
  const auto key = [&](std::vector<Change> changes) {
    const auto edited = edit_indicator(
        workspace(),
        {.indicator = row.id, .revision = row.revision, .changes = std::move(changes)});
    return edited ? "done" : edited.error().message.key;
  };
  EXPECT_EQ(key({{Field::target, "1"}, {Field::target, "2"}}), "editing.field_twice");
  EXPECT_EQ(key({{Field::comparator, "≥"}}), "editing.bad_comparator");
  EXPECT_EQ(key({{Field::target, row.row.target}}), "store.no_change");
}

TEST_F(Editing, AppliesAllSuggestionsOfARule) {
  const auto row = row_with("spelling_not_canonical");
  const auto edited =
      apply_suggestions(workspace(), row.project_id, "spelling_not_canonical").value();
  EXPECT_GE(edited, 1);
  const auto project = workspace().store.project(kNoRegion, row.project_id).value();
  for (const auto& stored : project.rows) {
    EXPECT_EQ(finding(stored, "spelling_not_canonical"), nullptr) << stored.row.name;
  }
  EXPECT_FALSE(apply_suggestions(workspace(), row.project_id, "no_such_rule"));
}

}  // namespace
}  // namespace jiheng::app
