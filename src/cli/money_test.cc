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
  EXPECT_THAT(out_.str(), HasSubstr("项目A: the unit is not known yet"));
  EXPECT_THAT(out_.str(), HasSubstr("without the unit nothing can be kept yet"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("ready")));
}

TEST_F(Money, EveryColumnCountsInItsOwnUnit) {
  std::ofstream(folder_ / "o.csv")
      << "项目名称,年初预算（万元）,调整预算数（元）,实际支出（元）\n项目A,100,1200000,500000\n";
  EXPECT_EQ(money("o.csv", {"--dry-run", "--unit", "千元"}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("年初预算(万元) in 万元 | 调整预算数(元) in 元"));
  EXPECT_THAT(out_.str(), HasSubstr("not in 千元 as you say"));
  EXPECT_THAT(out_.str(), HasSubstr("initial budget 1000000 yuan, budget of the year 1200000 yuan, "
                                    "executed 500000 yuan"));
}

TEST_F(Money, AColumnWithoutAUnitWaitsForOne) {
  std::ofstream(folder_ / "h.csv") << "项目名称,年初预算（万元）,实际支出\n项目A,100,5\n";
  EXPECT_EQ(money("h.csv", {}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("does not say its unit"));
  EXPECT_EQ(money("h.csv", {"--dry-run"}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("实际支出 not said, use --unit"));
  EXPECT_EQ(money("h.csv", {"--unit", "元"}), Exit::done) << err_.str();
  EXPECT_EQ(money("h.csv", {}), Exit::done) << "the unit is remembered";
  EXPECT_THAT(out_.str(), HasSubstr("initial budget 1000000 yuan"));
  EXPECT_THAT(out_.str(), HasSubstr("executed 5 yuan"));
}

TEST_F(Money, AnAdjustmentIsAddedAndRemembered) {
  std::ofstream(folder_ / "j.csv") << "项目名称,年初预算数,预算调整,执行数\n项目A,100,-20,60\n";
  EXPECT_EQ(money("j.csv", {"--unit", "万元"}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("预算调整 = Adjustment"));
  EXPECT_THAT(out_.str(), HasSubstr("budget of the year 800000 yuan"));
  std::ofstream(folder_ / "k.csv") << "名目,甲数,乙数,丙数\n项目A,100,20,130\n";
  EXPECT_EQ(money("k.csv", {"--unit", "元", "--dry-run", "--columns",
                            "project,initial,adjustment,adjusted"}),
            Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("do not make the budget of the year"));
  EXPECT_EQ(money("k.csv", {"--unit", "元", "--columns", "project,initial,adjustment,executed"}),
            Exit::done)
      << err_.str();
  EXPECT_EQ(money("k.csv", {}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("乙数 = Adjustment"));
}

TEST_F(Money, OfTwoRowsOfAProjectAndDayNeitherIsKept) {
  std::ofstream(folder_ / "t.csv") << "项目名称,年初预算数,执行数\n项目A,100,10\n项目A,100,20\n";
  EXPECT_EQ(money("t.csv", {"--unit", "元", "--dry-run"}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("0 rows understood, 2 not"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("ready")));
  EXPECT_EQ(money("t.csv", {"--unit", "元"}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("No row can be imported"));
}

TEST_F(Money, TotalsWithoutAProjectAndAmountsWithTheirUnitAreUnderstood) {
  std::ofstream(folder_ / "w.csv")
      << "序号,项目名称,年初预算数,执行数\n1,项目A,1.1亿元,350万元\n合计,,1.1亿元,350万元\n";
  EXPECT_EQ(money("w.csv", {}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("合计: a total"));
  EXPECT_THAT(out_.str(), HasSubstr("unit: written with every amount"));
  EXPECT_THAT(out_.str(), HasSubstr("initial budget 110000000 yuan"));
  EXPECT_THAT(out_.str(), HasSubstr("executed 3500000 yuan"));
}

TEST_F(Money, ABadDayIsToldAsADay) {
  std::ofstream(folder_ / "d.csv") << "项目名称,执行数（元）,截至日期\n项目A,5,8月\n";
  EXPECT_EQ(money("d.csv", {"--dry-run"}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("a day nobody can read"));
  EXPECT_THAT(out_.str(), HasSubstr("(8月)"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("not an amount")));
}

TEST_F(Money, SpendingBeyondTheBudgetIsRemarkedAndKept) {
  std::ofstream(folder_ / "x.csv") << "项目名称,年初预算数（元）,执行数（元）\n项目A,100,200\n";
  EXPECT_EQ(money("x.csv", {}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("more is executed than the budget"));
  std::ofstream(folder_ / "z.csv") << "项目名称,年初预算数（元）,执行数（元）\n项目A,0,200\n";
  EXPECT_EQ(money("z.csv", {"--dry-run"}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("the budget is 0 and money is spent"));
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
