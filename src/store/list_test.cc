#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "scratch_folder.h"
#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Many rows with equal keys, blanks among them, in two agencies.
std::vector<Cells> large_table() {
  std::vector<Cells> table;
  for (int i = 0; i < 60; ++i) {
    table.push_back({.agency = i % 2 == 0 ? "甲局" : "乙局",
                     .project = fmt::format("项目{}", i % 7),
                     .level1 = i % 5 == 0 ? "" : "产出指标",
                     .level2 = i % 3 == 0 ? "数量指标" : "质量指标",
                     .name = i % 4 == 0 ? "" : fmt::format("指标{}", i % 6),
                     .comparator = i % 3 == 0 ? std::nullopt : std::optional(Comparator::at_least),
                     .target = i % 6 == 0 ? "" : std::to_string(i * 37 % 110),
                     .measure = i % 2 == 0 ? "个" : ""});
  }
  return table;
}

class ListContract : public StoreContract {
 protected:
  IndicatorFilter all() const {
    return {.region = std::string(kRegion), .year = 2022};
  }

  std::vector<std::string> names(const IndicatorFilter& filter) {
    std::vector<std::string> names;
    const auto page = store_->list_indicators(filter, {.limit = 200});
    EXPECT_TRUE(page);
    for (const auto& item : page->items) {
      names.push_back(item.row.name);
    }
    EXPECT_EQ(page->total, static_cast<std::int64_t>(names.size()));
    return names;
  }

  std::vector<std::string> found(const std::string& words) {
    auto filter = all();
    filter.query = words;
    return names(filter);
  }
};

TEST_P(ListContract, PagesVisitEveryRowOnceUnderEverySort) {
  using enum IndicatorSort;
  filed("a.txt", large_table());
  for (const auto sort :
       {document, agency, project, level, name, comparator, target, kind, findings}) {
    for (const bool descending : {false, true}) {
      std::set<std::int64_t> seen;
      Stretch<IndicatorSort> stretch{.sort = sort, .descending = descending, .limit = 7};
      int pages = 0;
      do {
        const auto page = store_->list_indicators(all(), stretch);
        ASSERT_TRUE(page);
        EXPECT_EQ(page->total, 60);
        EXPECT_TRUE(page->total_is_exact);
        for (const auto& item : page->items) {
          EXPECT_TRUE(seen.insert(item.id).second) << "twice";
        }
        stretch.cursor = page->next;
        ASSERT_LT(++pages, 20);
      } while (!stretch.cursor.empty());
      EXPECT_EQ(seen.size(), 60U) << static_cast<int>(sort);
      EXPECT_EQ(pages, 9);
    }
  }
}

TEST_P(ListContract, SortsByWhatItSays) {
  filed("a.txt", sample_table());
  const auto first = [&](IndicatorSort sort, bool descending) {
    return store_->list_indicators(all(), {.sort = sort, .descending = descending, .limit = 1})
        ->items[0]
        .row.name;
  };
  EXPECT_EQ(first(IndicatorSort::document, false), "研发项目数");
  EXPECT_EQ(first(IndicatorSort::document, true), "按期完成");
  EXPECT_EQ(first(IndicatorSort::target, false), "按期完成");
  EXPECT_EQ(first(IndicatorSort::target, true), "机关运转");  // words after numbers
  EXPECT_EQ(first(IndicatorSort::findings, true), "按期完成");
  EXPECT_EQ(first(IndicatorSort::name, false), "保障人数");
}

TEST_P(ListContract, EachVisitsTheWholeListInOrder) {
  filed("a.txt", large_table());
  std::vector<int> lines;
  ASSERT_TRUE(store_->each_indicator(
      all(), IndicatorSort::document, false,
      [&](const StoredIndicator& row) { lines.push_back(row.row.place.line); }));
  EXPECT_THAT(lines, SizeIs(60));
  EXPECT_TRUE(std::ranges::is_sorted(lines));
}

TEST_P(ListContract, RefusesAForeignCursor) {
  filed("a.txt", sample_table());
  const auto page = store_->list_indicators(all(), {.limit = 2});
  for (const auto& cursor : {std::string("zz"), std::string("6"), page->next + "00"}) {
    const auto answer = store_->list_indicators(all(), {.cursor = cursor});
    ASSERT_FALSE(answer) << cursor;
    EXPECT_EQ(answer.error().message.key, "store.bad_cursor");
  }
  EXPECT_FALSE(store_->list_indicators(all(), {.sort = IndicatorSort::name, .cursor = page->next}));
  EXPECT_FALSE(store_->list_indicators(all(), {.descending = true, .cursor = page->next}));
  EXPECT_FALSE(store_->list_projects({.region = std::string(kRegion), .year = 2022},
                                     {.cursor = page->next}));
}

