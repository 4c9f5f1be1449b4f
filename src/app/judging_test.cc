#include "app/judging.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/applying_rule.h"
#include "app/browse.h"
#include "app/database.h"
#include "app/editing.h"
#include "app/extract.h"
#include "app/filing.h"
#include "app/review.h"
#include "app/rule_list.h"
#include "app/running_judgements.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kRule = "satisfaction_target_unusual";
// The national pack asks for 80 % and more, the one of Zhejiang for 90.
constexpr std::string_view kTable =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
    "甲局,展览,满意度指标,满意度,观众满意度,≥,85,%\n";

/// One indicator on which two packs differ.
class Judging : public testing::Test {
 protected:
  void SetUp() override {
    database_ = open("");
    file("a.csv", std::string(kTable));
  }

  static std::unique_ptr<Database> open(std::string pack) {
    return Database::open({.url = "sqlite::memory:",
                           .library = packs::load_builtin().value(),
                           .pack = std::move(pack),
                           .migrate = true})
        .value();
  }

  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  void file(const std::string& name, const std::string& bytes) {
    ASSERT_TRUE(import_document(workspace(), {.name = name, .bytes = bytes, .year = 2022}));
  }

  [[nodiscard]] std::int64_t findings() const {
    const auto list = list_rules(workspace(), 2022).value();
    for (const auto& one : list.rules) {
      if (one.id == kRule) {
        return one.findings;
      }
    }
    return -1;
  }

  [[nodiscard]] std::string pack() const {
    return pack_of(workspace(), kNoRegion, 2022)->pack.id;
  }

  std::unique_ptr<Database> database_;
};

TEST_F(Judging, a_project_names_the_pack_its_year_was_judged_anew_by) {
  ASSERT_TRUE(judge_year(workspace(), 2022, "national"));
  const auto projects = list_projects(workspace(), {.region = "", .year = 2022}, {}).value();
  const auto shown = project(workspace(), projects.items.front().id).value();
  EXPECT_EQ(shown.source.pack_id, "national");
}

TEST_F(Judging, AYearKeepsThePackItWasJudgedAnewBy) {
  EXPECT_EQ(findings(), 1);
  EXPECT_EQ(pack(), packs::kDefaultRulePack);
  EXPECT_FALSE(pack_of(workspace(), kNoRegion, 2022)->run);
  EXPECT_EQ(judge_year(workspace(), 2022, "national")->pack.id, "national");
  EXPECT_EQ(findings(), 0);
  EXPECT_EQ(pack(), "national");
  EXPECT_EQ(list_rules(workspace(), 2022)->judged->run.pack_id, "national");
  // What comes later is judged by it, too.
  file("b.csv", std::string(kTable) + "甲局,展览,满意度指标,满意度,学员满意度,≥,86,%\n");
  EXPECT_EQ(findings(), 0);
  EXPECT_EQ(pack_of(workspace(), kNoRegion, 2023)->pack.id, packs::kDefaultRulePack);
  EXPECT_EQ(judge_year(workspace(), 2022, "")->pack.id, "national");
  EXPECT_EQ(judge_year(workspace(), 2022, packs::kDefaultRulePack)->pack.id,
            packs::kDefaultRulePack);
  EXPECT_EQ(findings(), 2);
}

TEST_F(Judging, AnEditIsJudgedByThePackOfItsYear) {
  ASSERT_TRUE(judge_year(workspace(), 2022, "national"));
  const auto row = workspace()
                       .store
                       .list_indicators({.region = std::string(kNoRegion), .year = 2022},
                                        {.cursor = {}, .limit = 1})
                       ->items.at(0);
  ASSERT_TRUE(edit_indicator(
      workspace(),
      {.indicator = row.id, .revision = row.revision, .changes = {{Field::target, "84"}}}));
  EXPECT_EQ(findings(), 0);
}

