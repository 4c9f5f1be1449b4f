#include "document/scan/mend_line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"

namespace jiheng::document {
namespace {

constexpr int kHeight = 20;

std::string text_of(const std::vector<ReadCharacter>& read) {
  std::string text;
  for (const auto& character : read) {
    append_utf8(text, character.point);
  }
  return text;
}

/// Two ideographs 20 pixels wide, the second one at `second`, and a bar half way up between.
GrayPicture two_and_a_bar(int second, int bar_from, int bar_to) {
  return picture_of({0, 0, second + kHeight, kHeight}, [=](int x, int y) {
    const bool ideograph = x < kHeight || x >= second;
    const bool bar = x >= bar_from && x < bar_to && y >= 10 && y < 12;
    return ideograph || bar ? std::uint8_t{0} : std::uint8_t{255};
  });
}

TEST(MendDashes, FindsTheOneThatTouchesTheCharacterBeforeIt) {
  std::vector<ReadCharacter> read{{U'善', 10, 0.9F}, {U'小', 38, 0.9F}};
  mend_dashes(read, two_and_a_bar(28, 20, 26));
  EXPECT_EQ(text_of(read), "善-小");
  EXPECT_NEAR(read[1].x, 23, 2);
  EXPECT_LT(read[1].confidence, 0.9F);
}

TEST(MendDashes, WhatSticksOutOfACharacterIsNone) {
  std::vector<ReadCharacter> close{{U'善', 10, 0.9F}, {U'小', 34, 0.9F}};
  mend_dashes(close, two_and_a_bar(24, 20, 23));
  EXPECT_EQ(text_of(close), "善小");
  std::vector<ReadCharacter> apart{{U'善', 10, 0.9F}, {U'小', 42, 0.9F}};
  mend_dashes(apart, two_and_a_bar(32, 20, 22));
  EXPECT_EQ(text_of(apart), "善小");
}

TEST(MendDashes, ALineAtTheFootIsNone) {
  std::vector<ReadCharacter> read{{U'善', 10, 0.9F}, {U'小', 38, 0.9F}};
  mend_dashes(read, picture_of({0, 0, 48, kHeight}, [](int x, int y) {
                const bool low = y >= 18;
                return x < kHeight || x >= 28 || low ? std::uint8_t{0} : std::uint8_t{255};
              }));
  EXPECT_EQ(text_of(read), "善小");
}

TEST(MendDashes, ANarrowOneIsADash) {
  std::vector<ReadCharacter> read{{U'甲', 10, 0.9F}, {U'一', 28, 0.9F}, {U'乙', 46, 0.9F}};
  mend_dashes(read, two_and_a_bar(36, 24, 32));
  EXPECT_EQ(text_of(read), "甲-乙");
}

TEST(MendDashes, ANameEndsItsLineWithOne) {
  std::vector<ReadCharacter> read{{U'服', 10, 0.9F}, {U'务', 30, 0.9F}};
  mend_dashes(read, picture_of({0, 0, 50, kHeight}, [](int x, int y) {
                const bool bar = x >= 42 && y >= 10 && y < 12;
                return x < 40 || bar ? std::uint8_t{0} : std::uint8_t{255};
              }));
  EXPECT_EQ(text_of(read), "服务-");
  // Its last stroke reaches further than where it was seen.
  std::vector<ReadCharacter> long_stroke{{U'服', 10, 0.9F}, {U'务', 28, 0.9F}};
  mend_dashes(long_stroke, picture_of({0, 0, 46, kHeight}, [](int x, int y) {
                const bool stroke = y >= 10 && y < 12;
                return x < 38 || stroke ? std::uint8_t{0} : std::uint8_t{255};
              }));
  EXPECT_EQ(text_of(long_stroke), "服务");
}

TEST(MendDashes, OneThatRunsDownIsAnEnumerationComma) {
  std::vector<ReadCharacter> read{{U'期', 10, 0.9F}, {U'-', 32, 0.6F}, {U'条', 54, 0.9F}};
  mend_dashes(read, picture_of({0, 0, 64, kHeight}, [](int x, int y) {
                const bool mark = x >= 29 && x < 35 && y >= x - 21 && y < x - 18;
                return x < kHeight || x >= 44 || mark ? std::uint8_t{0} : std::uint8_t{255};
              }));
  EXPECT_EQ(text_of(read), "期、条");
}

TEST(MarkGaps, ACharacterThatWasNotReadIsNotLost) {
  // Five characters of a row, of which the reader left one out.
  const auto line = picture_of({0, 0, 5 * 24, kHeight}, [](int x, int) {
    return x % 24 < 20 ? std::uint8_t{0} : std::uint8_t{255};
  });
  const std::vector<ReadCharacter> whole{{U'校', 10, 0.9F},
                                         {U'舍', 34, 0.9F},
                                         {U'修', 58, 0.9F},
                                         {U'缮', 82, 0.9F},
                                         {U'工', 106, 0.9F}};
  const auto without = [&](std::size_t lost) {
    auto read = whole;
    read.erase(read.begin() + static_cast<std::ptrdiff_t>(lost));
    mark_gaps(read, line);
    return read;
  };
  EXPECT_EQ(text_of(without(3)), "校舍修\xEF\xBF\xBD工");
  EXPECT_EQ(without(3)[3].confidence, 0);
  EXPECT_EQ(text_of(without(0)), "\xEF\xBF\xBD舍修缮工");
  EXPECT_EQ(text_of(without(4)), "校舍修缮\xEF\xBF\xBD");
  auto all = whole;
  mark_gaps(all, line);
  EXPECT_EQ(text_of(all), "校舍修缮工");
}

TEST(MarkGaps, ABlankIsNoGap) {
  std::vector<ReadCharacter> read{{U'甲', 10, 0.9F}, {U' ', 30, 0.9F}, {U'乙', 58, 0.9F}};
  mark_gaps(read, picture_of({0, 0, 68, kHeight}, [](int x, int) {
              return x < kHeight || x >= 48 ? std::uint8_t{0} : std::uint8_t{255};
            }));
  EXPECT_EQ(text_of(read), "甲 乙");
}

TEST(MendMarks, AStrokeIsNoCharacterOfAText) {
  std::vector<ReadCharacter> read{{U'市', 10, 0.9F}, {U'丶', 32, 0.9F}, {U'区', 54, 0.9F}};
  mend_marks(read, two_and_a_bar(44, 30, 34));
  EXPECT_EQ(text_of(read), "市、区");
}

TEST(MendMarks, AWidePercentSignIsPerMille) {
  const auto ink = [](int width) {
    return picture_of({0, 0, width, kHeight}, [](int, int) { return std::uint8_t{0}; });
  };
  const auto told = [&](std::vector<ReadCharacter> read, int width) {
    mend_marks(read, ink(width));
    return text_of(read);
  };
  EXPECT_EQ(told({{U'%', 10, 0.9F}}, 22), "%");
  EXPECT_EQ(told({{U'%', 10, 0.9F}}, 32), "‰");
  EXPECT_EQ(told({{U'%', 10, 0.9F}, {U'0', 28, 0.6F}}, 32), "‰");
  EXPECT_EQ(told({{U'9', 6, 0.9F}, {U'%', 20, 0.9F}}, 32), "9%");
}

}  // namespace
}  // namespace jiheng::document
