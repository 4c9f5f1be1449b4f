#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The stand-in for the rules, with a warning about every project that has fewer than three rows.
std::vector<Finding> review_projects_too(std::span<const Indicator> rows,
                                         const ReviewFacts& facts) {
  auto findings = review(rows, facts);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool first = i == 0 || rows[i].project != rows[i - 1].project;
    const auto count = std::ranges::count(rows, rows[i].project, &Indicator::project);
    if (first && count < 3) {
      findings.push_back({.rule = "few",
                          .severity = Severity::warning,
                          .row = i,
                          .column = Column::project,
                          .message = {"few"}});
    }
  }
  return findings;
}

const Hooks kWithProjects{retype, review_projects_too};

class WaiverContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (store_ != nullptr) {
      ASSERT_TRUE(store_->file(request("a.txt", sample_table()), kWithProjects));
    }
  }

  Result<std::int64_t> waive(std::string_view name, const std::string& rule,
                             WaiverKind kind = WaiverKind::waived) {
    const auto seen = row(name);
    return store_->waive(kRegion,
                         {.indicator_id = seen.id,
                          .revision = seen.revision,
                          .rule = rule,
                          .kind = kind,
                          .reason = "已核实",
                          .author = "甲"},
                         kWithProjects);
  }

  Counts counts() {
    return store_->overview(kRegion, 2022)->findings;
  }

  static std::string key_of(const Result<std::int64_t>& result) {
    return result ? "done" : result.error().message.key;
  }
};

TEST_P(WaiverContract, AFindingThatIsSetAsideDoesNotCount) {
  EXPECT_EQ(counts(), (Counts{1, 2, 2}));
  ASSERT_TRUE(waive("按期完成", "target_empty"));
  EXPECT_EQ(counts(), (Counts{0, 2, 2}));
  const auto after = row("按期完成");
  ASSERT_TRUE(after.findings.at(0).waiver || after.findings.at(1).waiver);
  const auto found = std::ranges::find(after.findings, "target_empty", &Finding::rule);
  ASSERT_TRUE(found->waiver);
  EXPECT_EQ(found->waiver->reason, "已核实");
  EXPECT_EQ(found->waiver->author, "甲");
  EXPECT_EQ(found->waiver->at_ms, clock_.now_ms());
  const auto listed = store_->list_indicators(
      {.region = std::string(kRegion), .year = 2022, .rule = "target_empty"}, {});
  EXPECT_EQ(listed->total, 0);
}

TEST_P(WaiverContract, ItComesBackWhenTheRowChanges) {
  ASSERT_TRUE(waive("机关运转", "measure_missing"));
  EXPECT_EQ(counts().hint, 1);
  // Another row's edit leaves it where it is, its own does not.
  ASSERT_TRUE(store_->lay_overlays(
      kRegion,
      std::vector<Edit>{{row("接待观众").id, row("接待观众").revision, {{Field::target, "9"}}}},
      kWithProjects));
  EXPECT_EQ(counts().hint, 1);
  ASSERT_TRUE(store_->lay_overlays(
      kRegion,
      std::vector<Edit>{{row("机关运转").id, row("机关运转").revision, {{Field::target, "正常"}}}},
      kWithProjects));
  EXPECT_EQ(counts().hint, 2);
  EXPECT_THAT(*store_->count_waivers(kRegion, 2022), IsEmpty());
}

