// The office's library and what persons decided about indicators, on every engine.
#include "store/library.h"

#include <gmock/gmock.h>

#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// An entry with something in every member.
LibraryIndicator full(const std::string& code, const std::string& name) {
  return {.code = code,
          .name = name,
          .aliases = {"龙舟数", "龙舟艘数"},
          .sector = "文化和旅游",
          .role = CategoryRole::quantity,
          .measured = {.filed = "万艘",
                       .canonical = "艘",
                       .kind = MeasureKind::count,
                       .base = "艘",
                       .scale = Decimal::whole(10000)},
          .direction = Direction::more,
          .bounded = true,
          .common = true,
          .meaning = "下水的龙舟\n含备用",
          .formula = "按登记计数",
          .source = "部门业务记录",
          .evidence = "登记表",
          .method = "情况统计法",
          .scoring = ScoringMethod::proportion,
          .targets = {{Comparator::at_least, "20 艘"}, {Comparator::qualitative, "全部下水"}},
          .agency = "甲局",
          .retired = true};
}

LibraryIndicator small(const std::string& code, const std::string& name) {
  return {.code = code,
          .name = name,
          .role = CategoryRole::timeliness,
          .direction = Direction::words,
          .scoring = ScoringMethod::direct};
}

class StoredLibrary : public StoreContract {
 protected:
  Result<void> keep(const LibraryIndicator& indicator, std::int64_t seen = 0,
                    std::string_view region = kRegion) {
    clock_.set(clock_.now_ms() + 1000);
    const std::vector<NewLibraryVersion> entries{
        {.indicator = indicator, .seen = seen, .document_name = "库.xlsx", .author = "local"}};
    return store_->keep_library_versions(region, entries);
  }

  std::vector<LibraryVersion> library(std::string_view region = kRegion) {
    const auto all = store_->library(region);
    EXPECT_TRUE(all);
    return all.value_or(std::vector<LibraryVersion>{});
  }

  Result<std::int64_t> decide(const NewLibraryDecision& said) {
    clock_.set(clock_.now_ms() + 1000);
    JH_TRY(const auto ids, store_->decide_library(kRegion, std::vector{said}));
    return ids.at(0);
  }

  std::vector<LibraryDecision> living(std::string_view region = kRegion) {
    const auto all = store_->library_decisions(region);
    EXPECT_TRUE(all);
    return all.value_or(std::vector<LibraryDecision>{});
  }

  ConfirmedEntries confirmed() {
    return ConfirmedEntries(living());
  }
};

TEST_P(StoredLibrary, KeepsEveryMember) {
  ASSERT_TRUE(keep(full("B2", "龙舟数量")));
  ASSERT_TRUE(keep(small("A1", "完工时间")));
  const auto all = library();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].indicator, small("A1", "完工时间"));
  EXPECT_EQ(all[1].indicator, full("B2", "龙舟数量"));
  EXPECT_EQ(all[1].version, 1);
  EXPECT_EQ(all[1].document_name, "库.xlsx");
  EXPECT_EQ(all[1].author, "local");
  EXPECT_GT(all[0].at_ms, all[1].at_ms);
}

TEST_P(StoredLibrary, IsInTheOrderOfItsCodesWhateverTheLocale) {
  for (const std::string code : {"a1", "B1", "A-2", "A1"}) {
    ASSERT_TRUE(keep(small(code, "完工时间" + code)));
  }
  std::vector<std::string> codes;
  for (const auto& version : library()) {
    codes.push_back(version.indicator.code);
  }
  EXPECT_THAT(codes, ElementsAre("A-2", "A1", "B1", "a1"));
}

