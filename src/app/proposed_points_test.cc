// Points a table does not state: one proposal for form, kept scores and what-if.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/database.h"
#include "app/entering_actuals.h"
#include "app/filing.h"
#include "app/reported_documents.h"
#include "app/score_keeping.h"
#include "app/self_evaluation.h"
#include "app/what_if.h"
#include "store/project_money.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kTable =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,完成值\n"
    "甲局,展览,产出指标,数量指标,展览场次,≥,20,场,18\n"
    "甲局,展览,产出指标,质量指标,完好率,≥,95,%,97%\n"
    "甲局,展览,效益指标,社会效益指标,参观人次,≥,5,万人次,4.8万\n"
    "甲局,展览,满意度指标,服务对象满意度指标,观众满意度,≥,90,%,95%\n";

constexpr Date kDay{std::chrono::year{2022}, std::chrono::month{12}, std::chrono::day{31}};

class ProposedPoints : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(import_document(workspace(), {.name = "a.csv", .bytes = kTable, .year = 2022}));
    const auto page = workspace().store.list_indicators({.region = region_, .year = 2022}, {});
    for (const auto& row : page->items) {
      ids_[row.row.name] = row.id;
      project_ = row.project_id;
    }
    const std::vector<store::NewMoney> money{
        {.project_id = project_,
         .said = {.as_of = kDay, .initial = Decimal::whole(100), .executed = Decimal::whole(80)}}};
    ASSERT_TRUE(store::Moneys(workspace().store).state(region_, money));
  }

  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  [[nodiscard]] SelfEvaluation form() const {
    return self_evaluation(workspace(), {.project_id = project_}).value();
  }

  SelfEvaluation save(const std::string& name, const std::string& points) {
    return save_self_evaluation(
               workspace(),
               {.project_id = project_, .typed = {{.indicator_id = ids_[name], .points = points}}},
               form().revision)
        .value();
  }

  static std::vector<std::string> points_of(const SelfEvaluation& evaluation) {
    std::vector<std::string> points;
    for (const auto& row : evaluation.rows) {
      points.push_back(row.stored.row.points + (row.points_proposed ? "?" : ""));
    }
    return points;
  }

  static std::vector<std::string> project_complaints(const SelfEvaluation& evaluation) {
    std::vector<std::string> keys;
    for (const auto& one : evaluation.missing) {
      if (one.kind == MissingKind::points) {
        keys.push_back(one.row ? "row" : one.message.key);
      }
    }
    return keys;
  }

  std::unique_ptr<Database> database_{
      Database::open(
          {.url = "sqlite::memory:", .library = packs::load_builtin().value(), .migrate = true})
          .value()};
  std::string region_{kNoRegion};
  std::map<std::string, std::int64_t> ids_{};
  std::int64_t project_{};
};

TEST_F(ProposedPoints, FormAndKeptScoresAreOneTruth) {
  const auto shown = form();
  EXPECT_THAT(points_of(shown), testing::ElementsAre("25?", "25?", "30?", "10?"));
  // 18 ÷ 20 × 25 + 25 + 4.8 ÷ 5 × 30 + 10 + 80 ÷ 100 × 10.
  EXPECT_EQ(shown.score.total, Decimal::of(943, 1));
  const auto run = keep_scores(workspace(), {.scope = {.year = 2022}, .as_of = kDay});
  ASSERT_TRUE(run);
  EXPECT_EQ(run->counts.proposed, 4);
  EXPECT_EQ(run->counts.unscored, 0);
  const auto kept = kept_score(workspace(), run->id, project_);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->score.total, shown.score.total);
  EXPECT_EQ(kept->score.grade, "优");
  EXPECT_TRUE(kept->score.scores.front().points_proposed);
  EXPECT_EQ(kept->score.scores.front().derivation.steps.front().kind, StepKind::points_proposed);
  EXPECT_EQ(rerun(workspace(), run->id)->same, 1);
}

TEST_F(ProposedPoints, ARateByTheInitialBudgetSaysSo) {
  const auto steps = form().score.execution->derivation.steps;
  EXPECT_EQ(steps.front().kind, StepKind::execution_initial);
  const auto run = keep_scores(workspace(), {.scope = {.year = 2022}, .as_of = kDay});
  EXPECT_EQ(kept_score(workspace(), run->id, project_)->score.execution->derivation.steps, steps);
}

