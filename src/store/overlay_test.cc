#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class OverlayContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (store_ != nullptr) {
      filed("a.txt", sample_table());
    }
  }

  std::string key_of(const Result<std::vector<std::int64_t>>& result) {
    return result ? "done" : result.error().message.key;
  }

  std::int64_t total_findings() {
    const auto overview = store_->overview(kRegion, 2022);
    return overview->findings.error + overview->findings.warning + overview->findings.hint;
  }
};

TEST_P(OverlayContract, AnEditShowsAndWhatWasFiledStays) {
  const auto before = row("按期完成");
  EXPECT_THAT(before.findings, SizeIs(2));
  const auto overlays = edit(before, {{Field::target, "100"}, {Field::measure, "%"}});
  ASSERT_TRUE(overlays);
  const auto after = row("按期完成");
  EXPECT_EQ(after.row.target, "100");
  EXPECT_EQ(after.row.typed, TypedTarget(NumberTarget{Decimal::whole(100)}));
  EXPECT_EQ(after.row.measured.filed, "%");
  EXPECT_EQ(after.filed_values,
            (std::vector<std::string>{"产出指标", "时效指标", "按期完成", "", "", ""}));
  EXPECT_EQ(after.row.filed, before.row.filed);
  EXPECT_THAT(after.edited, ElementsAre(Field::target, Field::measure));
  EXPECT_EQ(after.revision, before.revision + 1);
  EXPECT_THAT(after.findings, IsEmpty());
  ASSERT_THAT(after.overlays, SizeIs(1));
  const auto& overlay = after.overlays[0];
  EXPECT_EQ(overlay.id, overlays->front());
  EXPECT_EQ(overlay.author, "local");
  EXPECT_EQ(overlay.rule, "target_empty");
  EXPECT_EQ(overlay.at_ms, clock_.now_ms());
  EXPECT_THAT(overlay.before, testing::Contains(Change{Field::target, ""}));
  EXPECT_FALSE(overlay.undone);
}

TEST_P(OverlayContract, ARespelledCellIsAnEdit) {
  auto before = row("按期完成");
  ASSERT_TRUE(edit(before, {{Field::measure, "%"}}));
  const auto edited = row("按期完成");
  // The value is there already: laid again it changes nothing.
  EXPECT_EQ(key_of(edit(edited, {{Field::measure, "%"}})), "store.no_change");
}

TEST_P(OverlayContract, FindingsFollowTheRow) {
  EXPECT_EQ(total_findings(), 3);
  ASSERT_TRUE(edit(row("接待观众"), {{Field::target, ""}}));
  EXPECT_EQ(total_findings(), 4);
  const auto found = row("接待观众").findings;
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].rule, "target_empty");
  EXPECT_EQ(found[0].message, (Text{"rules.target_empty", {"接待观众", "a\tb=c\\"}}));
  EXPECT_EQ(found[0].clause, "88号");
  EXPECT_TRUE(found[0].clause_verified);
  const auto hint = row("按期完成").findings[1];
  EXPECT_EQ(hint.suggestion, (std::vector<Change>{{Field::measure, "%"}, {Field::target, "1=0"}}));
}

TEST_P(OverlayContract, AStaleRevisionIsAConflict) {
  const auto seen = row("接待观众");
  ASSERT_TRUE(edit(seen, {{Field::target, "1"}}));
  const auto stale = edit(seen, {{Field::target, "2"}});
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().code, ErrorCode::conflict);
  EXPECT_EQ(stale.error().message.key, "store.changed_meanwhile");
  EXPECT_EQ(row("接待观众").row.target, "1");
}

TEST_P(OverlayContract, RefusesWhatWouldChangeNothing) {
  EXPECT_EQ(key_of(edit(row("接待观众"), {{Field::target, "100000"}})), "store.no_change");
  EXPECT_EQ(key_of(edit(row("接待观众"), {})), "store.no_change");
  auto missing = row("接待观众");
  missing.id += 1'000'000'000;
  EXPECT_EQ(key_of(edit(missing, {{Field::target, "1"}})), "store.no_indicator");
  EXPECT_THAT(row("接待观众").overlays, IsEmpty());
}

