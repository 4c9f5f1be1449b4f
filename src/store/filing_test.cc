#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "store/store_contract.h"

// docs/adr/0006-identity-filings-overlays.md, a sentence a test.

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class FilingContract : public StoreContract {};

TEST_P(FilingContract, KeepsEveryRowAsItWasFiled) {
  const auto result = filed("a.txt", sample_table());
  EXPECT_EQ(result.outcome, FilingOutcome::new_filing);
  EXPECT_EQ(result.version, 1);
  EXPECT_EQ(result.added, 7);
  EXPECT_THAT(result.projects, SizeIs(3));
  const auto stored = rows();
  ASSERT_THAT(stored, SizeIs(7));
  for (std::size_t i = 0; i < stored.size(); ++i) {
    EXPECT_EQ(stored[i].row, rows_[i]) << rows_[i].name;
    EXPECT_EQ(stored[i].revision, 1);
    EXPECT_THAT(stored[i].edited, IsEmpty());
  }
}

/// Puts a row on a page; its target goes on on the next one.
void put_on_page(Indicator& row, int page, int number) {
  row.place = {.page = page, .table = 1, .row = number};
  const auto top = 10'000 * number;
  row.boxes = {{Column::level1, {page, 5000, 10'000, 9000, 11'050}},
               {Column::target, {page, 40'001, top, 45'002, top + 1050}},
               {Column::target, {page + 1, 40'001, 3003, 45'002, 4004}}};
}

TEST_P(FilingContract, KeepsWhereTheCellsStand) {
  auto request = this->request("a.pdf", sample_table());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    put_on_page(rows_[i], i < 4 ? 1 : 3, static_cast<int>(i) + 1);
  }
  const auto result = filed(request);
  const auto stored = rows();
  ASSERT_THAT(stored, SizeIs(7));
  for (std::size_t i = 0; i < stored.size(); ++i) {
    EXPECT_EQ(stored[i].row, rows_[i]) << rows_[i].name;
  }
  const auto third = store_->rows_on_pages(kRegion, result.document_id, 2, 3);
  ASSERT_TRUE(third);
  ASSERT_THAT(*third, SizeIs(3));
  EXPECT_EQ(third->front().indicator_id, stored[4].id);
  EXPECT_EQ(third->front().project_id, stored[4].project_id);
  EXPECT_EQ(third->front().name, rows_[4].name);
  EXPECT_EQ(third->front().place, rows_[4].place);
  EXPECT_EQ(third->front().boxes, rows_[4].boxes);
  EXPECT_THAT(*store_->rows_of_document(kRegion, result.document_id), SizeIs(7));
  EXPECT_THAT(*store_->rows_on_pages(kRegion, result.document_id, 4, 9), IsEmpty());
  EXPECT_THAT(*store_->rows_on_pages("000000000", result.document_id, 1, 9), IsEmpty());
}

TEST_P(FilingContract, TheNextVersionBringsItsOwnBoxes) {
  auto first = this->request("a.pdf", sample_table());
  put_on_page(rows_[0], 1, 1);
  const auto old = filed(first);
  const auto before = row("研发项目数");
  ASSERT_TRUE(edit(before, {{Field::target, "7"}}));
  auto second = this->request("b.pdf", sample_table());
  put_on_page(rows_[0], 2, 4);
  const auto result = filed(second);
  EXPECT_EQ(result.outcome, FilingOutcome::new_version);
  EXPECT_EQ(result.unchanged, 7);
  const auto after = row("研发项目数");
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.row.target, "7");
  EXPECT_EQ(after.row.boxes, rows_[0].boxes);
  // The old document still shows where it had the row.
  const auto then = store_->rows_on_pages(kRegion, old.document_id, 1, 1);
  ASSERT_TRUE(then);
  ASSERT_THAT(*then, SizeIs(1));
  EXPECT_EQ(then->front().indicator_id, after.id);
  EXPECT_EQ(then->front().boxes, before.row.boxes);
  EXPECT_THAT(row("验收合格率").row.boxes, IsEmpty());
}