TEST_P(WaiverContract, TheListSaysOfWhichTheRowReadsOtherwiseByNow) {
  ASSERT_TRUE(waive("机关运转", "measure_missing"));
  ASSERT_TRUE(waive("保障人数", "few"));
  const WaiverFilter filter{.region = std::string(kRegion), .year = 2022};
  const auto lapsed = [&] {
    std::vector<bool> all;
    const auto page = store_->list_waivers(filter, "", 200).value();
    for (const auto& one : page.items) {
      all.push_back(one.lapsed);
    }
    return all;
  };
  EXPECT_THAT(lapsed(), ElementsAre(false, false));
  // The one was said of another row of the project, the other of the whole project.
  ASSERT_TRUE(store_->lay_overlays(
      kRegion,
      std::vector<Edit>{{row("保障人数").id, row("保障人数").revision, {{Field::target, "9"}}}},
      kWithProjects));
  EXPECT_THAT(lapsed(), testing::UnorderedElementsAre(false, true));
  ASSERT_TRUE(store_->lay_overlays(
      kRegion,
      std::vector<Edit>{{row("机关运转").id, row("机关运转").revision, {{Field::target, "正常"}}}},
      kWithProjects));
  EXPECT_THAT(lapsed(), ElementsAre(true, true));
}

TEST_P(WaiverContract, ANewVersionOfTheDocumentKeepsIt) {
  ASSERT_TRUE(waive("机关运转", "measure_missing", WaiverKind::false_alarm));
  auto table = sample_table();
  table[0].target = "6";
  ASSERT_TRUE(store_->file(request("b.txt", table), kWithProjects));
  EXPECT_EQ(counts().hint, 1);
  const auto by_rule = *store_->count_waivers(kRegion, 2022);
  ASSERT_THAT(by_rule, SizeIs(1));
  EXPECT_EQ(by_rule[0].rule, "measure_missing");
  EXPECT_EQ(by_rule[0].waived, 0);
  EXPECT_EQ(by_rule[0].false_alarms, 1);
}

TEST_P(WaiverContract, OneOfAProjectHoldsWhileItsRowsAreTheSame) {
  ASSERT_TRUE(waive("保障人数", "few"));
  EXPECT_EQ(counts().warning, 1);
  EXPECT_EQ(key_of(waive("保障人数", "few")), "store.already_waived");
  // Any row of the project brings it back.
  ASSERT_TRUE(store_->lay_overlays(
      kRegion,
      std::vector<Edit>{{row("机关运转").id, row("机关运转").revision, {{Field::target, "正常"}}}},
      kWithProjects));
  EXPECT_EQ(counts().warning, 2);
}

/// Says the same rule of every row and of the project it stands in.
std::vector<Finding> review_both(std::span<const Indicator> rows, const ReviewFacts& /*facts*/) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || rows[i].project != rows[i - 1].project) {
      findings.push_back({.rule = "both", .row = i, .column = Column::project, .message = {"p"}});
    }
    findings.push_back({.rule = "both", .row = i, .column = Column::target, .message = {"r"}});
  }
  return findings;
}

TEST_P(WaiverContract, WhereARuleSpeaksOfRowAndProjectEitherIsSetAside) {
  const Hooks hooks{retype, review_both};
  ASSERT_TRUE(store_->file(request("b.txt", sample_table()), hooks));
  const auto aside = [&](std::optional<bool> of_project) {
    const auto seen = row("保障人数");
    return store_->waive(kRegion,
                         {.indicator_id = seen.id,
                          .revision = seen.revision,
                          .rule = "both",
                          .of_project = of_project,
                          .reason = "已核实"},
                         hooks);
  };
  const auto set_aside = [&] {
    std::vector<std::string> keys;
    for (const auto& finding : row("保障人数").findings) {
      if (finding.waiver) {
        keys.push_back(finding.message.key);
      }
    }
    return keys;
  };
  ASSERT_TRUE(aside(false));
  EXPECT_THAT(set_aside(), ElementsAre("r"));
  EXPECT_EQ(key_of(aside(false)), "store.already_waived");
  // Not said which: the one that still stands.
  ASSERT_TRUE(aside(std::nullopt));
  EXPECT_THAT(set_aside(), testing::UnorderedElementsAre("p", "r"));
  EXPECT_EQ(key_of(aside(std::nullopt)), "store.already_waived");
  EXPECT_EQ(key_of(aside(true)), "store.already_waived");
}

