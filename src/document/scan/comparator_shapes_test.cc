#include "document/scan/comparator_shapes.h"

#include <gmock/gmock.h>

#include <optional>
#include <string_view>
#include <vector>

namespace jiheng::document {
namespace {

/// A picture from rows of text: '#' is ink, 'o' a shade of it.
GrayPicture drawn(const std::vector<std::string_view>& rows) {
  const int width = static_cast<int>(rows.front().size());
  return picture_of({0, 0, width, static_cast<int>(rows.size())}, [&](int x, int y) {
    const char c = rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
    return c == '#' ? std::uint8_t{0} : c == 'o' ? std::uint8_t{140} : std::uint8_t{255};
  });
}

const std::vector<std::string_view> kAtLeast{
    "##..........", ".###........", "...###......", ".....###....", ".......###..", ".........###",
    ".........###", ".......###..", ".....###....", "...###......", ".###........", "##..........",
    "............", "............", "############", "############"};

// The form in which the bar runs beside the lower arm.
const std::vector<std::string_view> kAtLeastSlanted{
    "##..........", "####........", "..####......", "....####....", "......####..", "........####",
    "........####", "......####..", "....####....", "..####....##", "####....####", "##....####..",
    "....####....", "..####......", "####........", "##.........."};

std::vector<std::string> mirrored(const std::vector<std::string_view>& rows) {
  std::vector<std::string> result;
  for (const auto row : rows) {
    result.emplace_back(row.rbegin(), row.rend());
  }
  return result;
}

using Tells = std::optional<ComparatorShape> (*)(const GrayPicture&);

char32_t told(const std::vector<std::string_view>& rows, Tells tells = comparator_in) {
  const auto sign = tells(drawn(rows));
  constexpr float kIsComparator = 0.6F;  // page_reading.cc
  return sign && sign->likeness >= kIsComparator ? sign->point : U'\0';
}

TEST(ComparatorShapes, TellsTheFiveSigns) {
  EXPECT_EQ(told(kAtLeast), U'≥');
  EXPECT_EQ(told(kAtLeastSlanted), U'≥');
  const auto at_most = mirrored(kAtLeast);
  EXPECT_EQ(told({at_most.begin(), at_most.end()}), U'≤');
  const std::vector<std::string_view> more(kAtLeast.begin(), kAtLeast.begin() + 12);
  EXPECT_EQ(told(more), U'>');
  const auto less = mirrored(more);
  EXPECT_EQ(told({less.begin(), less.end()}), U'<');
  EXPECT_EQ(told({"###########", "###########", "...........", "...........", "###########",
                  "###########"}),
            U'=');
}

TEST(ComparatorShapes, AStrayPixelLeavesTwoBarsTwoBars) {
  EXPECT_EQ(told({".#.........", "###########", "###########", "...........", "...........",
                  "###########", "###########"}),
            U'=');
}

TEST(ComparatorShapes, BarsOfAFewPixelsAreToldByTheirShades) {
  EXPECT_EQ(told({"oooooooooooooo", "##############", "oooooooooo.ooo", "..............",
                  "..o...........", "oooooooooooooo", "##############", "ooooo.oooooooo"},
                 lone_comparator_in),
            U'=');
  EXPECT_EQ(told({"...oooooooo...", "...########...", "...oooooooo...", "..............",
                  "..............", "..............", "..............", "..............",
                  "oooooooooooooo", "##############", "ooooo.oooooooo"},
                 lone_comparator_in),
            U'\0')
      << "二";
  EXPECT_EQ(told({"##############", "##############", "..............", "..............",
                  "..............", "..............", "##############", "..............",
                  "..............", "..............", "..............", "##############",
                  "##############"},
                 lone_comparator_in),
            U'\0')
      << "三";
}

TEST(ComparatorShapes, BarsOfTwoLengthsOrThreeAreNoComparator) {
  EXPECT_EQ(told({"...####################...", "...####################...",
                  "..........................", "..........................",
                  "..........................", "..........................",
                  "..........................", "..........................",
                  "..........................", "..........................",
                  "##########################", "##########################"}),
            U'\0')
      << "二";
  EXPECT_EQ(
      told({".################.", ".################.", "..................", "..................",
            "..................", "..##############..", "..##############..", "..................",
            "..................", "..................", "..................", "##################",
            "##################"}),
      U'\0')
      << "三";
}

TEST(ComparatorShapes, LettersDigitsAndIdeographsAreNone) {
  EXPECT_EQ(told({".######.", "##....##", "......##", "....###.", "..###...", "###.....",
                  "########", "########"}),
            U'\0')  // 2
      << "2";
  EXPECT_EQ(told({"########", "......##", ".....##.", "....##..", "...##...", "..##....",
                  "..##....", "..##...."}),
            U'\0')
      << "7";
  EXPECT_EQ(told({"#########", "....#....", "....#....", "....#....", "....#....", "....#....",
                  "....#....", "#########"}),
            U'\0')
      << "工";
  EXPECT_EQ(told({".#####...", ".........", ".........", ".........", ".........", ".........",
                  "#########", "........."}),
            U'\0')
      << "二";
  EXPECT_EQ(told({".########.", "..........", "..........", "##########", "...#..#...",
                  "..##..#...", "..#...#..#", "##....####"}),
            U'\0')
      << "元";
}

TEST(ComparatorShapes, NothingIsToldFromAFewPixels) {
  EXPECT_FALSE(comparator_in(drawn({"##", "##"})));
}

}  // namespace
}  // namespace jiheng::document
