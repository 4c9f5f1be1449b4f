// Documents held against the approved targets on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "command_line.h"

namespace jiheng::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kTitle = "2024年项目支出绩效表\n";
constexpr std::string_view kHead =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位";

class ApprovedCommand : public test::CommandLine {
 protected:
  [[nodiscard]] std::string write(const std::string& name, const std::string& rows) const {
    const auto path = folder_ / name;
    std::ofstream(path, std::ios::binary) << kTitle << kHead << "\n" << rows;
    return path;
  }
};

constexpr auto kApproved =
    "甲局,展览,产出指标,数量指标,接待观众,≥,100,人次\n"
    "甲局,展览,满意度指标,服务对象满意度指标,观众满意度,≥,90,%\n";
constexpr auto kReviewed =
    "甲局,展览,产出指标,数量指标,接待观众,≥,80,人次\n"
    "甲局,讲座,产出指标,数量指标,举办讲座,≥,8,场\n";

TEST_F(ApprovedCommand, NamesWhatWasApprovedAndHowMuchWasCompared) {
  const auto approved = write("批复.csv", kApproved);
  const auto reviewed = write("自评.csv", kReviewed);
  ASSERT_EQ(run({"review", reviewed, "--approved", approved}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr("批复的是“≥ 100 人次”，这里是“≥ 80 人次”"));
  EXPECT_THAT(out_.str(), HasSubstr("批复的目标里有“观众满意度 ≥ 90 %”，这里没有"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("批复的目标里没有“举办讲座”")));
  EXPECT_THAT(err_.str(), HasSubstr("2 个项目中有 1 个在批复里找到并逐条对照，1 个没有找到"));
  EXPECT_THAT(err_.str(), HasSubstr("批复里没有：甲局 讲座"));
  ASSERT_EQ(run({"review", reviewed, "--approved", approved, "--format", "csv"}), Exit::done);
  EXPECT_THAT(out_.str(), HasSubstr(",接待观众,differs_from_approved,error,target,"));
  EXPECT_THAT(out_.str(), HasSubstr(",展览,,differs_from_approved,error,project,"));
  EXPECT_THAT(out_.str(), HasSubstr(",target 100,"));
  EXPECT_EQ(run({"review", reviewed, "--approved", approved, "--fail-on", "error"}), Exit::partly);
}

TEST_F(ApprovedCommand, WithoutItNothingIsCompared) {
  ASSERT_EQ(run({"review", write("自评.csv", kReviewed), "--format", "csv"}), Exit::done);
  EXPECT_THAT(out_.str(), Not(HasSubstr("differs_from_approved")));
  EXPECT_THAT(err_.str(), Not(HasSubstr("批复")));
}

TEST_F(ApprovedCommand, AnApprovedVersionThatCannotBeReadStopsTheReview) {
  const auto reviewed = write("自评.csv", kReviewed);
  EXPECT_EQ(run({"review", reviewed, "--approved", folder_ / "没有.xlsx"}), Exit::partly);
  EXPECT_EQ(out_.str(), "");
  std::ofstream(folder_ / "空.csv") << "没有表\n";
  EXPECT_EQ(run({"review", reviewed, "--approved", folder_ / "空.csv"}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("批复的目标没有读全"));
  EXPECT_EQ(out_.str(), "");
}

TEST_F(ApprovedCommand, AnotherYearAndATableOfWhatWasReachedAreSaid) {
  const auto reviewed = write("自评.csv", kReviewed);
  const auto path = folder_ / "去年.csv";
  std::ofstream(path) << "2023年项目支出绩效自评表\n"
                      << kHead
                      << ",实际完成值\n甲局,展览,产出指标,数量指标,接待观众,≥,100,人次,90\n";
  ASSERT_EQ(run({"review", reviewed, "--approved", path}), Exit::done);
  EXPECT_THAT(err_.str(), HasSubstr("是 2024 年的，批复是 2023 年的"));
  EXPECT_THAT(err_.str(), HasSubstr("去年.csv 里有实际完成值"));
  ASSERT_EQ(run({"review", reviewed, "--approved", write("批复.csv", kApproved)}), Exit::done);
  EXPECT_THAT(err_.str(), Not(HasSubstr("年的，批复是")));
  EXPECT_THAT(err_.str(), Not(HasSubstr("实际完成值")));
}

TEST_F(ApprovedCommand, ADatabaseHasItsOwn) {
  EXPECT_EQ(run({"review", "--database", "sqlite:" + (folder_ / "a.db"), "--year", "2024",
                 "--approved", write("批复.csv", kApproved)}),
            Exit::usage);
  EXPECT_THAT(err_.str(), HasSubstr("--approved 与要审核的文件一起用"));
}

}  // namespace
}  // namespace jiheng::cli