TEST_F(Judging, AReviewMayAskForAnotherPackAndChangesNothing) {
  EXPECT_EQ(review_year(workspace(), 2022, std::nullopt, "national")->findings.size() + 1,
            review_year(workspace(), 2022, std::nullopt, "")->findings.size());
  EXPECT_EQ(pack(), packs::kDefaultRulePack);
  EXPECT_EQ(review_year(workspace(), 2022, std::nullopt, "nowhere").error().message.key,
            "packs.no_rule_pack");
}

TEST_F(Judging, AFiledSelfEvaluationIsHeldAgainstItsProfile) {
  ASSERT_TRUE(import_document(
      workspace(),
      {.name = "c.csv",
       .bytes = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,分值,"
                "实际完成值,得分\n甲局,展览,产出指标,数量指标,接待观众,≥,100,人,10,90,10\n",
       .year = 2023}));
  const auto found = [&](std::string_view id) {
    const auto list = list_rules(workspace(), 2023).value();
    const auto one = std::ranges::find(list.rules, id, &RuleView::id);
    return one->findings;
  };
  EXPECT_EQ(found("score_recomputed_differs"), 1);
  const auto row = workspace()
                       .store
                       .list_indicators({.region = std::string(kNoRegion), .year = 2023},
                                        {.cursor = {}, .limit = 1})
                       ->items.at(0);
  ASSERT_TRUE(edit_indicator(
      workspace(),
      {.indicator = row.id, .revision = row.revision, .changes = {{Field::target, "90"}}}));
  EXPECT_EQ(found("score_recomputed_differs"), 0);
}

TEST_F(Judging, ThePackOfAYearMustBeHere) {
  ASSERT_TRUE(workspace().store.review_year(kNoRegion, {2022, "mycity", 1},
                                            hooks_by(workspace(), workspace().pack).value()));
  EXPECT_EQ(list_rules(workspace(), 2022).error().message.key, "review.pack_not_here");
  const auto refused =
      import_document(workspace(), {.name = "b.csv", .bytes = std::string(kTable) + "\n"});
  EXPECT_FALSE(refused);
  EXPECT_TRUE(judge_year(workspace(), 2022, "national"));
  EXPECT_EQ(findings(), 0);
}

TEST_F(Judging, AYearKeepsThePackItsFilingsWereJudgedBy) {
  const auto& here = workspace();
  const auto other = here.library.rule_pack("national").value();
  const Workspace another{
      .store = here.store, .library = here.library, .vocabulary = here.vocabulary, .pack = other};
  EXPECT_EQ(pack_of(another, kNoRegion, 2022)->pack.id, packs::kDefaultRulePack);
  EXPECT_EQ(pack_of(another, kNoRegion, 2023)->pack.id, "national");
}

TEST_F(Judging, AYearWithoutItsOwnTakesTheWorkspaces) {
  database_ = open("national");
  file("a.csv", std::string(kTable));
  EXPECT_EQ(findings(), 0);
  EXPECT_EQ(pack(), "national");
}

/// Nine bodies, each with a form of its own: the same two rows in all, and one that pays far more.
class JudgingAYear : public Judging {
 protected:
  static constexpr int kBodies = 9;

  void SetUp() override {
    database_ = open("");
    for (int i = 1; i <= kBodies; ++i) {
      file(std::to_string(i) + ".csv", form(i));
    }
  }

  static std::string form(int number) {
    const auto i = std::to_string(number);
    const std::string money = number == kBodies ? "200" : "10." + i;
    return "2022年项目支出绩效目标申报表\n项目名称,培训" + i + "项目\n主管部门,某市局,实施单位,第" +
           i + "局\n项目资金（万元）,年度资金总额," + money + "\n,其中：财政拨款," + money +
           "\n年度目标,完成培训\n一级指标,二级指标,三级指标,指标值\n"
           "产出指标,数量指标,培训人次,≥200人次\n"
           "产出指标,质量指标,培训资料归档完整情况,完整齐备\n"
           "满意度指标,服务对象满意度,学员满意度,≥9" +
           i + "%\n";
  }

