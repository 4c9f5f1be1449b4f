// Remembered corrections and the queue of doubtful rows, on every engine.
#include <gmock/gmock.h>

#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kLayout = "0123456789abcdef0123456789abcdef";

std::string key(char digit) {
  return row_key(kLayout, std::string(32, digit));
}

RowReading reading(const std::string& name, const std::string& target) {
  return {.agency = "嘉兴市科技馆",
          .project = "展览运行",
          .level1 = "产出指标",
          .level2 = "数量指标",
          .name = name,
          .comparator = Comparator::at_least,
          .target = target,
          .measure = "人次"};
}

NewCorrection row_correction(char digit, Verdict verdict) {
  return {.verdict = verdict,
          .layout = kLayout,
          .subject = key(digit),
          .before = {reading("接待观众", "10")},
          .after = {reading("接待观众", "100"), reading("线上观众", "")},
          .document_name = "a.pdf",
          .document_hash = "h",
          .place = "p1 t1 r3",
          .row_text = "接待观众 10",
          .author = "local"};
}

NewCorrection column_correction(int column, Column role) {
  return {.verdict = Verdict::mapped,
          .layout = kLayout,
          .subject = kLayout + "/" + std::to_string(column),
          .head = "考核内容",
          .role_after = role,
          .author = "local"};
}

class StoredCorrections : public StoreContract {
 protected:
  Correction remembered(const NewCorrection& said) {
    clock_.set(clock_.now_ms() + 1000);
    auto made = store_->remember(kRegion, said);
    EXPECT_TRUE(made);
    return made.value_or(Correction{});
  }

  std::vector<Correction> listed(CorrectionFilter filter = {}) {
    filter.region = kRegion;
    const auto page = store_->list_corrections(filter, "", 50);
    EXPECT_TRUE(page);
    return page ? page->items : std::vector<Correction>{};
  }

  Corrections living() {
    return store_->living_corrections(kRegion).value_or(Corrections{});
  }

  /// The sample with doubts: the fourth row, and the sixth in two readings.
  FilingRequest doubtful(const std::string& name) {
    auto filing = request(name, sample_table());
    rows_.insert(rows_.begin() + 6, rows_[5]);
    rows_[6].name = "线上观众";
    rows_[3].doubt = {Doubt::comparator_missing};
    rows_[3].row_key = key('3');
    rows_[5].doubt = {Doubt::level_unknown, Doubt::several_values};
    rows_[6].doubt = {Doubt::several_values};
    rows_[5].row_key = rows_[6].row_key = key('5');
    filing.indicators = rows_;
    return filing;
  }

  std::vector<StoredDoubt> doubts(DoubtFilter filter = {}) {
    filter.region = kRegion;
    filter.year = 2022;
    const auto page = store_->list_doubts(filter, "", 50);
    EXPECT_TRUE(page);
    return page ? page->items : std::vector<StoredDoubt>{};
  }
};

INSTANTIATE_TEST_SUITE_P(, StoredCorrections,
                         testing::Values(sql::Engine::sqlite, sql::Engine::postgres),
                         [](const auto& row) {
                           return row.param == sql::Engine::sqlite ? "Sqlite" : "Postgres";
                         });

TEST_P(StoredCorrections, KeepWhoWhenWhereBeforeAndAfter) {
  const auto said = row_correction('a', Verdict::corrected);
  const auto made = remembered(said);
  const auto found = listed();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].id, made.id);
  EXPECT_EQ(found[0].at_ms, clock_.now_ms());
  EXPECT_FALSE(found[0].ended);
  const auto& kept = found[0].said;
  EXPECT_EQ(kept.verdict, Verdict::corrected);
  EXPECT_EQ(kept.subject, said.subject);
  EXPECT_EQ(kept.before, said.before);
  EXPECT_EQ(kept.after, said.after);
  EXPECT_EQ(kept.document_name, "a.pdf");
  EXPECT_EQ(kept.document_hash, "h");
  EXPECT_EQ(kept.place, "p1 t1 r3");
  EXPECT_EQ(kept.row_text, "接待观众 10");
  EXPECT_EQ(kept.author, "local");
}

TEST_P(StoredCorrections, TheLivingOnesAreReadBy) {
  const auto row = remembered(row_correction('a', Verdict::corrected));
  remembered(row_correction('b', Verdict::rejected));
  const auto column = remembered(column_correction(12, Column::name));
  const auto corrections = living();
  ASSERT_NE(corrections.row(key('a')), nullptr);
  EXPECT_EQ(corrections.row(key('a'))->id, row.id);
  EXPECT_EQ(corrections.row(key('a'))->readings, row.said.after);
  ASSERT_NE(corrections.row(key('b')), nullptr);
  EXPECT_EQ(corrections.row(key('b'))->verdict, Verdict::rejected);
  EXPECT_EQ(corrections.row(key('c')), nullptr);
  const auto columns = corrections.columns_of(kLayout);
  ASSERT_THAT(columns, SizeIs(1));
  EXPECT_EQ(columns[0].id, column.id);
  EXPECT_EQ(columns[0].column, 12U);
  EXPECT_EQ(columns[0].role, Column::name);
  EXPECT_TRUE(corrections.has_rows(kLayout));
  EXPECT_FALSE(corrections.has_rows(std::string(32, 'f')));
  EXPECT_EQ(store_->living_corrections("110000000")->row(key('a')), nullptr);
}