TEST_P(OverlayContract, SeveralEditsAreLaidTogetherOrNotAtAll) {
  const auto one = row("接待观众");
  const auto two = row("保障人数");
  std::vector<Edit> edits{
      {.indicator_id = one.id, .revision = one.revision, .changes = {{Field::target, "1"}}},
      {.indicator_id = two.id, .revision = two.revision + 7, .changes = {{Field::target, "2"}}}};
  EXPECT_FALSE(store_->lay_overlays(kRegion, edits, kHooks));
  EXPECT_EQ(row("接待观众").row.target, "100000");
  edits[1].revision = two.revision;
  ASSERT_TRUE(store_->lay_overlays(kRegion, edits, kHooks));
  EXPECT_EQ(row("接待观众").row.target, "1");
  EXPECT_EQ(row("保障人数").row.target, "2");
}

TEST_P(OverlayContract, UndoShowsExactlyWhatWasFiled) {
  const auto before = row("验收合格率");
  const auto overlay = edit(before, {{Field::comparator, "="}, {Field::level3, "合格率"}});
  ASSERT_TRUE(overlay);
  EXPECT_EQ(row("合格率").row.comparator, Comparator::equal);
  EXPECT_EQ(store_->undo_overlay(kRegion, overlay->front(), before.revision + 1, kHooks),
            before.id);
  const auto after = row("验收合格率");
  EXPECT_EQ(after.row, before.row);
  EXPECT_THAT(after.edited, IsEmpty());
  ASSERT_THAT(after.overlays, SizeIs(1));
  EXPECT_TRUE(after.overlays[0].undone);
  const auto again = store_->undo_overlay(kRegion, overlay->front(), after.revision, kHooks);
  EXPECT_EQ(again.error().message.key, "store.already_undone");
  const auto stale = edit(after, {{Field::target, "1"}});
  EXPECT_EQ(store_->undo_overlay(kRegion, stale->front(), 1, kHooks).error().message.key,
            "store.changed_meanwhile");
  EXPECT_EQ(store_->undo_overlay(kRegion, 77, 1, kHooks).error().code, ErrorCode::not_found);
}

TEST_P(OverlayContract, SeveralEditsAreTakenBackTogether) {
  const auto one = row("接待观众");
  const auto two = row("保障人数");
  const auto laid = store_->lay_overlays(
      kRegion,
      std::vector<Edit>{
          {.indicator_id = one.id, .revision = one.revision, .changes = {{Field::target, "1"}}},
          {.indicator_id = two.id, .revision = two.revision, .changes = {{Field::target, "2"}}}},
      kHooks);
  ASSERT_TRUE(laid);
  const auto more = edit(row("接待观众"), {{Field::measure, "人"}});
  ASSERT_TRUE(more);
  // Both edits of the one row name the revision it has now; what is gone is left.
  const std::vector<LaidEdit> edits{{(*laid)[0], one.revision + 2},
                                    {more->front(), one.revision + 2},
                                    {(*laid)[1], two.revision + 1},
                                    {77, 1}};
  EXPECT_EQ(store_->undo_overlays(kRegion, edits, kHooks), 3);
  EXPECT_EQ(row("接待观众").row, one.row);
  EXPECT_EQ(row("保障人数").row, two.row);
  EXPECT_EQ(store_->undo_overlays(kRegion, edits, kHooks), 0);
}

TEST_P(OverlayContract, ARowChangedMeanwhileKeepsItsEdit) {
  const auto seen = row("接待观众");
  const auto laid = edit(seen, {{Field::target, "1"}});
  ASSERT_TRUE(edit(row("接待观众"), {{Field::measure, "人"}}));
  const std::vector<LaidEdit> edits{{laid->front(), seen.revision + 1}};
  EXPECT_EQ(store_->undo_overlays(kRegion, edits, kHooks), 0);
  EXPECT_EQ(row("接待观众").row.target, "1");
}