TEST_P(ListContract, FindsTwoCharacterWords) {
  filed("a.txt", sample_table());
  EXPECT_THAT(found("满意"), ElementsAre("公众满意度"));
  EXPECT_THAT(found("人数"), ElementsAre("保障人数"));
  EXPECT_THAT(found("意满"), IsEmpty());
  EXPECT_THAT(found("众"), ElementsAre("公众满意度", "接待观众"));  // one character
  EXPECT_THAT(found("有力"), ElementsAre("机关运转"));              // in the target
  EXPECT_THAT(found("展览"), ElementsAre("接待观众", "按期完成"));  // in the project
  EXPECT_THAT(found("展览　观众"), ElementsAre("接待观众"));        // both words
  EXPECT_THAT(found("众意"), IsEmpty());
  EXPECT_THAT(found("  "), SizeIs(7));
  EXPECT_THAT(found("';--%_\"\\"), IsEmpty());
}

TEST_P(ListContract, VerifiesWhatGramsOnlySuggest) {
  auto table = sample_table();
  table[0].name = "重点实验与验重室验";  // has 重点, 实验, 验室 … but not 重点实验室
  table[1].name = "重点实验室";
  filed("a.txt", table);
  EXPECT_THAT(found("重点实验室"), ElementsAre("重点实验室"));
}

TEST_P(ListContract, SearchFoldsWidthCaseAndBlanks) {
  auto table = sample_table();
  table[0].name = "R&D 投入 Ａ类";
  filed("a.txt", table);
  EXPECT_THAT(found("r&d投入a"), SizeIs(1));
  EXPECT_THAT(found("Ｒ＆Ｄ"), SizeIs(1));
}

TEST_P(ListContract, FiltersByEachColumn) {
  filed("a.txt", sample_table());
  const auto museum = row("接待观众");
  auto filter = all();
  filter.agency = museum.agency_id;
  EXPECT_THAT(names(filter), ElementsAre("接待观众", "按期完成"));
  filter = all();
  filter.project = museum.project_id;
  filter.comparator = Comparator::at_least;
  EXPECT_THAT(names(filter), ElementsAre("接待观众"));
  filter = all();
  filter.no_comparator = true;
  EXPECT_THAT(names(filter), ElementsAre("按期完成"));
  filter = all();
  filter.level1 = "产出指标";
  filter.level2 = "数量指标";
  EXPECT_THAT(names(filter), SizeIs(3));
  filter = all();
  filter.kind = TargetKind::text;
  EXPECT_THAT(names(filter), ElementsAre("机关运转", "按期完成"));
  filter = all();
  filter.measurable = false;
  EXPECT_THAT(names(filter), ElementsAre("机关运转", "按期完成"));
  filter = all();
  filter.severity = Severity::hint;
  EXPECT_THAT(names(filter), ElementsAre("机关运转", "按期完成"));
  filter.severity = Severity::warning;
  EXPECT_THAT(names(filter), IsEmpty());
  filter = all();
  filter.rule = "target_empty";
  EXPECT_THAT(names(filter), ElementsAre("按期完成"));
  filter = all();
  filter.year = 2023;
  EXPECT_THAT(names(filter), IsEmpty());
}

TEST_P(ListContract, ListsProjectsWithTheirCounts) {
  filed("a.txt", sample_table());
  ProjectFilter filter{.region = std::string(kRegion), .year = 2022};
  const auto page = store_->list_projects(filter, {});
  ASSERT_TRUE(page);
  ASSERT_THAT(page->items, SizeIs(3));
  const auto& first = page->items[0];
  EXPECT_EQ(first.name, "科技创新-重点研发");
  EXPECT_EQ(first.programme, "科技创新");
  EXPECT_EQ(first.title, "重点研发");
  EXPECT_EQ(first.agency, "嘉兴市科学技术局");
  EXPECT_EQ(first.indicators, 3);
  EXPECT_EQ(page->items[2].findings, (Counts{1, 0, 1}));
  filter.severity = Severity::error;
  EXPECT_THAT(store_->list_projects(filter, {})->items, SizeIs(1));
  filter.severity = {};
  filter.rule = "measure_missing";
  const auto of_rule = store_->list_projects(filter, {});
  ASSERT_TRUE(of_rule);
  ASSERT_THAT(of_rule->items, SizeIs(2));
  EXPECT_EQ(of_rule->total, 2);
  // The museum's error is another rule's.
  EXPECT_EQ(of_rule->items[0].findings, (Counts{0, 0, 1}));
  EXPECT_EQ(of_rule->items[1].findings, (Counts{0, 0, 1}));
  filter.severity = Severity::error;
  EXPECT_THAT(store_->list_projects(filter, {})->items, IsEmpty());
  filter.severity = {};
  filter.rule = "";
  filter.query = "科技馆";
  EXPECT_THAT(store_->list_projects(filter, {})->items, SizeIs(1));
}