TEST_P(StoredCorrections, ANewOneReplacesAndTheOldStays) {
  const auto first = remembered(row_correction('a', Verdict::confirmed));
  const auto second = remembered(row_correction('a', Verdict::corrected));
  EXPECT_EQ(living().row(key('a'))->id, second.id);
  const auto found = listed({.subject = key('a')});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].id, second.id);
  EXPECT_EQ(found[1].id, first.id);
  EXPECT_EQ(found[1].ended, CorrectionEnd::replaced);
  EXPECT_EQ(found[1].ended_at_ms, second.at_ms);
  EXPECT_EQ(found[1].ended_by, "local");
}

TEST_P(StoredCorrections, TakenBackOnesStayAsHistory) {
  const auto made = remembered(row_correction('a', Verdict::corrected));
  clock_.set(clock_.now_ms() + 1000);
  const auto ended = store_->take_back(kRegion, made.id, "someone");
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->ended, CorrectionEnd::taken_back);
  EXPECT_EQ(ended->ended_by, "someone");
  EXPECT_EQ(ended->ended_at_ms, clock_.now_ms());
  EXPECT_EQ(living().row(key('a')), nullptr);
  const auto found = listed();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].said.after, made.said.after);
  EXPECT_EQ(store_->take_back(kRegion, made.id, "x").error().message.key, "store.correction_ended");
  EXPECT_EQ(store_->take_back(kRegion, 1, "x").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_->take_back("110000000", made.id, "x").error().code, ErrorCode::not_found);
}

TEST_P(StoredCorrections, AreListedByPagesAndFilters) {
  std::vector<std::int64_t> ids;
  for (const char digit : {'1', '2', '3'}) {
    ids.push_back(remembered(row_correction(digit, Verdict::confirmed)).id);
  }
  remembered(column_correction(3, Column::target));
  ASSERT_TRUE(store_->take_back(kRegion, ids[0], "local"));
  EXPECT_THAT(listed({.verdict = Verdict::mapped}), SizeIs(1));
  EXPECT_THAT(listed({.living = true}), SizeIs(3));
  EXPECT_THAT(listed({.living = false}), SizeIs(1));
  EXPECT_THAT(listed({.document_hash = "h"}), SizeIs(3));
  EXPECT_THAT(listed({.document_hash = "other"}), IsEmpty());
  EXPECT_THAT(listed({.words = "考核"}), SizeIs(1));
  EXPECT_THAT(listed({.words = "a.pdf"}), SizeIs(3));
  const auto first = store_->list_corrections({.region = std::string(kRegion)}, "", 3);
  ASSERT_THAT(first->items, SizeIs(3));
  EXPECT_EQ(first->total, 4);
  const auto second = store_->list_corrections({.region = std::string(kRegion)}, first->next, 3);
  ASSERT_THAT(second->items, SizeIs(1));
  EXPECT_EQ(second->items[0].id, ids[0]);
  EXPECT_EQ(second->next, "");
}

TEST_P(StoredCorrections, FiledRowsInDoubtMakeTheQueue) {
  const auto filing = filed(doubtful("a"));
  const auto found = doubts();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].row.key, key('3'));
  EXPECT_THAT(found[0].row.doubt, ElementsAre(Doubt::comparator_missing));
  EXPECT_EQ(found[0].row.readings, std::vector{reading_of(rows_[3])});
  EXPECT_EQ(found[0].row.filed, rows_[3].filed);
  EXPECT_EQ(found[0].row.place, rows_[3].place);
  EXPECT_EQ(found[0].document_id, filing.document_id);
  EXPECT_EQ(found[0].version_id, filing.version_id);
  EXPECT_EQ(found[0].document_name, "a");
  EXPECT_EQ(found[0].indicator_id, row(rows_[3].name).id);
  EXPECT_THAT(found[1].row.doubt, ElementsAre(Doubt::level_unknown, Doubt::several_values));
  EXPECT_EQ(found[1].row.readings, (std::vector{reading_of(rows_[5]), reading_of(rows_[6])}));
  EXPECT_EQ(row(rows_[3].name).row.row_key, key('3'));
}