TEST_P(OverlayContract, TheLastTimeARuleWasAppliedIsKnown) {
  ASSERT_TRUE(edit(row("接待观众"), {{Field::target, "1"}}));
  const auto one = row("验收合格率");
  const auto two = row("保障人数");
  clock_.set(clock_.now_ms() + 1000);
  const std::vector<Edit> edits{{.indicator_id = one.id,
                                 .revision = one.revision,
                                 .changes = {{Field::target, "1"}},
                                 .rule = "target_empty",
                                 .author = "local"},
                                {.indicator_id = two.id,
                                 .revision = two.revision,
                                 .changes = {{Field::target, "2"}},
                                 .rule = "target_empty",
                                 .author = "local"}};
  ASSERT_TRUE(store_->lay_overlays(kRegion, edits, kHooks));
  const auto last = *store_->last_applied(kRegion, 2022, "target_empty");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->author, "local");
  EXPECT_EQ(last->at_ms, clock_.now_ms());
  ASSERT_THAT(last->edits, SizeIs(2));
  EXPECT_FALSE(*store_->last_applied(kRegion, 2021, "target_empty"));
  EXPECT_FALSE(*store_->last_applied(kRegion, 2022, "measure_missing"));
  EXPECT_EQ(store_->undo_overlays(kRegion, last->edits, kHooks), 2);
  const auto before = *store_->last_applied(kRegion, 2022, "target_empty");
  ASSERT_TRUE(before) << "the one before still stands";
  EXPECT_THAT(before->edits, SizeIs(1));
}

TEST_P(OverlayContract, CountsTheRowsOneOfARulesSuggestionsStandsIn) {
  EXPECT_EQ(store_->count_suggestions(kRegion, 2022, "measure_missing"), 2);
  EXPECT_EQ(store_->count_suggestions(kRegion, 2022, "target_empty"), 0);
  EXPECT_EQ(store_->count_suggestions(kRegion, 2021, "measure_missing"), 0);
}

TEST_P(OverlayContract, UndoingAnEarlierEditLeavesTheLater) {
  const auto first = edit(row("验收合格率"), {{Field::target, "96"}, {Field::measure, "％"}});
  ASSERT_TRUE(edit(row("验收合格率"), {{Field::target, "97"}}));
  const auto seen = row("验收合格率");
  ASSERT_TRUE(store_->undo_overlay(kRegion, first->front(), seen.revision, kHooks));
  EXPECT_EQ(row("验收合格率").row.target, "97");
  EXPECT_EQ(row("验收合格率").row.measure, "%");
  EXPECT_THAT(store_->overlays_of(kRegion, seen.id).value(), SizeIs(2));
}

TEST_P(OverlayContract, AnEditIsCarriedOverWhatIsFiledUnchanged) {
  ASSERT_TRUE(edit(row("接待观众"), {{Field::target, "90000"}}));
  auto table = sample_table();
  table[5].measure = "万人次";
  const auto result = filed("b.txt", table);
  EXPECT_EQ(result.carried, 1);
  EXPECT_THAT(result.conflicts, IsEmpty());
  const auto after = row("接待观众");
  EXPECT_EQ(after.row.target, "90000");
  EXPECT_EQ(after.row.measure, "万人次");
  EXPECT_EQ(after.row.measured.filed, "万人次");
  EXPECT_FALSE(after.overlays[0].conflict);
}

TEST_P(OverlayContract, AnEditOverAChangedCellIsAConflict) {
  ASSERT_TRUE(edit(row("接待观众"), {{Field::target, "90000"}, {Field::measure, "人"}}));
  auto table = sample_table();
  table[5].target = "80000";
  const auto result = filed("b.txt", table);
  EXPECT_EQ(result.carried, 1);
  EXPECT_THAT(result.conflicts, ElementsAre(ConflictingCell{"嘉兴市科技馆", "展览运行", "接待观众",
                                                            Field::target, "80000", "90000"}));
  EXPECT_EQ(row("接待观众").row.target, "80000");
  EXPECT_EQ(row("接待观众").row.measure, "人");
  EXPECT_TRUE(row("接待观众").overlays[0].conflict);
  // A later version files the old value: the edit lives again.
  EXPECT_EQ(filed("c.txt", sample_table()).carried, 2);
  EXPECT_EQ(row("接待观众").row.target, "90000");
  EXPECT_FALSE(row("接待观众").overlays[0].conflict);
}