TEST_P(ListContract, ProjectPagesVisitEveryProjectOnce) {
  using enum ProjectSort;
  filed("a.txt", large_table());
  for (const auto sort : {document, name, agency, indicators, findings}) {
    std::set<std::int64_t> seen;
    Stretch<ProjectSort> stretch{.sort = sort, .descending = true, .limit = 3};
    do {
      const auto page =
          store_->list_projects({.region = std::string(kRegion), .year = 2022}, stretch);
      ASSERT_TRUE(page);
      for (const auto& item : page->items) {
        EXPECT_TRUE(seen.insert(item.id).second);
      }
      stretch.cursor = page->next;
    } while (!stretch.cursor.empty());
    EXPECT_EQ(seen.size(), 14U);
  }
}

TEST_P(ListContract, ThePagesOfARulesProjectsAreInTheOrderOfItsFindings) {
  filed("a.txt", sample_table());
  const ProjectFilter filter{
      .region = std::string(kRegion), .year = 2022, .rule = "measure_missing"};
  Stretch<ProjectSort> stretch{.sort = ProjectSort::findings, .descending = true, .limit = 1};
  const auto first = store_->list_projects(filter, stretch);
  ASSERT_TRUE(first);
  ASSERT_THAT(first->items, SizeIs(1));
  stretch.cursor = first->next;
  const auto second = store_->list_projects(filter, stretch);
  ASSERT_TRUE(second);
  ASSERT_THAT(second->items, SizeIs(1));
  EXPECT_NE(first->items[0].id, second->items[0].id);
  EXPECT_EQ(second->next, "");
  // A place in the list of all findings is none in that of one rule's.
  EXPECT_FALSE(store_->list_projects({.region = std::string(kRegion), .year = 2022}, stretch));
}

TEST_P(ListContract, AProjectHasItsRowsAndItsSource) {
  const auto result = filed("a.txt", sample_table());
  const auto project = store_->project(kRegion, result.projects[1]);
  ASSERT_TRUE(project);
  EXPECT_EQ(project->summary.name, "日常公用经费");
  ASSERT_THAT(project->rows, SizeIs(2));
  EXPECT_EQ(project->rows[0].row.name, "保障人数");
  EXPECT_THAT(project->rows[1].findings, SizeIs(1));
  EXPECT_EQ(project->source.document_id, result.document_id);
  EXPECT_EQ(project->source.name, "a.txt");
  EXPECT_EQ(project->source.first_line, 6);
  EXPECT_EQ(project->source.pack_id, "zhejiang-2022");
  EXPECT_EQ(store_->project(kRegion, 5).error().code, ErrorCode::not_found);
}

TEST_P(ListContract, AYearInNumbers) {
  filed("a.txt", sample_table());
  const auto overview = store_->overview(kRegion, 2022);
  ASSERT_TRUE(overview);
  EXPECT_EQ(overview->agencies, 2);
  EXPECT_EQ(overview->projects, 3);
  EXPECT_EQ(overview->indicators, 7);
  EXPECT_EQ(overview->typed, 5);
  EXPECT_EQ(overview->measurable, 5);
  EXPECT_EQ(overview->findings, (Counts{1, 0, 2}));
  EXPECT_EQ(overview->projects_with, (Counts{1, 0, 2}));
  ASSERT_THAT(overview->by_rule, SizeIs(2));
  EXPECT_EQ(overview->by_rule[0].rule, "measure_missing");
  EXPECT_EQ(overview->by_rule[0].projects, 2);
  ASSERT_THAT(overview->by_level, SizeIs(5));
  EXPECT_EQ(overview->by_level[0].indicators, 3);
  ASSERT_THAT(overview->by_kind, SizeIs(2));
  EXPECT_EQ(overview->by_kind[0].kind, TargetKind::number);
  ASSERT_THAT(overview->by_comparator, SizeIs(4));
  EXPECT_EQ(overview->by_comparator[0].comparator, ">=");
  const auto years = store_->years(kRegion);
  ASSERT_THAT(*years, SizeIs(1));
  EXPECT_EQ(years->front().year, 2022);
  EXPECT_EQ(years->front().findings, 3);
  EXPECT_EQ(store_->overview(kRegion, 2021)->indicators, 0);
}

