// What importing money says on the command line: row by row, and never a guessed unit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/run.h"
#include "scratch_folder.h"

namespace jiheng::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class Money : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(folder_ / "a.csv")
        << "2022年项目支出绩效\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,"
           "计量单位\n甲局,项目A,产出指标,数量指标,培训,≥,5,场\n";
    ASSERT_EQ(run({"import", folder_ / "a.csv"}), Exit::done) << err_.str();
    std::ofstream(folder_ / "m.csv") << "项目名称,年初预算数,执行数\n项目A,120,35.5\n项目B,1,1\n";
    std::ofstream(folder_ / "c.csv") << "名目,甲数,乙数\n项目A,7,8\n";
  }

  Exit run(std::vector<std::string> arguments) {
    out_.str("");
    err_.str("");
    Terminal terminal{.out = out_,
                      .err = err_,
                      .environment = [](const std::string&) { return std::string(); },
                      .serve = [](const ServeRequest&) { return Exit::done; }};
    arguments.insert(arguments.end(),
                     {"--lang", "en", "--database", "sqlite:" + (folder_ / "test.db")});
    return cli::run(arguments, terminal);
  }

  Exit money(const std::string& file, const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"money", folder_ / file, "--year",
                                       "2022",  "--as-of",      "2022-07-31"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }

  std::ostringstream out_{};
  std::ostringstream err_{};
  test::ScratchFolder folder_{};
};

TEST_F(Money, IsRefusedWithoutAUnit) {
  EXPECT_EQ(money("m.csv", {}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("does not say its unit"));
  EXPECT_EQ(money("m.csv", {"--unit", "角"}), Exit::usage);
  EXPECT_EQ(money("m.csv", {"--as-of", "31.7.2022"}), Exit::usage);
}

TEST_F(Money, IsTriedRowByRowThenKept) {
  EXPECT_EQ(money("m.csv", {"--unit", "万元", "--dry-run"}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("项目A: ready"));
  EXPECT_THAT(out_.str(), HasSubstr("项目B: no such project this year; the nearest is “项目A”"));
  EXPECT_THAT(out_.str(), HasSubstr("执行数 = Executed"));
  EXPECT_THAT(out_.str(), HasSubstr("initial budget 1200000 yuan"));
  EXPECT_THAT(out_.str(), HasSubstr("executed 355000 yuan"));
  EXPECT_THAT(out_.str(), HasSubstr("nothing kept"));
  money("m.csv", {"--unit", "万元"});
  EXPECT_THAT(out_.str(), HasSubstr("1 rows kept"));
  ASSERT_EQ(
      run({"export", "--form", "monitoring", "--year", "2022", "--month", "7", "--format", "csv"}),
      Exit::done)
      << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("355000"));
}

TEST_F(Money, CountsInTheTablesUnitAndSaysWhereAPersonOverrulesIt) {
  std::ofstream(folder_ / "u.csv") << "单位：百万元,,\n项目名称,年初预算数,执行数\n项目A,1.2,0.5\n";
  EXPECT_EQ(money("u.csv", {"--dry-run"}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("initial budget 1200000 yuan"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("the table says")));
  EXPECT_EQ(money("u.csv", {"--dry-run", "--unit", "万元"}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("万元, as you say; the table says 百万元"));
}

TEST_F(Money, SumsOfNobodyKnowsWhatAreNotSaid) {
  EXPECT_EQ(money("m.csv", {"--dry-run"}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("initial budget – yuan"));
}

TEST_F(Money, ADayOfAnotherYearAndAnAmountBelowNothingAreNotKept) {
  EXPECT_EQ(run({"money", folder_ / "m.csv", "--year", "2022", "--as-of", "2023-07-31", "--unit",
                 "元", "--dry-run"}),
            Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("项目A: the day is in another year"));
  std::ofstream(folder_ / "n.csv") << "项目名称,年初预算数,执行数\n项目A,120,-5\n";
  EXPECT_EQ(money("n.csv", {"--unit", "元", "--dry-run"}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("项目A: an amount below 0"));
}

TEST_F(Money, RemembersTheColumnsItWasTold) {
  EXPECT_EQ(money("c.csv", {"--unit", "元"}), Exit::partly);
  EXPECT_EQ(money("c.csv", {"--unit", "元", "--columns", "project,executed,-"}), Exit::done);
  EXPECT_EQ(money("c.csv", {}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("甲数 = Executed"));
  EXPECT_EQ(money("c.csv", {"--columns", "project,gold"}), Exit::usage);
}

}  // namespace
}  // namespace jiheng::cli
