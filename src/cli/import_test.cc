// What a dry run on the command line says of rows that come and go.
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

class Import : public testing::Test {
 protected:
  std::string run(const std::string& name, int first, int last,
                  const std::vector<std::string>& more = {}) {
    std::ofstream file(folder_ / name);
    file << "2022年项目支出绩效\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,"
            "计量单位\n";
    for (int row = first; row <= last; ++row) {
      file << "甲局,项目A,产出指标,数量指标,培训" << row << ",≥,5,场\n";
    }
    file.close();
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{.out = out,
                      .err = err,
                      .environment = [](const std::string&) { return std::string(); },
                      .serve = [](const ServeRequest&) { return Exit::done; }};
    std::vector<std::string> arguments{"import", folder_ / name, "--lang",
                                       "en",     "--database",   "sqlite:" + (folder_ / "test.db")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    EXPECT_EQ(cli::run(arguments, terminal), Exit::done) << err.str();
    return out.str();
  }

  test::ScratchFolder folder_{};
};

TEST_F(Import, NamesWhatComesAndGoes) {
  EXPECT_THAT(run("a.csv", 1, 5), Not(HasSubstr("new: "))) << "all of them are";
  const auto said = run("b.csv", 5, 6, {"--dry-run"});
  EXPECT_THAT(said, HasSubstr("new: 甲局 项目A 培训6 (line 4)\n"));
  EXPECT_THAT(said, HasSubstr("no longer there: 甲局 项目A 培训1 (stood at line 3)\n"));
  EXPECT_THAT(said, HasSubstr("培训4 (stood at line 6)"));
  EXPECT_THAT(said, Not(HasSubstr("培训5 (")));
}

TEST_F(Import, CountsTheRestOfALongListAndListsItWhenAsked) {
  run("a.csv", 1, 30);
  const auto cut = run("b.csv", 31, 55, {"--dry-run"});
  EXPECT_THAT(cut, HasSubstr("培训20 (stood"));
  EXPECT_THAT(cut, Not(HasSubstr("培训21 (stood")));
  EXPECT_THAT(cut, HasSubstr("10 more are no longer there; --all-rows lists them all."));
  EXPECT_THAT(cut, HasSubstr("5 more are new; --all-rows"));
  const auto all = run("b.csv", 31, 55, {"--dry-run", "--all-rows"});
  EXPECT_THAT(all, HasSubstr("培训30 (stood"));
  EXPECT_THAT(all, HasSubstr("培训55 (line"));
  EXPECT_THAT(all, Not(HasSubstr("--all-rows")));
}

}  // namespace
}  // namespace jiheng::cli