TEST_P(FilingContract, KeepsWhatTheDocumentWas) {
  auto request = this->request("a.txt", sample_table());
  request.repeated = 8;
  request.doubtful = 1;
  request.unread = 2;
  request.report = [](const FilingResult& result) {
    return "{\"version\":" + std::to_string(result.version) + "}";
  };
  const auto result = filed(request);
  const auto import = store_->import(kRegion, result.version_id);
  ASSERT_TRUE(import);
  EXPECT_EQ(import->report, "{\"version\":1}");
  EXPECT_EQ(import->import.repeated, 8);
  EXPECT_EQ(import->import.doubtful, 1);
  EXPECT_EQ(import->import.unread, 2);
  EXPECT_EQ(import->import.indicators, 7);
  EXPECT_EQ(import->import.title, "2022年项目支出预算表");
  EXPECT_EQ(import->import.pack_id, "zhejiang-2022");
  EXPECT_EQ(import->import.at_ms, clock_.now_ms());
  const auto document = store_->document(kRegion, result.document_id);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->bytes, bytes_);
  EXPECT_EQ(document->name, "a.txt");
  EXPECT_EQ(document->encoding, "utf-8");
}

TEST_P(FilingContract, TheSameFileTwiceChangesNothing) {
  const auto first = filed("a.txt", sample_table());
  const auto before = rows();
  const auto second = filed("a.txt", sample_table());
  EXPECT_EQ(second.outcome, FilingOutcome::same_document);
  EXPECT_EQ(second.version_id, first.version_id);
  EXPECT_EQ(second.document_id, first.document_id);
  EXPECT_EQ(second.version, 1);
  EXPECT_EQ(store_->imports(kRegion, 0, "", 50)->total, 1);
  const auto after = rows();
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].id, before[i].id);
    EXPECT_EQ(after[i].revision, before[i].revision);
  }
}

TEST_P(FilingContract, AnOldFileAgainChangesNothingEither) {
  filed("a.txt", sample_table());
  auto table = sample_table();
  table[0].target = "6";
  filed("b.txt", table);
  EXPECT_EQ(filed("a.txt", sample_table()).outcome, FilingOutcome::same_document);
  EXPECT_EQ(row("研发项目数").row.target, "6");
}

TEST_P(FilingContract, AReplacedFileComesBackWhenItIsFiledAgain) {
  filed("a.txt", sample_table());
  auto table = sample_table();
  table[0].target = "6";
  filed("b.txt", table);
  EXPECT_TRUE(filed("a.txt", sample_table()).superseded);
  auto wanted = request("a.txt", sample_table());
  wanted.again = true;
  const auto back = filed(wanted);
  EXPECT_EQ(back.outcome, FilingOutcome::new_version);
  EXPECT_EQ(back.version, 3);
  EXPECT_EQ(row("研发项目数").row.target, sample_table()[0].target);
  EXPECT_EQ(filed(wanted).outcome, FilingOutcome::same_document)
      << "what counts changes nothing, however it is asked for";
}

TEST_P(FilingContract, TheSameTableAsCsvIsTheNextVersion) {
  filed("a.txt", sample_table());
  const auto before = rows();
  const auto result = filed("a.csv", sample_table());
  EXPECT_EQ(result.outcome, FilingOutcome::new_version);
  EXPECT_EQ(result.version, 2);
  EXPECT_EQ(result.unchanged, 7);
  EXPECT_EQ(result.added, 0);
  EXPECT_EQ(result.gone, 0);
  EXPECT_THAT(result.changed, IsEmpty());
  const auto after = rows();
  ASSERT_THAT(after, SizeIs(7));
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].id, before[i].id);
    EXPECT_EQ(after[i].revision, before[i].revision);
    EXPECT_EQ(after[i].document_id, result.document_id);
  }
}

TEST_P(FilingContract, OneCorrectedCellIsOneChange) {
  filed("a.txt", sample_table());
  const auto before = row("验收合格率");
  auto table = sample_table();
  table[1].target = "98";
  const auto result = filed("b.txt", table);
  EXPECT_EQ(result.unchanged, 6);
  EXPECT_THAT(result.changed, ElementsAre(ChangedCell{"嘉兴市科学技术局", "科技创新-重点研发",
                                                      "验收合格率", Field::target, "95", "98"}));
  const auto after = row("验收合格率");
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.revision, before.revision + 1);
  EXPECT_EQ(after.row.target, "98");
  EXPECT_EQ(after.row.typed, TypedTarget(NumberTarget{Decimal::whole(98)}));
}

