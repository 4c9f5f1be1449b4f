// What somebody sees who writes packs of their own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/run.h"
#include "scratch_folder.h"

namespace jiheng::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class PacksCommand : public testing::Test {
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

  void write(const std::string& bytes) {
    std::filesystem::create_directories(folder_ / "rules");
    std::ofstream(folder_ / "rules/city.toml", std::ios::binary) << bytes;
  }

  test::ScratchFolder folder_{};
  std::ostringstream out_{};
  std::ostringstream err_{};
  std::stop_source stop_{};
};

TEST_F(PacksCommand, ChecksToTheEndAndNamesTheFolderAsItWasGiven) {
  write("id = \"city\"\ninherits = \"nowhere\"\nversion = 0\n[rules.zzz]\non = true\n");
  EXPECT_EQ(run({"packs", "check", folder_.path() + "/"}), Exit::partly);
  const auto file = folder_.path() + "/rules/city.toml";
  EXPECT_THAT(err_.str(), HasSubstr(file + ":2: 找不到所继承的规则包“nowhere”。\n"));
  EXPECT_THAT(err_.str(), HasSubstr(file + ":3: “version”的值写法不对，应写成 1…999999。\n"));
  EXPECT_THAT(err_.str(), HasSubstr(file + ":4: 没有“zzz”这条规则。请检查拼写。\n"));
  EXPECT_THAT(err_.str(), HasSubstr("共 3 个问题"));
}

TEST_F(PacksCommand, ASoundFolderIsSaidToBeAndAnEmptyNameIsNone) {
  write("id = \"city\"\ntitle = \"甲市\"\nversion = 2\ninherits = \"national\"\n");
  EXPECT_EQ(run({"packs", "check", folder_.path()}), Exit::done) << err_.str();
  EXPECT_THAT(err_.str(), HasSubstr("没有问题"));
  EXPECT_EQ(run({"packs", "check"}), Exit::done) << err_.str();
  EXPECT_EQ(run({"packs", "check", ""}), Exit::partly);
  EXPECT_THAT(err_.str(), HasSubstr("没有这个文件夹"));
}

TEST_F(PacksCommand, ListsWhatAPackInheritsFrom) {
  write("id = \"city\"\ntitle = \"甲市\"\nversion = 2\ninherits = \"national\"\n");
  EXPECT_EQ(run({"packs", "list", folder_.path()}), Exit::done) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("规则包 city　甲市　第 2 版"));
  EXPECT_THAT(out_.str(), HasSubstr("继承自 national\n"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("继承自 \n")));
}

}  // namespace
}  // namespace jiheng::cli