TEST_F(ProposedPoints, SavingKeepsOnlyWhatWasTyped) {
  const auto saved = save("展览场次", "20");
  EXPECT_THAT(points_of(saved), testing::ElementsAre("20", "30?", "30?", "10?"));
  EXPECT_THAT(project_complaints(saved), testing::IsEmpty());
  const auto beyond = save("展览场次", "200");
  EXPECT_THAT(points_of(beyond), testing::ElementsAre("200", "", "30?", "10?"));
  EXPECT_THAT(project_complaints(beyond), testing::Contains("row"));
}

TEST_F(ProposedPoints, PointsThatAreNotTheWholeAreMissed) {
  ASSERT_THAT(points_of(save("参观人次", "25")), testing::ElementsAre("25?", "25?", "25", "10?"));
  EXPECT_THAT(project_complaints(form()), testing::ElementsAre("scoring.step.points_off"));
  save("参观人次", "35");
  EXPECT_THAT(project_complaints(form()), testing::ElementsAre("scoring.step.points_beyond"));
}

TEST_F(ProposedPoints, AFormThatStatesThemStatesThem) {
  constexpr std::string_view kFilled =
      "单位名称,项目名称,一级指标,二级指标,三级指标,指标值,完成值,分值\n"
      "甲局,展览,产出指标,数量指标,展览场次,≥20场,18,25\n"
      "甲局,展览,产出指标,质量指标,完好率,≥95%,0.97,25\n";
  const auto read = report_document(
      workspace(), {.name = "b.csv", .bytes = kFilled, .year = 2022, .project = project_});
  ASSERT_TRUE(read) << read.error().message.key;
  ASSERT_EQ(read->rows.size(), 2U);
  ASSERT_EQ(read->rows[1].changes.size(), 1U) << "0.97 is the 97 % that is known";
  EXPECT_EQ(read->rows[1].changes[0].field, ReportedField::points);
  EXPECT_EQ(read->rows[1].changes[0].before, "");
  EXPECT_THAT(points_of(form()), testing::ElementsAre("25", "25", "30?", "10?"));
}

TEST_F(ProposedPoints, AChangedProfileProposesAnewAndSaysWhatStatedPointsLack) {
  WhatIf question{.source = {.scope = {.year = 2022}, .as_of = kDay},
                  .changes = {{"execution.points", "20"}}};
  auto answer = what_if(workspace(), question);
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->movements.moved.size(), 1U);
  EXPECT_EQ(answer->movements.moved[0].cause, std::nullopt);
  EXPECT_EQ(answer->movements.moved[0].after.grade, "优") << "the kinds share what is left";
  for (const auto& [name, points] : std::map<std::string, std::string>{
           {"展览场次", "25"}, {"完好率", "25"}, {"参观人次", "30"}, {"观众满意度", "10"}}) {
    save(name, points);
  }
  answer = what_if(workspace(), question);
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->movements.moved.size(), 1U);
  ASSERT_TRUE(answer->movements.moved[0].cause);
  EXPECT_EQ(answer->movements.moved[0].cause->key, "scoring.step.points_beyond");
}

TEST_F(ProposedPoints, AValueThatSaysNothingIsRefusedAndHidesNothing) {
  const auto enter = [&](ReportedValue said) {
    said.as_of = kDay;
    const std::vector<EnteredActual> entered{
        {.indicator_id = ids_["展览场次"], .said = std::move(said)}};
    return enter_actuals(workspace(), project_, entered);
  };
  EXPECT_EQ(enter({}).error().message.key, "actuals.says_nothing");
  EXPECT_TRUE(enter({.unit = "丙馆"})) << "a sub-unit that has no value yet";
  EXPECT_EQ(enter({.unit = "乙馆", .value = "很多"}).error().message.key, "actuals.unit_no_number");
  ASSERT_TRUE(enter({.unit = "乙馆", .value = "19"}));
  EXPECT_EQ(form().rows[0].stored.row.actual, "19场");
}

TEST_F(ProposedPoints, OneIndicatorPastedTwiceIsTakenFromNeither) {
  const auto lines = paste_actuals(
      workspace(),
      {.project_id = project_, .text = "完好率\t95%\n展览场次\t19\n完好率\t0.96", .day = kDay});
  ASSERT_TRUE(lines);
  EXPECT_EQ((*lines)[0].fate, PastedFate::twice);
  EXPECT_EQ((*lines)[1].fate, PastedFate::taken);
  EXPECT_EQ((*lines)[2].fate, PastedFate::twice);
  EXPECT_EQ(form().rows[1].stored.row.actual, "97%");
}

}  // namespace
}  // namespace jiheng::app
