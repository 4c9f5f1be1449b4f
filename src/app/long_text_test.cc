#include "app/long_text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>

namespace jiheng::app {
namespace {

std::string whole(const LongText& text) {
  std::string all;
  EXPECT_TRUE(text.each_part([&](std::string_view part) -> Result<void> {
    all += part;
    return {};
  }));
  EXPECT_EQ(all.size(), text.size());
  return all;
}

/// Three megabytes and a little, a line at a time.
std::string fill(LongText& text) {
  std::string all;
  for (int i = 0; all.size() < (std::size_t{3} << 20U); ++i) {
    const auto line = "培训人次 " + std::to_string(i) + "\n";
    text.append(line);
    all += line;
  }
  return all;
}

TEST(LongText, GivesBackWhatItWasGiven) {
  LongText text;
  EXPECT_EQ(whole(text), "");
  text.append("甲");
  text.append("乙");
  EXPECT_EQ(whole(text), "甲乙");
  const auto further = fill(text);
  EXPECT_EQ(whole(text), "甲乙" + further);
}

TEST(LongText, IsMovedWithItsFile) {
  LongText text;
  const auto all = fill(text);
  LongText other(std::move(text));
  EXPECT_EQ(whole(other), all);
  LongText third("甲");
  third = std::move(other);
  third.append("乙");
  EXPECT_EQ(whole(third), all + "乙");
}

TEST(LongText, StaysInMemoryWhereThereIsNoFolderForIt) {
  const char* const before = std::getenv("TMPDIR");
  const std::string folder = before == nullptr ? "" : before;
  setenv("TMPDIR", "/proc", 1);
  LongText text;
  const auto all = fill(text);
  EXPECT_EQ(whole(text), all);
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", folder.c_str(), 1);
}

TEST(LongText, StopsWhereWhoTakesItDoes) {
  LongText text;
  fill(text);
  int parts = 0;
  const auto given = text.each_part([&](std::string_view) {
    ++parts;
    return Result<void>(fail(ErrorCode::unavailable, {"cli.cannot_write", {}}));
  });
  EXPECT_FALSE(given);
  EXPECT_EQ(parts, 1);
}

}  // namespace
}  // namespace jiheng::app
