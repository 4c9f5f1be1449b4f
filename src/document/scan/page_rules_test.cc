#include "document/scan/page_rules.h"

#include <gmock/gmock.h>

#include <cstdint>

namespace jiheng::document {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;
using ::testing::Ge;
using ::testing::Le;

constexpr int kDpi = 200;

// Calc draws its thinnest lines a pixel wide, whatever the resolution, and a scanner spreads them
// over three; print above and below makes the surroundings dark.
TEST(PageRules, AHairlineAmongDensePrintIsARule) {
  constexpr int kBlock = 20;
  constexpr int kStep = 24;
  constexpr int kLine = 500;
  const auto picture = picture_of({0, 0, 1200, 1000}, [](int x, int y) {
    const bool rule = x >= 100 && x < 1100;
    if (rule && y == kLine) {
      return std::uint8_t{118};
    }
    if (rule && (y == kLine - 1 || y == kLine + 1)) {
      return std::uint8_t{205};
    }
    const int from = y < kLine ? kLine - 6 - y : y - kLine - 6;
    const bool block = from >= 0 && from < 3 * kStep && from % kStep < kBlock && rule &&
                       (x - 100) % kStep < kBlock && x / 3 % 2 == 0;
    return block ? std::uint8_t{60} : std::uint8_t{252};
  });
  const auto ruled = rules_of(ink_of(picture, kDpi));
  EXPECT_THAT(ruled.horizontal,
              Contains(AllOf(Field(&Rule::at, AllOf(Ge(kLine - 1), Le(kLine + 1))),
                             Field(&Rule::from, Le(105)), Field(&Rule::to, Ge(1095)))));
  EXPECT_EQ(ruled.horizontal.size(), 1U);
  EXPECT_TRUE(ruled.vertical.empty());
}

// 管理局 and 薄弱环节 have strokes at one height, which a blur joins.
TEST(PageRules, StrokesAtOneHeightAreNone) {
  constexpr int kLine = 500;
  const auto picture = [](int first_stroke) {
    return picture_of({0, 0, 1200, 1000}, [=](int x, int y) {
      const bool rule = x >= 400 && x < 1100 && (y == kLine || y == kLine + 1);
      // Characters of 20 by 20 dense with strokes down, and one across that touches the next.
      const bool line =
          x >= 290 && x < 390 && y >= kLine - first_stroke && y < kLine - first_stroke + 20;
      const bool stroke = line && ((x - 290) % 4 < 3 || y == kLine || y == kLine + 1);
      return rule || stroke ? std::uint8_t{40} : std::uint8_t{250};
    });
  };
  for (const int first_stroke : {0, 10, 18}) {
    const auto ruled = rules_of(ink_of(picture(first_stroke), kDpi));
    ASSERT_EQ(ruled.horizontal.size(), 1U) << first_stroke;
    EXPECT_NEAR(ruled.horizontal[0].from, 400, 3) << first_stroke;
  }
}

}  // namespace
}  // namespace jiheng::document
