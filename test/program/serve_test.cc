// What a server that cannot start leaves behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "http/listener.h"
#include "running_program.h"
#include "scratch_folder.h"

namespace jiheng::test {
namespace {

TEST(Serve, OnATakenPortMakesNoDatabase) {
  const auto taken = http::Listener::open({"127.0.0.1", 0});
  ASSERT_TRUE(taken);
  const ScratchFolder folder;
  RunningProgram program({"serve", "--lang", "en", "--database", "sqlite:" + (folder / "new.db"),
                          "--listen", "127.0.0.1:" + std::to_string(taken->port())},
                         folder / "said");
  EXPECT_EQ(program.wait(), 1);
  EXPECT_THAT(program.said(), testing::HasSubstr("cannot listen"));
  EXPECT_FALSE(std::filesystem::exists(folder / "new.db"));
}

}  // namespace
}  // namespace jiheng::test