TEST_P(StoredCorrections, TheQueueIsFilteredCountedAndPaged) {
  const auto filing = filed(doubtful("a"));
  EXPECT_THAT(doubts({.reason = Doubt::several_values}), SizeIs(1));
  EXPECT_THAT(doubts({.reason = Doubt::level_unknown}).at(0).row.readings, SizeIs(2));
  EXPECT_THAT(doubts({.reason = Doubt::row_long}), IsEmpty());
  EXPECT_THAT(doubts({.document = filing.document_id}), SizeIs(2));
  EXPECT_THAT(doubts({.document = 1}), IsEmpty());
  const DoubtFilter all{.region = std::string(kRegion), .year = 2022};
  const auto first = store_->list_doubts(all, "", 1);
  ASSERT_THAT(first->items, SizeIs(1));
  EXPECT_EQ(first->total, 2);
  const auto second = store_->list_doubts(all, first->next, 1);
  ASSERT_THAT(second->items, SizeIs(1));
  EXPECT_EQ(second->items[0].row.key, key('5'));
  EXPECT_EQ(second->next, "");
  const auto counts = store_->count_doubts(all);
  EXPECT_THAT(counts->reasons,
              ElementsAre(std::pair(Doubt::several_values, 1), std::pair(Doubt::level_unknown, 1),
                          std::pair(Doubt::comparator_missing, 1)));
  EXPECT_THAT(store_->list_doubts({.region = std::string(kRegion), .year = 2021}, "", 1)->items,
              IsEmpty());
}

TEST_P(StoredCorrections, ADecidedRowLeavesTheQueueAndItsDocumentWaits) {
  const auto filing = filed(doubtful("a"));
  const auto made = remembered(row_correction('5', Verdict::rejected));
  ASSERT_THAT(doubts(), SizeIs(1));
  EXPECT_EQ(doubts()[0].row.key, key('3'));
  const DoubtFilter all{.region = std::string(kRegion), .year = 2022};
  const auto waiting = store_->count_doubts(all)->waiting;
  ASSERT_THAT(waiting, SizeIs(1));
  EXPECT_EQ(waiting[0].document_id, filing.document_id);
  EXPECT_EQ(waiting[0].rows, 1);
  EXPECT_EQ(made.document_id, 0);
  auto known = row_correction('7', Verdict::confirmed);
  known.document_hash = sha256("document a");
  EXPECT_EQ(remembered(known).document_id, filing.document_id);
  ASSERT_TRUE(store_->take_back(kRegion, made.id, "local"));
  EXPECT_THAT(doubts(), SizeIs(2));
  EXPECT_THAT(store_->count_doubts(all)->waiting, IsEmpty());
}

TEST_P(StoredCorrections, ADocumentFiledBeforeRowsHadKeysIsReadAnew) {
  auto old = doubtful("a");
  old.doubtful = 2;
  for (auto& row : rows_) {
    row.row_key.clear();
  }
  const auto filing = filed(old);
  EXPECT_THAT(doubts(), IsEmpty());
  const DoubtFilter all{.region = std::string(kRegion), .year = 2022};
  const auto waiting = store_->count_doubts(all)->waiting;
  ASSERT_THAT(waiting, SizeIs(1));
  EXPECT_EQ(waiting[0].document_id, filing.document_id);
  EXPECT_EQ(waiting[0].rows, 2);
  auto again = doubtful("a");
  again.doubtful = 2;
  EXPECT_EQ(filed(again).version, 2);
  EXPECT_THAT(doubts(), SizeIs(2));
  EXPECT_THAT(store_->count_doubts(all)->waiting, IsEmpty());
  auto third = doubtful("a");
  third.doubtful = 2;
  EXPECT_EQ(filed(third).outcome, FilingOutcome::same_document);
}

TEST_P(StoredCorrections, TheSameDocumentReadByOtherCorrectionsIsAnotherVersion) {
  const auto first = filed(doubtful("a"));
  EXPECT_EQ(filed(doubtful("a")).outcome, FilingOutcome::same_document);
  auto again = doubtful("a");
  for (auto& row : rows_) {
    row.doubt.clear();
    row.row_key.clear();
  }
  again.indicators = rows_;
  again.corrections = "digest";
  const auto second = filed(again);
  EXPECT_EQ(second.outcome, FilingOutcome::new_version);
  EXPECT_EQ(second.version, 2);
  EXPECT_EQ(second.document_id, first.document_id);
  EXPECT_THAT(doubts(), IsEmpty());
  EXPECT_EQ(filed(again).outcome, FilingOutcome::same_document);
  // Its rows stand in the document once.
  EXPECT_THAT(*store_->rows_of_document(kRegion, first.document_id), SizeIs(8));
  EXPECT_THAT(*store_->rows_on_lines(kRegion, first.document_id, 1, 100), SizeIs(8));
  EXPECT_EQ((*store_->newest_import(kRegion, first.document_id))->id, second.version_id);
  EXPECT_FALSE(*store_->newest_import(kRegion, 1));
  // Without them it is read as at first.
  EXPECT_EQ(filed(doubtful("a")).version, 3);
}

}  // namespace
}  // namespace jiheng::store
