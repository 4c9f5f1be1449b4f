// What `jiheng extract` does with what it is asked for on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "command_line.h"

namespace jiheng::cli {
namespace {

using testing::HasSubstr;

class ExtractCommand : public test::CommandLine {
 protected:
  [[nodiscard]] std::string table() const {
    const auto path = folder_ / "表.csv";
    std::ofstream(path) << "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
                           "甲局,展览,产出指标,数量指标,接待观众,≥,100,人次\n";
    return path;
  }
};

TEST_F(ExtractCommand, APathThatLeadsNowhereIsSaidAndTheOthersAreRead) {
  EXPECT_EQ(run({"extract", folder_ / "没有.pdf", table()}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("没有.pdf: 没有这个文件或文件夹"));
  EXPECT_THAT(out_.str(), HasSubstr("接待观众"));
}

TEST_F(ExtractCommand, ResultsInTheFolderAreNoDocuments) {
  const auto path = table();
  ASSERT_EQ(run({"extract", folder_.path(), "--output", folder_ / "结果.csv"}), Exit::done);
  ASSERT_EQ(run({"review", path, "--format", "csv", "--output", folder_ / "意见.csv"}), Exit::done);
  // Nor what the run itself is writing.
  EXPECT_EQ(run({"review", folder_.path(), "--format", "csv", "--output", folder_ / "意见.csv"}),
            Exit::done);
  EXPECT_THAT(err_.str(), testing::Not(HasSubstr(".part")));
  // The second run replaces what the first one wrote, and reads neither result.
  EXPECT_EQ(run({"extract", folder_.path(), "--output", folder_ / "结果.csv"}), Exit::done);
  EXPECT_THAT(err_.str(), HasSubstr("文件夹里有 2 个文件是本程序写出的结果"));
  EXPECT_THAT(err_.str(), HasSubstr("1 documents"));
  // One that is named is read.
  EXPECT_EQ(run({"extract", folder_ / "结果.csv"}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("结果.csv,"));
}

TEST_F(ExtractCommand, AFullDiskIsSaidByItsName) {
  EXPECT_EQ(run({"extract", table(), "--output", "/dev/full"}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("/dev/full: 写不了这个文件（No space left on device）"));
}

TEST_F(ExtractCommand, ResultsAndReportAreTwoFiles) {
  const auto path = std::string(folder_ / "一样");
  EXPECT_EQ(run({"extract", table(), "--output", path, "--report", folder_.path() + "/./一样"}),
            Exit::usage);
  EXPECT_THAT(err_.str(), HasSubstr("不能写进同一个文件"));
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace jiheng::cli