TEST_P(WaiverContract, OneIsTakenBackAndStaysOnRecord) {
  const auto id = waive("按期完成", "target_empty");
  ASSERT_TRUE(id);
  ASSERT_TRUE(store_->end_waiver(kRegion, *id, "乙", kWithProjects));
  EXPECT_EQ(counts().error, 1);
  WaiverFilter filter{.region = std::string(kRegion), .year = 2022};
  EXPECT_THAT(store_->list_waivers(filter, "", 200)->items, IsEmpty());
  filter.ended = true;
  const auto record = store_->list_waivers(filter, "", 200)->items;
  ASSERT_THAT(record, SizeIs(1));
  EXPECT_EQ(record[0].ended_by, "乙");
  EXPECT_EQ(record[0].indicator, "按期完成");
  const auto again = store_->end_waiver(kRegion, *id, "乙", kWithProjects);
  EXPECT_EQ(again.error().message.key, "store.waiver_ended");
  EXPECT_EQ(store_->end_waiver(kRegion, 7, "乙", kWithProjects).error().message.key,
            "store.no_waiver");
}

TEST_P(WaiverContract, TheListIsReadPageByPage) {
  ASSERT_TRUE(waive("按期完成", "target_empty"));
  ASSERT_TRUE(waive("按期完成", "measure_missing"));
  ASSERT_TRUE(waive("保障人数", "few"));
  const WaiverFilter filter{.region = std::string(kRegion), .year = 2022};
  std::vector<std::string> rules;
  std::string cursor;
  do {
    const auto page = *store_->list_waivers(filter, cursor, 1);
    ASSERT_THAT(page.items, SizeIs(1));
    EXPECT_EQ(page.total, 3);
    rules.push_back(page.items[0].rule);
    cursor = page.next;
  } while (!cursor.empty());
  EXPECT_THAT(rules, testing::UnorderedElementsAre("target_empty", "measure_missing", "few"));
  EXPECT_EQ(store_->list_waivers(filter, "zz", 1).error().message.key, "store.bad_cursor");
}

TEST_P(WaiverContract, WhatIsNotThereCannotBeSetAside) {
  EXPECT_EQ(key_of(waive("接待观众", "target_empty")), "store.no_finding");
  auto seen = row("按期完成");
  const NewWaiver stale{.indicator_id = seen.id,
                        .revision = seen.revision + 1,
                        .rule = "target_empty",
                        .kind = WaiverKind::waived,
                        .reason = "x"};
  EXPECT_EQ(key_of(store_->waive(kRegion, stale, kWithProjects)), "store.changed_meanwhile");
}

TEST_P(WaiverContract, AnEditIsJudgedByWhatTheFormSaid) {
  auto filing = request("c.txt", sample_table());
  filing.facts = {
      .projects = {{.name = "展览运行", .kind = "经常性", .period = "2022年1月至2022年12月"}},
      .goals = {{.agency = "嘉兴市科技馆", .project = "展览运行", .text = "接待\t十万=人"}},
      .funding = {{.agency = "嘉兴市科技馆",
                   .project = "展览运行",
                   .source = "财政拨款",
                   .year = 2022,
                   .amount = Decimal::of(12'345'678, 2),
                   .as_filed = "12.3 万元"}}};
  filing.facts.columns.set(static_cast<std::size_t>(Column::reason));
  filing.facts.frame = "national-88";
  filing.facts.executions = {{.agency = "嘉兴市科技馆",
                              .project = "展览运行",
                              .budget = Decimal::of(1000, 1),
                              .points = "10",
                              .rate = "80%",
                              .score = "8"}};
  filing.facts.totals = {{.agency = "嘉兴市科技馆", .project = "展览运行", .total = "98"}};
  ASSERT_TRUE(store_->file(filing, kWithProjects));
  ReviewFacts seen;
  const Hooks hooks{retype, [&](std::span<const Indicator>, const ReviewFacts& facts) {
                      seen = facts;
                      return std::vector<Finding>{};
                    }};
  ASSERT_TRUE(store_->lay_overlays(
      kRegion,
      std::vector<Edit>{{row("接待观众").id, row("接待观众").revision, {{Field::target, "9"}}}},
      hooks));
  EXPECT_EQ(seen.year, 2022);
  EXPECT_EQ(seen.frame, "national-88");
  EXPECT_EQ(seen.executions, filing.facts.executions);
  EXPECT_EQ(seen.totals, filing.facts.totals);
  EXPECT_EQ(store_->project(kRegion, row("接待观众").project_id)->source.frame, "national-88");
  EXPECT_TRUE(seen.has(Column::reason));
  EXPECT_FALSE(seen.has(Column::points));
  ASSERT_THAT(seen.projects, SizeIs(1));
  EXPECT_EQ(seen.projects[0].period, "2022年1月至2022年12月");
  ASSERT_THAT(seen.goals, SizeIs(1));
  EXPECT_EQ(seen.goals[0].text, "接待\t十万=人");
  ASSERT_THAT(seen.funding, SizeIs(1));
  EXPECT_EQ(seen.funding[0].amount->to_string(), "123456.78");
  EXPECT_THAT(seen.others, ElementsAre(ProjectOf{"嘉兴市科学技术局", "科技创新-重点研发"},
                                       ProjectOf{"嘉兴市科学技术局", "日常公用经费"}));
}