TEST_P(StoredLibrary, AnEditIsTheNextVersionAndTheOldOneStaysReadable) {
  ASSERT_TRUE(keep(small("A1", "完工时间")));
  auto edited = full("A1", "项目完工时间");
  ASSERT_TRUE(keep(edited, 1));
  EXPECT_THAT(library(), SizeIs(1));
  EXPECT_EQ(library().front().indicator, edited);
  const auto versions = store_->library_versions(kRegion, "A1").value();
  ASSERT_THAT(versions, SizeIs(2));
  EXPECT_EQ(versions[0].version, 2);
  EXPECT_EQ(versions[1].version, 1);
  EXPECT_EQ(versions[1].indicator, small("A1", "完工时间"));
  EXPECT_THAT(store_->library_versions(kRegion, "X").value(), IsEmpty());
}

TEST_P(StoredLibrary, AnEditOfWhatChangedMeanwhileIsAConflict) {
  ASSERT_TRUE(keep(small("A1", "完工时间")));
  const auto stale = keep(small("A1", "竣工时间"), 0);
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().code, ErrorCode::conflict);
  EXPECT_EQ(stale.error().where, "A1");
  EXPECT_EQ(library().front().indicator.name, "完工时间");
}

TEST_P(StoredLibrary, AllEntriesAreKeptOrNone) {
  ASSERT_TRUE(keep(small("A1", "完工时间")));
  const std::vector<NewLibraryVersion> entries{{.indicator = small("B1", "开工时间")},
                                               {.indicator = small("A1", "竣工时间")}};
  EXPECT_FALSE(store_->keep_library_versions(kRegion, entries));
  EXPECT_THAT(library(), SizeIs(1));
}

TEST_P(StoredLibrary, BelongsToItsRegion) {
  ASSERT_TRUE(keep(small("A1", "完工时间")));
  ASSERT_TRUE(keep(small("A1", "开工时间"), 0, "330100000"));
  EXPECT_EQ(library().front().indicator.name, "完工时间");
  EXPECT_EQ(library("330100000").front().indicator.name, "开工时间");
  EXPECT_THAT(library("330200000"), IsEmpty());
}

TEST_P(StoredLibrary, ARegionWithRowsGoesBeforeOneWithALibraryAlone) {
  ASSERT_TRUE(keep(small("A1", "完工时间"), 0, "000000000"));
  EXPECT_THAT(*store_->regions(), ElementsAre("000000000"));
  filed("a.txt", sample_table());
  EXPECT_THAT(*store_->regions(), ElementsAre(kRegion, "000000000"));
}

TEST_P(StoredLibrary, ANameIsLearnedForWhateverIndicatorBearsIt) {
  filed("a.txt", sample_table());
  const auto told = row("研发项目数");
  const NewLibraryDecision said{.name = "研发项目数",
                                .code = "GX003",
                                .version = 2,
                                .confidence = 812,
                                .from_indicator = told.id,
                                .agency = told.row.agency,
                                .project = told.row.project,
                                .year = 2022,
                                .author = "local"};
  const auto id = decide(said);
  ASSERT_TRUE(id);
  ASSERT_THAT(living(), SizeIs(1));
  const auto kept = living().front();
  EXPECT_EQ(kept.id, *id);
  EXPECT_EQ(kept.said.name, said.name);
  EXPECT_EQ(kept.said.code, said.code);
  EXPECT_EQ(kept.said.version, said.version);
  EXPECT_EQ(kept.said.confidence, said.confidence);
  EXPECT_EQ(kept.said.from_indicator, told.id);
  EXPECT_EQ(kept.said.agency, told.row.agency);
  EXPECT_EQ(kept.said.project, told.row.project);
  EXPECT_EQ(kept.said.year, 2022);
  EXPECT_EQ(kept.said.author, "local");
  EXPECT_EQ(kept.at_ms, clock_.now_ms());
  const auto known = confirmed();
  EXPECT_EQ(known.of_name("研发 项目数"), "GX003");
  EXPECT_EQ(known.of_indicator(1, "研发项目数"), "GX003");
  EXPECT_EQ(known.of_name("验收合格率"), std::nullopt);
  EXPECT_THAT(living("330100000"), IsEmpty());
}

