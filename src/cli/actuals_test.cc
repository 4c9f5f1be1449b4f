// What a filled workbook brings back into the database, on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/run.h"
#include "scratch_folder.h"
#include "self_evaluation.h"

namespace jiheng::cli {
namespace {

using testing::HasSubstr;

class ActualsCommand : public testing::Test {
 protected:
  std::string run(std::vector<std::string> arguments, Exit expected = Exit::done) {
    arguments.insert(arguments.end(), {"--lang", "zh"});
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{.out = out,
                      .err = err,
                      .environment = [](const std::string&) { return std::string(); },
                      .serve = [](const ServeRequest&) { return Exit::done; }};
    EXPECT_EQ(cli::run(arguments, terminal), expected) << err.str();
    return out.str() + err.str();
  }

  std::string file(const std::string& name, const std::vector<test::FormCells>& rows) {
    std::ofstream stream(folder_ / name, std::ios::binary);
    stream << test::form_xlsx(rows);
    return folder_ / name;
  }

  std::string read(const std::string& path, const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"actuals", path,   "--database", database(),
                                       "--year",  "2023", "--as-of",    "2023-12-31"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }

  std::string database() {
    return "sqlite:" + (folder_ / "test.db");
  }

  test::ScratchFolder folder_{};
};

TEST_F(ActualsCommand, AnExportedWorkbookScoresTheSameAndSaysNothingNew) {
  run({"import", file("filed.xlsx", test::self_evaluation_rows()), "--database", database()});
  const std::string exported = folder_ / "exported.xlsx";
  run({"export", "--form", "self-evaluation", "--year", "2023", "--format", "xlsx", "--output",
       exported, "--database", database()});
  const auto scores = run({"score", exported, "--format", "csv"});
  EXPECT_THAT(scores, HasSubstr("读者满意度"));
  // The levels' bounds apart, every score is what the form itself says.
  std::istringstream lines(scores);
  std::size_t compared = 0;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream cut(line);
    for (std::string cell; std::getline(cut, cell, ',');) {
      cells.push_back(cell);
    }
    if (cells.size() > 10 && cells[8] != "points") {
      EXPECT_EQ(cells[9], cells[10]) << line;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 8U) << scores;
  EXPECT_THAT(read(exported, {"--dry-run"}), HasSubstr("会更新 0 条"));
}

TEST_F(ActualsCommand, ADryRunNamesWhatAPersonChanged) {
  auto rows = test::self_evaluation_rows();
  run({"import", file("filed.xlsx", rows), "--database", database()});
  rows[9][4] = "#100";
  rows[10][4] = "";
  const auto changed = file("changed.xlsx", rows);
  const auto said = read(changed, {"--dry-run"});
  EXPECT_THAT(said, HasSubstr("巡回服务场次 完成值：126 → 100"));
  EXPECT_THAT(said, HasSubstr("新购图书 没有填完成值"));
  EXPECT_THAT(read(changed, {}), HasSubstr("更新 1 条"));
  EXPECT_THAT(read(changed, {}), HasSubstr("更新 0 条")) << "a second time it says nothing new";
}

TEST_F(ActualsCommand, ADayThatIsNoneIsWrongUsage) {
  const auto said = run(
      {"actuals", "a.xlsx", "--database", database(), "--year", "2023", "--as-of", "31.12.2023"},
      Exit::usage);
  EXPECT_THAT(said, HasSubstr("31.12.2023"));
}

}  // namespace
}  // namespace jiheng::cli
