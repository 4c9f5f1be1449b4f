#include "document/scan/line_memory.h"

#include <gmock/gmock.h>

#include <random>

namespace jiheng::document {
namespace {

/// A line of strokes as a scan shows it: `seed` frays their edges, `stroke` adds one.
GrayPicture line(unsigned seed, bool stroke) {
  std::mt19937 random(seed);
  return picture_of({0, 0, 300, 28}, [&](int x, int y) {
    const bool upright = x % 22 < 4;
    const bool level = y % 9 < 3 && x % 44 < 30;
    const bool added = stroke && x >= 136 && x < 152 && y >= 4 && y < 24;
    const bool edge = (x % 22 == 3 || y % 9 == 2) && random() % 4 == 0;
    return (upright || level || added) && !edge ? std::uint8_t{0} : std::uint8_t{255};
  });
}

TEST(LineMemory, KnowsALineAgainWhateverItsNoise) {
  LineMemory memory;
  memory.remember(LineMemory::look_at(line(1, false)), {{U'甲', 10, 0.9F}});
  const auto* const found = memory.find(LineMemory::look_at(line(2, false)));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->front().point, U'甲');
}

TEST(LineMemory, AStrokeMoreIsAnotherLine) {
  LineMemory memory;
  memory.remember(LineMemory::look_at(line(1, false)), {{U'甲', 10, 0.9F}});
  EXPECT_EQ(memory.find(LineMemory::look_at(line(1, true))), nullptr);
}

TEST(LineMemory, ALongerLineIsAnotherLine) {
  LineMemory memory;
  memory.remember(LineMemory::look_at(line(1, false)), {{U'甲', 10, 0.9F}});
  const auto whole = line(1, false);
  const auto cut = picture_of({0, 0, 250, 28}, [&](int x, int y) { return whole.at(x, y); });
  EXPECT_EQ(memory.find(LineMemory::look_at(cut)), nullptr);
}

}  // namespace
}  // namespace jiheng::document
