// A document that was left unread must not pass for one without findings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "running_program.h"
#include "scratch_folder.h"

namespace jiheng::test {
namespace {

class UnreadScan : public testing::TestWithParam<const char*> {};

TEST_P(UnreadScan, IsNoDocumentWithoutFindings) {
  const std::string scan = JIHENG_SOURCE_DIR "/../shared/data/made/scan_s_300dpi.pdf";
  if (!std::filesystem::exists(scan)) {
    GTEST_SKIP() << scan;
  }
  const ScratchFolder folder;
  RunningProgram program(
      {GetParam(), scan, "--ocr", "never", "--output", folder / "out.csv", "--lang", "en"},
      folder / "said");
  EXPECT_EQ(program.wait(), 1);
  EXPECT_THAT(program.said(), testing::HasSubstr("were not read"));
}

INSTANTIATE_TEST_SUITE_P(Commands, UnreadScan, testing::Values("extract", "review", "score"));

}  // namespace
}  // namespace jiheng::test