  /// Rule, agency, name and message of findings.
  using Said = std::vector<std::string>;

  static void say(const Indicator& row, const Finding& finding, Said& said) {
    std::string all = finding.rule + "|" + row.agency + "|" + row.name + "|" + finding.message.key;
    for (const auto& arg : finding.message.args) {
      all += "|" + arg;
    }
    said.push_back(all);
  }

  static Said said_by(const Review& review) {
    Said said;
    for (const auto& finding : review.findings) {
      say(review.rows[finding.row], finding, said);
    }
    return said;
  }

  /// What the command line says of the year.
  [[nodiscard]] Said by_command() const {
    return said_by(review_year(workspace(), 2022, std::nullopt, "").value());
  }

  /// What the browser shows.
  [[nodiscard]] Said kept() const {
    return said_by(kept_review(workspace(), {.region = {}, .year = 2022}).value());
  }

  static std::int64_t count(const Said& said, std::string_view rule) {
    return std::ranges::count_if(
        said, [&](const auto& one) { return one.starts_with(std::string(rule) + "|"); });
  }

  void edit(std::string_view agency, std::string_view name, const std::string& target) {
    const auto rows = workspace()
                          .store
                          .list_indicators({.region = std::string(kNoRegion), .year = 2022},
                                           {.cursor = {}, .limit = 200})
                          ->items;
    const auto row = std::ranges::find_if(
        rows, [&](const auto& one) { return one.row.agency == agency && one.row.name == name; });
    ASSERT_NE(row, rows.end());
    ASSERT_TRUE(edit_indicator(
        workspace(),
        {.indicator = row->id, .revision = row->revision, .changes = {{Field::target, target}}}));
  }
};

TEST_F(JudgingAYear, KeepsWhatTheCommandLineSaysOfIt) {
  EXPECT_EQ(count(kept(), "near_duplicate"), 0);
  EXPECT_EQ(list_rules(workspace(), 2022)->filed_since, kBodies);
  ASSERT_TRUE(judge_year(workspace(), 2022, ""));
  const auto said = by_command();
  EXPECT_EQ(count(said, "near_duplicate"), kBodies);
  EXPECT_EQ(count(said, "cost_per_output_unusual"), 1);
  EXPECT_EQ(kept(), said);
  EXPECT_EQ(list_rules(workspace(), 2022)->filed_since, 0);
}

TEST_F(JudgingAYear, ItsFindingsStayWhenARowOfTheAgencyIsEdited) {
  ASSERT_TRUE(judge_year(workspace(), 2022, ""));
  edit("第9局", "学员满意度", "97");
  EXPECT_EQ(count(kept(), "near_duplicate"), kBodies);
  EXPECT_EQ(count(kept(), "cost_per_output_unusual"), 1);
  EXPECT_EQ(kept(), by_command());
  // A row that says something else is a copy no longer.
  edit("第9局", "培训资料归档完整情况", "装订成册");
  EXPECT_EQ(count(kept(), "near_duplicate"), kBodies - 1);
}

TEST_F(JudgingAYear, ADocumentIsFiledWithTheFindingsItsReviewGives) {
  const auto& here = workspace();
  const auto profile = ReadyProfile::make(here.library, here.vocabulary).value();
  const auto pack = pack_of(here, kNoRegion, 2022)->pack;
  Said by_file;
  for (int i = 1; i <= kBodies; ++i) {
    auto reading = read_document("a.csv", form(i), {.vocabulary = here.vocabulary}).value();
    const auto review =
        review_reading(std::move(reading), {profile->scheme(), pack, here.vocabulary});
    std::ranges::move(said_by(review), std::back_inserter(by_file));
  }
  EXPECT_FALSE(by_file.empty());
  EXPECT_EQ(kept(), by_file);
}

