#include "cli/usage.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli/run.h"

namespace jiheng::cli {
namespace {

struct Case {
  std::vector<std::string> arguments;
  std::string said;
};

class Usage : public testing::TestWithParam<Case> {};

TEST_P(Usage, SpeaksTheReadersLanguage) {
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{.out = out,
                    .err = err,
                    .environment = [](const std::string&) { return std::string(); },
                    .serve = [](const ServeRequest&) { return Exit::done; }};
  auto arguments = GetParam().arguments;
  arguments.insert(arguments.end(), {"--lang", "zh"});
  EXPECT_EQ(run(arguments, terminal), Exit::usage);
  EXPECT_TRUE(err.str().find(GetParam().said) != std::string::npos) << err.str();
  EXPECT_EQ(out.str(), "");
}

INSTANTIATE_TEST_SUITE_P(
    All, Usage,
    testing::Values(Case{{}, "请写明命令"}, Case{{"db"}, "请写明命令"},
                    Case{{"bogus"}, "没有命令 bogus"},
                    Case{{"extract", "--bogus", "x"}, "多余的内容：--bogus"},
                    Case{{"extract", "--format", "xml", "x"},
                         "选项 --format 的值 xml 不行，可用：csv,jsonl"},
                    Case{{"extract", "--jobs", "x", "y"}, "选项 --jobs 的值 x 不行，可用：1–256"},
                    Case{{"export"}, "缺少选项 --form"}, Case{{"extract"}, "请写出要读的文件"},
                    Case{{"extract", "-"}, "--name"}));

}  // namespace
}  // namespace jiheng::cli