TEST_P(ListContract, AgenciesFormATree) {
  auto request = this->request("a.txt", sample_table());
  request.agencies = {{.region = {}, .name = "嘉兴市科技馆", .parent = "嘉兴市科学技术局"}};
  filed(request);
  const auto agencies = store_->agencies(kRegion, 2022);
  ASSERT_THAT(*agencies, SizeIs(2));
  const auto& bureau = agencies->at(0);
  const auto& museum = agencies->at(1);
  EXPECT_EQ(bureau.name, "嘉兴市科学技术局");
  EXPECT_EQ(bureau.projects, 2);
  EXPECT_EQ(bureau.indicators, 5);
  EXPECT_EQ(bureau.parent_id, 0);
  EXPECT_EQ(museum.parent_id, bureau.id);
  EXPECT_EQ(museum.findings, (Counts{1, 0, 1}));
  ASSERT_THAT(bureau.programmes, SizeIs(2));
  EXPECT_EQ(bureau.programmes[0].name, "科技创新");
}

TEST_P(ListContract, ImportsComeNewestFirst) {
  for (int i = 0; i < 5; ++i) {
    auto table = sample_table();
    table[0].target = std::to_string(i);
    filed(fmt::format("{}.txt", i), table);
  }
  const auto first = store_->imports(kRegion, 0, "", 3);
  ASSERT_THAT(first->items, SizeIs(3));
  EXPECT_EQ(first->items[0].name, "4.txt");
  EXPECT_EQ(first->items[0].version, 5);
  EXPECT_EQ(first->total, 5);
  const auto second = store_->imports(kRegion, 0, first->next, 3);
  ASSERT_THAT(second->items, SizeIs(2));
  EXPECT_EQ(second->items[1].name, "0.txt");
  EXPECT_EQ(second->next, "");
  EXPECT_EQ(store_->imports(kRegion, 2021, "", 3)->total, 0);
}

INSTANTIATE_TEST_SUITE_P(, ListContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

TEST(Store, IsNotReadyBeforeItIsMigrated) {
  const FixedClock clock(1'800'000'000'000);
  IdMaker ids(clock);
  const auto store = Store::open("sqlite::memory:", clock, ids);
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->ready().error().message.key, "store.not_migrated");
  ASSERT_TRUE((*store)->migrate());
  EXPECT_TRUE((*store)->ready());
}

/// Readers and writers at once, on a file: nobody fails and every edit counts.
TEST(Store, ServesSeveralThreads) {
  const test::ScratchFolder folder;
  const FixedClock clock(1'800'000'000'000);
  IdMaker ids(clock);
  const auto store = Store::open("sqlite:" + (folder / "x.db"), clock, ids);
  ASSERT_TRUE(store);
  ASSERT_TRUE((*store)->migrate());
  const auto rows = indicators_of(sample_table());
  const FilingRequest request{.region = std::string(kRegion),
                              .year = 2022,
                              .form = "table11",
                              .document_hash = sha256("x"),
                              .document_name = "x",
                              .document_format = "text",
                              .document_bytes = "x",
                              .indicators = rows};
  ASSERT_TRUE((*store)->file(request, kHooks));
  const auto page =
      (*store)->list_indicators({.region = std::string(kRegion), .year = 2022}, {.limit = 8});
  std::vector<std::jthread> threads;
  for (std::size_t t = 0; t < 6; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 10; ++i) {
        const auto seen = (*store)->indicator(kRegion, page->items[t].id);
        ASSERT_TRUE(seen);
        const std::vector<Edit> edits{{.indicator_id = seen->id,
                                       .revision = seen->revision,
                                       .changes = {{Field::target, std::to_string(1000 + i)}}}};
        ASSERT_TRUE((*store)->lay_overlays(kRegion, edits, kHooks));
      }
    });
  }
  threads.clear();
  for (std::size_t t = 0; t < 6; ++t) {
    const auto after = (*store)->indicator(kRegion, page->items[t].id);
    EXPECT_EQ(after->revision, 11);
    EXPECT_THAT(after->overlays, SizeIs(10));
  }
  EXPECT_THAT(*(*store)->check(), IsEmpty());
}

}  // namespace
}  // namespace jiheng::store