TEST_P(WaiverContract, ARowIsJudgedBesideItsPast) {
  auto before = request("past.txt", sample_table());
  before.year = 2021;
  rows_[5].actual = "120000";
  ASSERT_TRUE(store_->file(before, kWithProjects));
  std::vector<PastRow> seen;
  const Hooks hooks{retype, [&](std::span<const Indicator>, const ReviewFacts& facts) {
                      seen = facts.past;
                      return std::vector<Finding>{};
                    }};
  // A document that comes, and an edit: both agencies, then the edited row's alone.
  auto table = sample_table();
  table[0].target = "7";
  ASSERT_TRUE(store_->file(request("now.txt", table), hooks));
  EXPECT_THAT(seen, SizeIs(sample_table().size()));
  ASSERT_TRUE(store_->lay_overlays(
      kRegion,
      std::vector<Edit>{{row("接待观众").id, row("接待观众").revision, {{Field::target, "9"}}}},
      hooks));
  ASSERT_THAT(seen, SizeIs(2));
  const auto past = past_of(row("接待观众").row, seen);
  EXPECT_THAT(past, IsEmpty());  // the stand-in for intake knows no measures
  EXPECT_EQ(seen[0].year, 2021);
  EXPECT_EQ(seen[1].name, "接待观众");
  EXPECT_EQ(seen[1].actual, "120000");
  EXPECT_THAT(*store_->past_rows(kRegion, 2022, std::nullopt), SizeIs(sample_table().size()));
  EXPECT_THAT(*store_->past_rows(kRegion, 2021, std::nullopt), IsEmpty());
}

TEST_P(WaiverContract, RowsAreFoundByTheirNames) {
  const auto rows = *store_->rows_named(kRegion, 2022, {"接待观众", "保障人数", "没有"}, 10);
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0].row.name, "保障人数");
  EXPECT_EQ(rows[1].row.name, "接待观众");
  EXPECT_THAT(*store_->rows_named(kRegion, 2022, {"接待观众", "保障人数"}, 1), SizeIs(1));
  EXPECT_THAT(*store_->rows_named(kRegion, 2021, {"接待观众"}, 10), IsEmpty());
}

TEST_P(WaiverContract, WhatTheFormSaysOfARowIsKept) {
  auto filing = request("d.txt", sample_table());
  rows_[5].explanation = "进馆人次";
  rows_[5].standard = "每少 1% 扣 1 分";
  ASSERT_TRUE(store_->file(filing, kWithProjects));
  EXPECT_EQ(row("接待观众").row.explanation, "进馆人次");
  EXPECT_EQ(row("接待观众").row.standard, "每少 1% 扣 1 分");
}

INSTANTIATE_TEST_SUITE_P(, WaiverContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
