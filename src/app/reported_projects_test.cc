#include "app/reported_projects.h"

#include <gtest/gtest.h>

#include "app/database.h"
#include "app/filing.h"
#include "app/scoring.h"
#include "store/actuals.h"
#include "store/assessments.h"
#include "store/project_money.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kTable =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,分值\n"
    "甲局,展览,产出指标,数量指标,展览场次,≥,20,场,60\n"
    "甲局,展览,满意度指标,满意度,观众满意度,≥,90,%,\n"
    "甲局,讲座,产出指标,数量指标,讲座场次,≥,4,场,90\n";

constexpr Date on(unsigned month, unsigned day) {
  return Date{std::chrono::year{2022}, std::chrono::month{month}, std::chrono::day{day}};
}

class ReportedProjects : public testing::Test {
 protected:
  void SetUp() override {
    database_ =
        Database::open(
            {.url = "sqlite::memory:", .library = packs::load_builtin().value(), .migrate = true})
            .value();
    ASSERT_TRUE(import_document(workspace(), {.name = "a.csv", .bytes = kTable, .year = 2022}));
    const auto page =
        workspace().store.list_indicators({.region = region_, .year = 2022}, {}).value();
    for (const auto& row : page.items) {
      ids_[row.row.name] = row.id;
      projects_[row.row.project] = row.project_id;
    }
  }

  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  void say(const std::string& name, const std::string& value) {
    const std::vector<store::NewActual> actuals{
        {.indicator_id = ids_[name], .said = {.as_of = on(7, 31), .value = value}}};
    ASSERT_TRUE(store::Actuals(workspace().store).report(region_, actuals));
  }

  std::vector<ReportedProject> reported(const std::vector<std::string>& names,
                                        Date day = on(12, 31)) {
    std::vector<std::int64_t> ids;
    for (const auto& name : names) {
      ids.push_back(projects_[name]);
    }
    return reported_projects(workspace(), region_, ids, day).value();
  }

  std::string region_{kNoRegion};
  std::unique_ptr<Database> database_{};
  std::map<std::string, std::int64_t> ids_{};
  std::map<std::string, std::int64_t> projects_{};
};

TEST_F(ReportedProjects, a_project_is_scored_from_what_was_said_of_it) {
  say("展览场次", "20");
  say("观众满意度", "0.88");
  const std::vector<store::NewAssessment> assessments{
      {.indicator_id = ids_["观众满意度"], .said = {.points = "30", .reason = "场地狭小"}}};
  ASSERT_TRUE(store::Assessments(workspace().store).assess(region_, assessments));
  const std::vector<store::NewMoney> money{{.project_id = projects_["展览"],
                                            .said = {.as_of = on(12, 31),
                                                     .initial = Decimal::whole(80),
                                                     .adjusted = Decimal::whole(100),
                                                     .executed = Decimal::whole(50)}}};
  ASSERT_TRUE(store::Moneys(workspace().store).state(region_, money));

  const auto project = reported({"展览"}).front();
  EXPECT_EQ(project.agency, "甲局");
  EXPECT_EQ(project.year, 2022);
  EXPECT_EQ(project.rows.back().row.points, "30");
  EXPECT_EQ(project.rows.back().row.reason, "场地狭小");
  const auto profile = workspace().library.scoring_profile("national-2020").value();
  const auto scheme = scheme_of(profile, workspace().vocabulary).value();
  const auto score = score_of(project, scheme);
  EXPECT_EQ(score.scores.front().score, Decimal::whole(60));
  EXPECT_EQ(score.scores.back().score, *Decimal::parse("29.33")) << "88 of 90, not 0.88";
  ASSERT_TRUE(score.execution);
  EXPECT_EQ(score.execution->score, Decimal::whole(5)) << "of the adjusted budget";
  EXPECT_EQ(score.total, *Decimal::parse("94.33"));
  EXPECT_EQ(score.grade, "优");
}

TEST_F(ReportedProjects, sub_units_that_make_no_whole_say_why_there_is_no_score) {
  const std::vector<store::NewActual> actuals{
      {.indicator_id = ids_["观众满意度"],
       .said = {.as_of = on(7, 31), .unit = "东片", .value = "95%"}}};
  ASSERT_TRUE(store::Actuals(workspace().store).report(region_, actuals));
  const std::vector<store::NewAssessment> points{
      {.indicator_id = ids_["观众满意度"], .said = {.points = "30"}}};
  ASSERT_TRUE(store::Assessments(workspace().store).assess(region_, points));
  const auto profile = workspace().library.scoring_profile("national-2020").value();
  const auto scheme = scheme_of(profile, workspace().vocabulary).value();
  const auto score = score_of(reported({"展览"}).front(), scheme);
  EXPECT_EQ(score.scores.back().unscored, Unscored::no_amount);
}

TEST_F(ReportedProjects, they_come_in_the_order_asked_for_as_they_stood_at_the_day) {
  say("讲座场次", "3");
  const auto projects = reported({"讲座", "展览"}, on(6, 30));
  ASSERT_EQ(projects.size(), 2U);
  EXPECT_EQ(projects.front().name, "讲座");
  EXPECT_EQ(projects.front().rows.front().row.actual, "") << "said in July";
  EXPECT_EQ(reported({"讲座"}).front().rows.front().row.actual, "3");
  EXPECT_FALSE(projects.back().execution.budget);
}

}  // namespace
}  // namespace jiheng::app
