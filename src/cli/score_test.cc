// Self-evaluations scored on the command line, as a person meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/run.h"
#include "scratch_folder.h"
#include "self_evaluation.h"

namespace jiheng::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ScoreCommand : public testing::Test {
 protected:
  Exit run(std::vector<std::string> arguments) {
    out_.str("");
    err_.str("");
    Terminal terminal{.out = out_,
                      .err = err_,
                      .environment = [](const std::string&) { return std::string("zh_CN.UTF-8"); },
                      .serve = [](const ServeRequest&) { return Exit::done; },
                      .interrupts = [this] { return stop_.get_token(); }};
    return cli::run(arguments, terminal);
  }

  [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
    const auto path = (folder_ / name);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  [[nodiscard]] std::string form() const {
    return write("自评.xlsx", test::form_xlsx(test::self_evaluation_rows()));
  }

  static std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  /// The CSV line of an indicator, without source.
  [[nodiscard]] std::string line_of(const std::string& indicator) const {
    std::istringstream lines(out_.str());
    for (std::string line; std::getline(lines, line);) {
      if (line.find("," + indicator + ",") != std::string::npos) {
        return line;
      }
    }
    return "";
  }

  test::ScratchFolder folder_{};
  std::stop_source stop_{};
  std::ostringstream out_{};
  std::ostringstream err_{};
};

TEST_F(ScoreCommand, ComputesAPublishedFormAnew) {
  ASSERT_EQ(run({"score", form(), "--format", "csv"}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), StartsWith("source,place,agency,project,indicator,comparator,target,"
                                     "actual,points,score,filed_score,method,derivation\n"));
  EXPECT_THAT(line_of("巡回服务场次"), HasSubstr(",>=,120,126,20,20,20,proportion,"));
  EXPECT_THAT(line_of("新购图书"),
              HasSubstr("15,11.25,11.25,proportion,目标 ≥6000册，完成 4500册：未达到；"
                        "4500 ÷ 6000 × 15 = 11.25 分"));
  EXPECT_THAT(line_of("车辆改装完成时间"), HasSubstr("15,0,15,proportion,"));
  EXPECT_THAT(line_of("车辆改装完成时间"), HasSubstr("迟 15 天"));
  EXPECT_THAT(line_of("借阅人次增长率"), HasSubstr(",15,15,15,"));
  EXPECT_THAT(line_of("EXECUTION"), HasSubstr(",10,7,8,proportion,"));
}

TEST_F(ScoreCommand, APercentCellOfEightyEightIsNotNinety) {
  ASSERT_EQ(run({"score", form(), "--format", "csv"}), Exit::done);
  EXPECT_THAT(line_of("读者满意度"),
              HasSubstr(",10,9.78,10,proportion,目标 ≥90%，完成 88%：未达到；"
                        "88 ÷ 90 × 10 = 9.777778 ≈ 9.78 分；原表 10 分：未达到目标却得了满分"));
}

TEST_F(ScoreCommand, TheTotalIsTheSumAndHasItsGrade) {
  ASSERT_EQ(run({"score", form(), "--format", "csv"}), Exit::done);
  // 20 + 11.25 + 0 + 15 + 11.99 + 9.78 = 68.02, and 7 of execution.
  EXPECT_THAT(line_of("TOTAL"), HasSubstr(",100,75.02,94,中,"));
}

TEST_F(ScoreCommand, ABlankActualValueIsNotScoredAndCounted) {
  auto rows = test::self_evaluation_rows();
  rows[9][4] = "";
  const auto path = write("blank.xlsx", test::form_xlsx(rows));
  ASSERT_EQ(run({"score", path, "--format", "csv"}), Exit::done);
  EXPECT_THAT(line_of("巡回服务场次"), HasSubstr(",>=,120,,20,,20,proportion,"));
  EXPECT_THAT(line_of("巡回服务场次"), HasSubstr("空白不等于 0"));
  EXPECT_THAT(line_of("TOTAL"), HasSubstr(",94,,"));
  EXPECT_THAT(err_.str(), HasSubstr("1 条未评分"));
}

TEST_F(ScoreCommand, TextTellsEveryStepItsClauseAndWhatTheRulesFind) {
  ASSERT_EQ(run({"score", form()}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("评分办法：财预〔2020〕10号 项目支出绩效自评"));
  EXPECT_THAT(out_.str(), HasSubstr("某县图书馆 · 乡村图书巡回车"));
  EXPECT_THAT(out_.str(), HasSubstr("依据（待核）：财预〔2020〕10号"));
  EXPECT_THAT(out_.str(), HasSubstr("75.02 / 100 分　中"));
  EXPECT_THAT(out_.str(), HasSubstr("审核意见"));
  EXPECT_THAT(out_.str(), HasSubstr("得分 14 不在“部分达成年度指标并具有一定效果”的区间"));
  EXPECT_THAT(out_.str(), HasSubstr("预算执行得分 8，按公式应为 7"));
  EXPECT_THAT(out_.str(), HasSubstr("预算执行率只有 70%"));
  // Rules about something else are the review's.
  EXPECT_THAT(out_.str(), Not(HasSubstr("可持续影响指标”")));
}

TEST_F(ScoreCommand, ReviewRunsTheSameRules) {
  ASSERT_EQ(run({"review", form(), "--format", "csv"}), Exit::done);
  for (const auto* rule :
       {",score_recomputed_differs,", ",score_total_wrong,", ",execution_score_wrong,",
        ",grade_outside_band,", ",results_outrun_money,"}) {
    EXPECT_THAT(out_.str(), HasSubstr(rule));
  }
}

TEST_F(ScoreCommand, JsonHoldsTheStepsAsData) {
  ASSERT_EQ(run({"score", form(), "--format", "json", "--lang", "en"}), Exit::done);
  EXPECT_THAT(out_.str(),
              HasSubstr("{\"step\":\"proportion\",\"values\":[\"4500\",\"6000\","
                        "\"15\",\"11.25\",\"11.25\"],\"text\":\"4500 ÷ 6000 × 15 = 11.25 "
                        "points\"}"));
  EXPECT_THAT(out_.str(), HasSubstr("\"difference\":\"full_though_not_met\""));
  EXPECT_THAT(out_.str(), HasSubstr("\"record\":\"finding\""));
}

TEST_F(ScoreCommand, AnotherProfileScoresOtherwise) {
  ASSERT_EQ(run({"score", form(), "--format", "csv", "--profile", "example-strict"}), Exit::done);
  EXPECT_THAT(line_of("车辆改装完成时间"), HasSubstr(",15,9,15,"));  // 15 days late: 60 %
  EXPECT_EQ(run({"score", form(), "--profile", "nowhere"}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("没有评分办法“nowhere”"));
}

TEST_F(ScoreCommand, TheSameFileGivesTheSameBytes) {
  const auto path = form();
  for (const auto* format : {"text", "csv", "json", "xlsx"}) {
    const auto one = (folder_ / "one");
    const auto two = (folder_ / "two");
    ASSERT_EQ(run({"score", path, path, "--format", format, "--output", one}), Exit::done);
    ASSERT_EQ(run({"score", path, path, "--format", format, "--output", two, "--jobs", "1"}),
              Exit::done);
    EXPECT_FALSE(read(one).empty());
    EXPECT_EQ(read(one), read(two)) << format;
  }
}

TEST_F(ScoreCommand, AProfileOfOnesOwnIsUsedAndAWrongOneIsExplained) {
  std::filesystem::create_directories(folder_ / "packs/scoring");
  const auto profile = (folder_ / "packs/scoring/mycity.toml");
  std::ofstream(profile) << "id = \"mycity\"\ntitle = \"某市\"\nversion = 1\n"
                            "inherits = \"national-2020\"\nplaces = 0\n";
  const auto packs = (folder_ / "packs");
  ASSERT_EQ(run({"score", form(), "--packs", packs, "--profile", "mycity", "--format", "csv"}),
            Exit::done)
      << err_.str();
  EXPECT_THAT(line_of("读者满意度"), HasSubstr(",10,10,10,"));  // 9.78 without decimals
  std::ofstream(profile, std::ios::app) << "[proportion]\nceiling = \"cube\"\n";
  EXPECT_EQ(run({"packs", "check", packs}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("scoring/mycity.toml:7"));
  std::ofstream(profile) << "id = \"mycity\"\ninherits = \"national-2020\"\n"
                            "[[assign]]\nmethod = \"direct\"\nroles = [\"beauty\"]\n";
  EXPECT_EQ(run({"packs", "check", packs}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("scoring/mycity.toml:3"));
}

TEST_F(ScoreCommand, AFormWithoutScoresSaysWhatIsMissing) {
  const auto path = write("table.csv",
                          "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
                          "甲局,项目A,产出指标,数量指标,培训场次,≥,5,场\n");
  EXPECT_EQ(run({"score", path}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("没有分值"));
  EXPECT_EQ(run({"score"}), Exit::usage);
}

TEST_F(ScoreCommand, AYearOfADatabaseIsScoredKeptAndComputedAgain) {
  const auto table =
      write("2022年自评.csv",
            "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,分值,完成值\n"
            "甲局,展览,产出指标,数量指标,排队时间,≤,60,分钟,100,70\n"
            "乙局,修路,产出指标,数量指标,里程,≥,10,公里,100,10\n");
  const auto database = "sqlite:" + (folder_ / "a.db");
  ASSERT_EQ(run({"import", table, "--database", database, "--year", "2022"}), Exit::done);
  const std::vector<std::string> year{"score",   "--database", database,   "--year", "2022",
                                      "--as-of", "2022-12-31", "--format", "csv"};
  EXPECT_EQ(run(year), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(),
              StartsWith("source,place,agency,project,indicator,comparator,target,actual,points,"
                         "score,filed_score,method,derivation\n2022@2022-12-31,"));
  EXPECT_THAT(out_.str(), HasSubstr("TOTAL,,,,100,85.71,,,"));
  EXPECT_THAT(err_.str(), Not(HasSubstr("留存")));
  const auto now = out_.str();

  auto keep = year;
  keep.emplace_back("--keep");
  EXPECT_EQ(run(keep), Exit::done) << err_.str();
  EXPECT_EQ(out_.str(), now);
  const auto said = err_.str();
  const auto at = said.find("评分编号 ") + std::string("评分编号 ").size();
  const auto id = said.substr(at, said.find("，", at) - at);

  EXPECT_EQ(run({"score", "--database", database, "--run", id, "--format", "csv"}), Exit::done);
  EXPECT_EQ(out_.str(), now);
  EXPECT_THAT(err_.str(), HasSubstr("2 个项目按留存的数据和办法重算，结果一字不差"));
  EXPECT_EQ(run({"score", "--database", database, "--run", id, "--profile", "zhejiang-2022",
                 "--format", "csv"}),
            Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("TOTAL,,,,100,83.33,,,"));
  EXPECT_EQ(run({"score", "--database", database, "--year", "2022", "--agency", "乙局"}),
            Exit::done);
  EXPECT_THAT(out_.str(), Not(HasSubstr("展览")));
  EXPECT_EQ(run({"db", "check", "--database", database}), Exit::done);
}

TEST_F(ScoreCommand, StoppedItKeepsNothing) {
  const auto database = "sqlite:" + (folder_ / "a.db");
  ASSERT_EQ(run({"import", form(), "--database", database, "--year", "2022"}), Exit::done);
  stop_.request_stop();
  const auto output = folder_ / "scores.csv";
  EXPECT_EQ(run({"score", "--database", database, "--year", "2022", "--keep", "--format", "csv",
                 "--output", output}),
            Exit::interrupted);
  EXPECT_THAT(err_.str(), HasSubstr("没有做完的不留存"));
  EXPECT_FALSE(std::filesystem::exists(output));
}

TEST_F(ScoreCommand, FilesOrADatabaseAndOfThatAYear) {
  const auto database = "sqlite:" + (folder_ / "a.db");
  ASSERT_EQ(run({"db", "migrate", "--database", database}), Exit::done);
  EXPECT_EQ(run({"score", form(), "--database", database}), Exit::usage);
  EXPECT_EQ(run({"score", "--database", database}), Exit::usage);
  EXPECT_EQ(run({"score", "--database", database, "--year", "2022", "--as-of", "soon"}),
            Exit::usage);
  EXPECT_THAT(err_.str(), HasSubstr("2022-12-31"));
  EXPECT_EQ(run({"score", "--database", database, "--year", "2022"}), Exit::partly);
  EXPECT_EQ(run({"score", "--database", database, "--run", "7"}), Exit::partly);
}

}  // namespace
}  // namespace jiheng::cli
