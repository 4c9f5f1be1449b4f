#include "cli/output_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "cli/options.h"
#include "scratch_folder.h"

namespace jiheng::cli {
namespace {

namespace fs = std::filesystem;

class Output : public testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const {
    return folder_ / name;
  }

  static void write(const std::string& path, const std::string& text) {
    std::ofstream(path) << text;
  }

  static std::string read(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  void put(const std::string& path, const std::string& text) {
    auto output = OutputFile::open(path, standard_);
    ASSERT_TRUE(output);
    output->stream() << text;
    ASSERT_TRUE(output->keep());
  }

  test::ScratchFolder folder_{};
  std::ostringstream standard_{};
};

TEST_F(Output, AppearsWholeOrNotAtAll) {
  write(path("old"), "before");
  {
    auto output = OutputFile::open(path("old"), standard_);
    ASSERT_TRUE(output);
    output->stream() << "half";
  }
  EXPECT_EQ(read(path("old")), "before");
  put(path("old"), "after");
  EXPECT_EQ(read(path("old")), "after");
  EXPECT_FALSE(fs::exists(path("old.part")));
}

TEST_F(Output, KeepsThePermissionsOfWhatItReplaces) {
  write(path("private"), "before");
  fs::permissions(path("private"), fs::perms::owner_read | fs::perms::owner_write);
  put(path("private"), "after");
  EXPECT_EQ(fs::status(path("private")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Output, FollowsALink) {
  write(path("real"), "before");
  fs::create_symlink("real", path("link"));
  put(path("link"), "after");
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(read(path("real")), "after");
}

TEST_F(Output, WritesToADeviceAsItStands) {
  fs::create_symlink("/dev/null", path("null"));
  put(path("null"), "gone");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  auto full = OutputFile::open("/dev/full", standard_);
  ASSERT_TRUE(full);
  full->stream() << "too much";
  EXPECT_EQ(full->keep().error().message.key, "cli.cannot_write");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(Output, NeverReplacesAnInput) {
  write(path("in"), "bytes");
  fs::create_symlink("in", path("same"));
  const std::vector<app::Input> inputs{{.source = path("in"), .path = path("in")}};
  EXPECT_FALSE(keep_inputs(inputs, path("in")));
  EXPECT_FALSE(keep_inputs(inputs, path("same")));
  EXPECT_TRUE(keep_inputs(inputs, path("other")));
  EXPECT_TRUE(keep_inputs(inputs, ""));
}

}  // namespace
}  // namespace jiheng::cli