TEST_F(JudgingAYear, FindingsAreExportedAsTheyAreFiltered) {
  ASSERT_TRUE(judge_year(workspace(), 2022, ""));
  const auto csv =
      findings_file(workspace(), {.region = {}, .year = 2022, .rule = "near_duplicate"},
                    ReviewFormat::csv, packs::Language::zh);
  ASSERT_TRUE(csv);
  EXPECT_EQ(std::ranges::count(csv->bytes, '\n'), kBodies + 1);
  EXPECT_EQ(csv->name, "审核意见-2022.csv");
  EXPECT_EQ(
      kept_review(workspace(), {.region = {}, .year = 2022, .query = "培训3"})->rows.front().agency,
      "第3局");
  EXPECT_FALSE(findings_file(workspace(), {.region = {}, .year = 2022}, ReviewFormat::text, {}));
}

TEST_F(JudgingAYear, TwoDoNotJudgeItAtOnceAndOneIsCancelled) {
  RunningJudgements running;
  EXPECT_FALSE(running.share(2022));
  EXPECT_FALSE(running.cancel(2022));
  std::stop_source gone;
  gone.request_stop();
  EXPECT_EQ(running.judge(workspace(), 2022, "", gone.get_token()).error().message.key,
            "store.review_stopped");
  EXPECT_FALSE(running.share(2022));
  EXPECT_TRUE(running.judge(workspace(), 2022, "", {}));
}

/// Two projects in which a rate of 100 % is asked as "at least".
class ApplyingARule : public Judging {
 protected:
  void SetUp() override {
    database_ = open("");
    const std::string head =
        "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";
    file("a.csv", head + "甲局,展览,产出指标,质量指标,验收合格率,≥,100,%\n");
    file("b.csv", head + "乙局,培训,产出指标,质量指标,考核合格率,≥,100,%\n");
  }

  [[nodiscard]] store::ProjectFilter filter(std::string words = {}) const {
    return {.region = {}, .year = 2022, .rule = "at_least_whole", .query = std::move(words)};
  }
};

TEST_F(ApplyingARule, ChangesTheRowsOfTheFilterAndIsTakenBack) {
  const auto seen = suggested_changes(workspace(), filter());
  ASSERT_EQ(seen->rows.size(), 2U);
  EXPECT_EQ(seen->rows[0].before, (std::vector<Change>{{Field::comparator, ">="}}));
  EXPECT_EQ(suggested_changes(workspace(), filter("培训"))->rows.size(), 1U);
  const auto laid = apply_rule(workspace(), filter(), seen->seen);
  ASSERT_EQ(laid->size(), 2U);
  EXPECT_TRUE(suggested_changes(workspace(), filter())->rows.empty());
  // What was shown is no more.
  EXPECT_EQ(apply_rule(workspace(), filter(), seen->seen).error().code, ErrorCode::conflict);
  const auto taken = take_back_edits(workspace(), *laid);
  EXPECT_EQ(taken->undone, 2);
  EXPECT_EQ(taken->left, 0);
  EXPECT_EQ(suggested_changes(workspace(), filter())->rows.size(), 2U);
  EXPECT_EQ(take_back_edits(workspace(), *laid)->left, 2);
}

TEST_F(ApplyingARule, AsksForARuleThereIs) {
  EXPECT_EQ(
      suggested_changes(workspace(), {.region = {}, .year = 2022, .rule = "x"}).error().message.key,
      "browse.no_rule");
  EXPECT_EQ(last_applied(workspace(), "x", 2022).error().message.key, "browse.no_rule");
}

TEST_F(ApplyingARule, TheLastTimeIsKnownUntilItIsTakenBack) {
  ASSERT_TRUE(apply_rule(workspace(), filter(), suggested_changes(workspace(), filter())->seen));
  const auto last = last_applied(workspace(), "at_least_whole", 2022);
  ASSERT_TRUE(last && *last);
  EXPECT_EQ((*last)->edits.size(), 2U);
  EXPECT_EQ(take_back_edits(workspace(), (*last)->edits)->undone, 2);
  EXPECT_FALSE(*last_applied(workspace(), "at_least_whole", 2022));
}

}  // namespace
}  // namespace jiheng::app