TEST_P(OverlayContract, AnEditTheAgencyAdoptsIsNoConflict) {
  ASSERT_TRUE(edit(row("接待观众"), {{Field::target, "90000"}}));
  auto table = sample_table();
  table[5].target = "90000";
  const auto result = filed("b.txt", table);
  EXPECT_THAT(result.conflicts, IsEmpty());
  EXPECT_EQ(row("接待观众").row.target, "90000");
  EXPECT_EQ(row("接待观众").filed_values[4], "90000");
}

TEST_P(OverlayContract, AnEditOfARowThatIsGoneIsAConflict) {
  ASSERT_TRUE(edit(row("公众满意度"), {{Field::target, "91"}}));
  auto table = sample_table();
  table.erase(table.begin() + 2);
  const auto result = filed("b.txt", table);
  EXPECT_THAT(result.conflicts,
              ElementsAre(ConflictingCell{"嘉兴市科学技术局", "科技创新-重点研发", "公众满意度",
                                          Field::target, "", "91"}));
  filed("c.txt", sample_table());
  EXPECT_EQ(row("公众满意度").row.target, "91");
}

TEST_P(OverlayContract, AnUndoneEditIsNotCarried) {
  const auto overlay = edit(row("接待观众"), {{Field::target, "90000"}});
  ASSERT_TRUE(store_->undo_overlay(kRegion, overlay->front(), row("接待观众").revision, kHooks));
  const auto result = filed("b.txt", sample_table());
  EXPECT_EQ(result.carried, 0);
  EXPECT_EQ(row("接待观众").row.target, "100000");
}

TEST_P(OverlayContract, TheEditedNameIsFoundAndTheFiledIsNot) {
  ASSERT_TRUE(edit(row("接待观众"), {{Field::level3, "参观者数量"}}));
  const auto total = [&](const std::string& words) {
    return store_
        ->list_indicators({.region = std::string(kRegion), .year = 2022, .query = words}, {})
        ->total;
  };
  EXPECT_EQ(total("参观"), 1);
  EXPECT_EQ(total("观众"), 0);
  // What was filed as another name is still the same indicator.
  EXPECT_EQ(filed("b.txt", sample_table()).gone, 0);
  EXPECT_EQ(total("参观"), 1);
}

TEST_P(OverlayContract, AYearIsJudgedAnewByAnotherPack) {
  const auto other = [](std::span<const Indicator> rows, const ReviewFacts& /*facts*/) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].name == "接待观众") {
        findings.push_back({.rule = "boilerplate",
                            .severity = Severity::warning,
                            .row = i,
                            .column = Column::name,
                            .message = {"x"}});
      }
    }
    return findings;
  };
  const auto before = *store_->judged_by(kRegion);
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before.front().run.pack_id, "zhejiang-2022");
  EXPECT_EQ(before.front().at_ms, 0);
  const ReviewRun run{.year = 2022, .pack_id = "other", .pack_version = 3};
  EXPECT_EQ(*store_->review_year(kRegion, run, {retype, other}), (Counts{0, 1, 0}));
  const auto seen = row("接待观众");
  EXPECT_EQ(seen.findings.at(0).rule, "boilerplate");
  EXPECT_THAT(row("按期完成").findings, IsEmpty());
  EXPECT_EQ(store_->project(kRegion, seen.project_id)->summary.findings, (Counts{0, 1, 0}));
  const auto runs = *store_->judged_by(kRegion);
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs.front().at_ms, clock_.now_ms());
  EXPECT_EQ(runs.front().run.year, 2022);
  EXPECT_EQ(runs.front().run.pack_id, "other");
}

INSTANTIATE_TEST_SUITE_P(, OverlayContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
