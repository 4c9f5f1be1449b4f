#include "document/scan/seals.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jiheng::document {
namespace {

constexpr int kDpi = 100;
constexpr int kSide = 400;

/// White paper with a black bar, a red ring of 40 mm across it and a red line of print below.
std::vector<unsigned char> page() {
  std::vector<unsigned char> points;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const double from_middle = std::hypot(x - 200, y - 150);
      const bool ring = from_middle > 72 && from_middle < 78;
      const bool bar = y >= 148 && y < 154 && x > 40 && x < 360;
      const bool red_print = y >= 300 && y < 312 && x > 40 && x < 360 && x % 8 < 5;
      if (bar) {
        points.insert(points.end(), {20, 20, 20});
      } else if (ring || red_print) {
        points.insert(points.end(), {225, 60, 60});
      } else {
        points.insert(points.end(), {250, 250, 250});
      }
    }
  }
  return points;
}

TEST(Seals, AreLiftedOffThePrintAndRedPrintStays) {
  const auto points = page();
  const auto gray = gray_without_seals({kSide, kSide, 3 * kSide, points.data()}, kDpi);
  ASSERT_EQ(gray.width, kSide);
  EXPECT_EQ(gray.at(200, 75), 225) << "the ring";
  EXPECT_EQ(gray.at(200, 150), 20) << "the bar under it";
  EXPECT_LT(gray.at(81, 305), 130) << "red print";
  EXPECT_EQ(gray.at(10, 10), 250) << "paper";
}

}  // namespace
}  // namespace jiheng::document