TEST_P(FilingContract, ARowInsertedAboveChangesNoOther) {
  filed("a.txt", sample_table());
  const auto before = rows();
  auto table = sample_table();
  table.insert(table.begin(), {table[0].agency, table[0].project, "产出指标", "数量指标",
                               "新增平台数", Comparator::at_least, "1", "个"});
  const auto result = filed("b.txt", table);
  EXPECT_EQ(result.added, 1);
  EXPECT_EQ(result.unchanged, 7);
  EXPECT_EQ(result.gone, 0);
  const auto after = rows();
  ASSERT_THAT(after, SizeIs(8));
  EXPECT_EQ(after[0].row.name, "新增平台数");
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(after[i + 1].id, before[i].id);
  }
}

TEST_P(FilingContract, EqualNamesAreToldApartByOrder) {
  auto table = sample_table();
  table.insert(table.begin() + 1, table[0]);
  table[1].target = "7";
  filed("a.txt", table);
  const auto before = rows();
  table[1].target = "8";
  const auto result = filed("b.txt", table);
  EXPECT_THAT(result.changed, SizeIs(1));
  EXPECT_NE(before[0].id, before[1].id);
  EXPECT_EQ(rows()[1].id, before[1].id);
  EXPECT_EQ(rows()[1].row.target, "8");
}

TEST_P(FilingContract, ACorrectedNameIsAnotherIndicator) {
  filed("a.txt", sample_table());
  const auto before = row("接待观众");
  auto table = sample_table();
  table[5].name = "接待观众人次";
  const auto result = filed("b.txt", table);
  EXPECT_EQ(result.added, 1);
  EXPECT_EQ(result.gone, 1);
  EXPECT_NE(row("接待观众人次").id, before.id);
  const auto gone = store_->indicator(kRegion, before.id);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().message.key, "store.no_indicator");
}

TEST_P(FilingContract, NothingIsEverDeleted) {
  const auto first = filed("a.txt", sample_table());
  const auto before = row("公众满意度");
  auto table = sample_table();
  table.erase(table.begin() + 2);
  EXPECT_EQ(filed("b.txt", table).gone, 1);
  EXPECT_THAT(rows(), SizeIs(6));
  EXPECT_EQ(store_->document(kRegion, first.document_id)->bytes, "document a.txt");
  EXPECT_EQ(store_->imports(kRegion, 2022, "", 50)->total, 2);
  // What comes back is the same indicator.
  const auto result = filed("c.txt", sample_table());
  EXPECT_EQ(result.added, 1);
  EXPECT_EQ(result.version, 3);
  EXPECT_EQ(row("公众满意度").id, before.id);
  EXPECT_GT(row("公众满意度").revision, before.revision);
}

TEST_P(FilingContract, APartOfTheAgenciesReplacesOnlyThese) {
  filed("a.txt", sample_table());
  auto table = sample_table();
  table.erase(table.begin(), table.begin() + 5);
  table[0].target = "120000";
  const auto result = filed("museum.txt", table);
  EXPECT_EQ(result.outcome, FilingOutcome::new_filing);
  EXPECT_THAT(result.changed, SizeIs(1));
  EXPECT_EQ(result.unchanged, 1);
  EXPECT_EQ(result.gone, 0);
  EXPECT_THAT(rows(), SizeIs(7));
  EXPECT_EQ(row("接待观众").row.target, "120000");
}

std::vector<Cells> renamed_table() {
  auto table = sample_table();
  table[5].agency = "嘉兴科技馆";
  table[6].agency = "嘉兴科技馆";
  return table;
}

