// The library on the command line, as a person meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "command_line.h"

namespace jiheng::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class LibraryCommand : public test::CommandLine {
 protected:
  [[nodiscard]] std::string table(const std::string& rows) const {
    const auto path = folder_ / "table.csv";
    std::ofstream(path) << "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
                        << rows;
    return path;
  }
};

TEST_F(LibraryCommand, ListsTheLibraryOrASector) {
  EXPECT_EQ(run({"library", "list"}), Exit::done);
  EXPECT_THAT(out_.str(), StartsWith("code,name,aliases,sector,role,measure,direction,bounded,"));
  EXPECT_THAT(out_.str(), HasSubstr("GX003,验收合格率,验收通过率；项目验收合格率；成果验收合格率,"
                                    "通用类,quality,%,more,true,true,"));
  EXPECT_EQ(run({"library", "list", "--sector", "水利", "--format", "json"}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("\"SL001\""));
  EXPECT_THAT(out_.str(), Not(HasSubstr("\"GX001\"")));
}

TEST_F(LibraryCommand, SaysWhichSectorsThereAre) {
  EXPECT_EQ(run({"library", "list", "--sector", "航天"}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("没有“航天”这一类"));
  EXPECT_THAT(err_.str(), HasSubstr("、水利。"));
  EXPECT_EQ(out_.str(), "");
}

TEST_F(LibraryCommand, WritesTheSameWorkbookTwice) {
  const auto bytes = [&](const std::string& name) {
    EXPECT_EQ(run({"library", "list", "--format", "xlsx", "--output", folder_ / name}), Exit::done);
    std::ifstream in(folder_ / name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  };
  const auto first = bytes("a.xlsx");
  EXPECT_GT(first.size(), 10'000U);
  EXPECT_EQ(first, bytes("b.xlsx"));
  EXPECT_EQ(run({"library", "list", "--format", "xlsx"}), Exit::usage);
}

TEST_F(LibraryCommand, SaysWhatRowsMeanAndWhy) {
  const auto path = table(
      "甲局,乙项目,产出指标,质量指标,验收合格率(%),≥,95,%\n"
      "甲局,乙项目,产出指标,数量指标,乡镇卫生院医师培训人次,≥,95,人次\n"
      "甲局,乙项目,产出指标,数量指标,龙舟彩绘片数,≥,95,片\n");
  EXPECT_EQ(run({"library", "match", path, "--most", "1"}), Exit::done);
  EXPECT_THAT(out_.str(), StartsWith("source,place,agency,project,indicator,code,name,confidence,"
                                     "by,spelling,role,measure\n"));
  EXPECT_THAT(out_.str(), HasSubstr(",验收合格率(%),GX003,验收合格率,1000,name,验收合格率,agrees,"
                                    "agrees\n"));
  EXPECT_THAT(out_.str(), HasSubstr(",乡镇卫生院医师培训人次,"));
  EXPECT_THAT(out_.str(), HasSubstr(",ending,"));
  EXPECT_THAT(out_.str(), HasSubstr(",龙舟彩绘片数,,,,,,,\n"));
  EXPECT_THAT(err_.str(), HasSubstr("3 条指标中有 2 条在指标库里找到对应，其中 1 条名称相同"));
}

TEST_F(LibraryCommand, LeavesOutWhatIsBelowTheFloor) {
  const auto path = table("甲局,乙项目,产出指标,数量指标,乡镇卫生院医师培训人次,≥,95,人次\n");
  EXPECT_EQ(run({"library", "match", path, "--floor", "1000", "--format", "jsonl"}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("\"matches\":[]"));
}

TEST_F(LibraryCommand, TakesAnOfficesIndicatorsInAndGivesThemBack) {
  const auto database = "sqlite:" + (folder_ / "office.db");
  std::ofstream(folder_ / "ours.csv") << "编码,指标名称,行业或类别,指标类别,计量单位,方向\n"
                                         "B1,龙舟彩绘片数,文化,数量,片,越大越好\n"
                                         "B2,龙舟艘数,文化,数量,咕,越大越好\n"
                                         "GX003,验收合格率,通用类,质量,%,越小越好\n";
  const auto import = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"library", "import",   folder_ / "ours.csv", "--database",
                                       database,  "--region", "330400000"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    out_.str("");
    return run(arguments);
  };
  EXPECT_EQ(run({"db", "migrate", "--database", database}), Exit::done);
  EXPECT_EQ(import({"--dry-run"}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("会新增 1 条，改动 1 条，不变 0 条，不收 1 条"));
  EXPECT_EQ(import({}), Exit::partly);
  EXPECT_THAT(out_.str(), HasSubstr("新增：B1 龙舟彩绘片数（第 2 行）"));
  EXPECT_THAT(out_.str(), HasSubstr("改动：GX003 验收合格率 的方向，“more” → “less”"));
  EXPECT_THAT(out_.str(), HasSubstr("未收：第 3 行 龙舟艘数：计量单位“咕”不在词典里"));

  EXPECT_EQ(run({"library", "list", "--database", database}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("\nB1,龙舟彩绘片数,"));
  EXPECT_EQ(run({"library", "list"}), Exit::done);
  EXPECT_THAT(out_.str(), Not(HasSubstr("龙舟彩绘片数")));
  const auto path = table("甲局,乙项目,产出指标,数量指标,龙舟彩绘片数,≥,95,片\n");
  EXPECT_EQ(run({"library", "match", path, "--database", database}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr(",龙舟彩绘片数,B1,龙舟彩绘片数,1000,name,"));

  const auto file = folder_ / "all.xlsx";
  EXPECT_EQ(run({"library", "export", "--database", database, "--output", file}), Exit::done);
  EXPECT_EQ(run({"library", "import", file, "--database", database, "--dry-run"}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("会新增 0 条，改动 0 条，不变 573 条，不收 0 条"));
}

TEST_F(LibraryCommand, SaysWhatIsMissingForAnOfficesLibrary) {
  const auto database = "sqlite:" + (folder_ / "office.db");
  std::ofstream(folder_ / "ours.csv") << "编码,指标名称,行业或类别\nB1,龙舟彩绘片数,文化\n";
  EXPECT_EQ(run({"library", "import", folder_ / "ours.csv", "--database", database}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("用 --region 写明"));
  EXPECT_EQ(run({"library", "export", "--database", database}), Exit::usage);
  EXPECT_EQ(
      run({"library", "export", "--database", "sqlite:" + (folder_ / "no.db"), "--format", "json"}),
      Exit::partly);
}

}  // namespace
}  // namespace jiheng::cli