TEST_P(StoredLibrary, WhatIsSaidOfOneIndicatorGoesBeforeItsName) {
  filed("a.txt", sample_table());
  const auto told = row("研发项目数");
  ASSERT_TRUE(decide({.name = "研发项目数", .code = "GX003"}));
  ASSERT_TRUE(decide({.name = "研发项目数", .indicator_id = told.id, .code = "GX009"}));
  const auto known = confirmed();
  EXPECT_EQ(known.of_indicator(told.id, "研发项目数"), "GX009");
  EXPECT_EQ(known.of_indicator(told.id + 1, "研发项目数"), "GX003");
  EXPECT_EQ(known.of_indicator(told.id, "另一个名称"), std::nullopt) << "it held for that name";
  ASSERT_TRUE(decide({.name = "研发项目数", .indicator_id = told.id}));
  const auto later = confirmed();
  EXPECT_EQ(later.of_indicator(told.id, "研发项目数"), "") << "none of them, for this one";
}

TEST_P(StoredLibrary, SurvivesAReimportWhileTheNameIsUnchanged) {
  filed("a.txt", sample_table());
  const auto told = row("验收合格率");
  ASSERT_TRUE(decide({.name = "验收合格率", .indicator_id = told.id, .code = "GX003"}));
  auto next = sample_table();
  next.insert(next.begin(), next[0]);
  next[0].name = "新加的指标";
  next[2].target = "98";
  filed("b.txt", next);
  const auto now = row("验收合格率");
  EXPECT_EQ(now.row.target, "98");
  const auto known = confirmed();
  EXPECT_EQ(known.of_indicator(now.id, now.row.name), "GX003");
  next[2].name = "验收通过率";
  filed("c.txt", next);
  const auto renamed = row("验收通过率");
  EXPECT_EQ(known.of_indicator(renamed.id, renamed.row.name), std::nullopt);
}

TEST_P(StoredLibrary, TheLastWordCountsAndIsTakenBack) {
  const auto first = decide({.name = "研发项目数", .code = "GX003"}).value();
  const auto second = decide({.name = "研发项目数"}).value();
  ASSERT_THAT(living(), SizeIs(1));
  EXPECT_EQ(living().front().said.code, "");
  const auto again = store_->take_back_library(kRegion, std::vector{first}, "local");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().message.key, "store.decision_ended");
  ASSERT_TRUE(store_->take_back_library(kRegion, std::vector{second}, "local"));
  EXPECT_THAT(living(), IsEmpty());
  const auto unknown = store_->take_back_library(kRegion, std::vector<std::int64_t>{7}, "local");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::not_found);
}

TEST_P(StoredLibrary, DecisionsAreTakenBackTogetherOrNotAtAll) {
  const auto id = decide({.name = "研发项目数", .code = "GX003"}).value();
  EXPECT_FALSE(store_->take_back_library(kRegion, std::vector<std::int64_t>{id, 7}, "local"));
  EXPECT_THAT(living(), SizeIs(1));
}

TEST_P(StoredLibrary, GivesTheRowsOfAYearToBeMatched) {
  filed("a.txt", sample_table());
  const auto rows = store_->matchable_rows(kRegion, 2022).value();
  ASSERT_THAT(rows, SizeIs(7));
  EXPECT_EQ(rows[1].name, "验收合格率");
  EXPECT_EQ(rows[1].measured.filed, "%");
  EXPECT_EQ(rows[1].level2, "质量指标");
  EXPECT_EQ(rows[1].project_id, row("验收合格率").project_id);
  EXPECT_THAT(store_->matchable_rows(kRegion, 2021).value(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(, StoredLibrary,
                         testing::Values(sql::Engine::sqlite, sql::Engine::postgres),
                         [](const auto& engine) {
                           return engine.param == sql::Engine::sqlite ? "sqlite" : "postgres";
                         });

}  // namespace
}  // namespace jiheng::store