TEST_P(FilingContract, ARenamedAgencyGoesOnUnderItsNewName) {
  filed("a.txt", sample_table());
  ASSERT_TRUE(edit(row("接待观众"), {{Field::target, "90000"}}));
  const auto old = row("接待观众");
  const auto result = filed("b.txt", renamed_table());
  EXPECT_EQ(result.outcome, FilingOutcome::new_version);
  EXPECT_EQ(result.version, 2);
  EXPECT_EQ(result.unchanged, 7);
  EXPECT_EQ(result.added, 0);
  EXPECT_EQ(result.gone, 0);
  EXPECT_EQ(result.carried, 1);
  EXPECT_THAT(rows(), SizeIs(7));
  EXPECT_EQ(row("接待观众").row.agency, "嘉兴科技馆");
  EXPECT_EQ(row("接待观众").row.target, "90000");
  EXPECT_THAT(row("接待观众").overlays, SizeIs(1));
  EXPECT_NE(row("接待观众").agency_id, old.agency_id);
  EXPECT_THAT(*store_->agencies(kRegion, 2022), SizeIs(2));
}

TEST_P(FilingContract, ANameTakenBackIsTheOldAgencyAgain) {
  filed("a.txt", sample_table());
  const auto before = row("接待观众");
  filed("b.txt", renamed_table());
  auto table = sample_table();
  table[0].target = "6";
  const auto result = filed("c.txt", table);
  EXPECT_EQ(result.version, 3);
  EXPECT_EQ(result.unchanged, 6);
  EXPECT_THAT(rows(), SizeIs(7));
  EXPECT_EQ(row("接待观众").id, before.id);
}

TEST_P(FilingContract, AnotherAgencyIsNotARenamedOne) {
  filed("a.txt", sample_table());
  auto table = sample_table();
  table[5].agency = "嘉兴市图书馆";
  table[5].project = "阅览服务";
  table.pop_back();
  const auto result = filed("b.txt", table);
  EXPECT_EQ(result.outcome, FilingOutcome::new_filing);
  EXPECT_EQ(result.added, 1);
  EXPECT_EQ(result.gone, 0);
  EXPECT_THAT(rows(), SizeIs(8));
}

TEST_P(FilingContract, ACodeOutlivesAName) {
  auto request = this->request("a.txt", sample_table());
  request.agencies = {{.region = {}, .code = "036002", .name = "嘉兴市科技馆"}};
  filed(request);
  const auto before = row("接待观众");
  request = this->request("b.txt", renamed_table());
  request.agencies = {{.region = {}, .code = "036002", .name = "嘉兴科技馆"}};
  const auto result = filed(request);
  EXPECT_EQ(result.unchanged, 7);
  EXPECT_EQ(row("接待观众").id, before.id);
  EXPECT_EQ(row("接待观众").agency_id, before.agency_id);
  EXPECT_EQ(row("接待观众").row.agency, "嘉兴科技馆");
  const auto found = store_->list_projects(
      {.region = std::string(kRegion), .year = 2022, .query = "嘉兴科技馆"}, {});
  ASSERT_THAT(found->items, SizeIs(1));
  EXPECT_EQ(found->items[0].agency, "嘉兴科技馆");
}

TEST_P(FilingContract, AWrongRegionIsAnotherFiling) {
  filed("a.txt", sample_table());
  const auto before = row("接待观众");
  auto request = this->request("a.txt", sample_table());
  request.region = "330100000";
  const auto result = filed(request);
  EXPECT_EQ(result.outcome, FilingOutcome::new_filing);
  EXPECT_EQ(result.added, 7);
  EXPECT_THAT(*store_->regions(), ElementsAre("330100000", "330400000"));
  EXPECT_THAT(rows("330100000"), SizeIs(7));
  EXPECT_EQ(row("接待观众").id, before.id);
  const auto elsewhere = store_->indicator("330100000", before.id);
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.error().code, ErrorCode::not_found);
}

TEST_P(FilingContract, RefusesWhatCannotBeFiled) {
  const auto key_of = [&](const FilingRequest& request) {
    const auto result = store_->file(request, kHooks);
    const auto planned = store_->plan(request, kHooks);
    EXPECT_FALSE(planned);
    return result ? "accepted" : result.error().message.key;
  };
  for (const auto* region : {"", "3304", "33040000x", "3304000000"}) {
    auto request = this->request("a.txt", sample_table());
    request.region = region;
    EXPECT_EQ(key_of(request), "store.bad_region") << region;
  }
  auto request = this->request("a.txt", sample_table());
  request.year = 22;
  EXPECT_EQ(key_of(request), "store.bad_year");
  EXPECT_EQ(key_of(this->request("a.txt", {})), "store.no_rows");
  auto table = sample_table();
  table[3].agency = "";
  EXPECT_EQ(key_of(this->request("a.txt", table)), "store.no_agency");
  EXPECT_THAT(*store_->regions(), IsEmpty());
}

TEST_P(FilingContract, AnAgencyCanBeNamedFromOutside) {
  auto table = sample_table();
  for (auto& cells : table) {
    cells.agency = cells.agency == "嘉兴市科技馆" ? cells.agency : "";
  }
  auto request = this->request("a.txt", table);
  request.agency = "嘉兴市科学技术局";
  filed(request);
  EXPECT_EQ(rows()[0].row.agency, "嘉兴市科学技术局");
  EXPECT_EQ(filed("b.txt", sample_table()).unchanged, 7);
}

TEST_P(FilingContract, ADryRunSaysTheSameAndChangesNothing) {
  auto request = this->request("a.txt", sample_table());
  auto planned = store_->plan(request, kHooks);
  ASSERT_TRUE(planned);
  EXPECT_EQ(planned->added, 7);
  EXPECT_EQ(planned->version_id, 0);
  EXPECT_THAT(*store_->regions(), IsEmpty());
  filed(request);
  auto table = sample_table();
  table[1].target = "98";
  table.pop_back();
  request = this->request("b.txt", table);
  planned = store_->plan(request, kHooks);
  ASSERT_TRUE(planned);
  EXPECT_EQ(rows()[1].row.target, "95");
  const auto result = filed(request);
  EXPECT_EQ(planned->outcome, result.outcome);
  EXPECT_EQ(planned->version, result.version);
  EXPECT_EQ(planned->changed, result.changed);
  EXPECT_EQ(planned->gone, result.gone);
  EXPECT_EQ(planned->unchanged, result.unchanged);
  EXPECT_EQ(planned->findings, result.findings);
}

TEST_P(FilingContract, AFailingReportFilesNothing) {
  auto request = this->request("a.txt", sample_table());
  request.document_format = "";  // NOT NULL
  const auto result = store_->file(request, kHooks);
  ASSERT_FALSE(result);
  EXPECT_THAT(*store_->regions(), IsEmpty());
  EXPECT_THAT(rows(), IsEmpty());
}

TEST_P(FilingContract, LinesOfAnyVersionLeadToCurrentRows) {
  const auto first = filed("a.txt", sample_table());
  auto table = sample_table();
  table[1].target = "98";
  filed("b.txt", table);
  const auto lines = store_->rows_on_lines(kRegion, first.document_id, 4, 5);
  ASSERT_TRUE(lines);
  ASSERT_THAT(*lines, SizeIs(2));
  EXPECT_EQ(lines->front().name, "验收合格率");
  EXPECT_EQ(lines->front().first, 4);
  EXPECT_EQ(lines->front().indicator_id, row("验收合格率").id);
}

TEST_P(FilingContract, ThePlannerKnowsOfALargeDocument) {
  if (GetParam() != sql::Engine::postgres) {
    return;  // only PostgreSQL plans by statistics
  }
  filed("a.txt", sample_table());
  filed("b.csv", sample_table());
  auto table = sample_table();
  for (int i = 0; i < 1500; ++i) {
    table.push_back(table[0]);
  }
  filed("c.txt", table);  // the third: only its size calls for it
  const auto connection = sql::open(database_->url());
  ASSERT_TRUE(connection);
  const auto known =
      (*connection)
          ->number("SELECT CAST(reltuples AS bigint) FROM pg_class WHERE relname = 'indicator'");
  EXPECT_EQ(known, 1507);
}

INSTANTIATE_TEST_SUITE_P(, FilingContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
