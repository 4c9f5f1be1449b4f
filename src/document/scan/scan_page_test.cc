#include "document/scan/scan_page.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "document/pages/grid.h"

namespace jiheng::document {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::Ge;
using ::testing::SizeIs;

constexpr int kDpi = 200;
constexpr int kWidth = 1654;  // A4
constexpr int kHeight = 2339;
const Page kSize{.number = 1, .width = 59'528, .height = 84'189};

/// Reads what the tests draw: a line of n blocks is n times 甲, evenly placed.
class BlockReader final : public LineReader {
 public:
  [[nodiscard]] std::vector<ReadCharacter> read(const GrayPicture& line) override {
    ++lines;
    std::vector<ReadCharacter> result;
    if (blind) {
      return result;
    }
    bool dark = false;
    int first = 0;
    for (int x = 0; x <= line.width; ++x) {
      const bool now = x < line.width && line.at(x, line.height / 2) < 128;
      if (now && !dark) {
        first = x;
      }
      if (!now && dark) {
        result.push_back({U'甲', static_cast<float>(first + x) / 2, sure});
      }
      dark = now;
    }
    return result;
  }

  [[nodiscard]] std::string_view name() const override {
    return "blocks";
  }

  int lines{};
  float sure{0.9F};
  bool blind{};
};

/// Reads what stands on less than two thirds of its line as something else, and says so.
class WholeReader final : public LineReader {
 public:
  [[nodiscard]] std::vector<ReadCharacter> read(const GrayPicture& line) override {
    auto result = blocks_.read(line);
    const auto dark = [&](int y) {
      const auto row = line.pixels.begin() + static_cast<std::ptrdiff_t>(y) * line.width;
      return std::any_of(row, row + line.width, [](int shade) { return shade < 128; });
    };
    int height = 0;
    for (int y = 0; y < line.height; ++y) {
      height += dark(y) ? 1 : 0;
    }
    for (auto& character : result) {
      if (height < 15) {
        character = {U'口', character.x, 0.4F};
      }
    }
    return result;
  }

  [[nodiscard]] std::string_view name() const override {
    return "whole blocks";
  }

 private:
  BlockReader blocks_{};
};

/// A page with a table of `rows` × 3 cells, a title above, shaded paper and noise, turned by
/// `degrees`. Cell (r, c) holds c + 1 blocks.
GrayPicture page(int rows, double degrees) {
  constexpr int kLeft = 200;
  constexpr int kTop = 400;
  constexpr int kRow = 60;
  constexpr int kColumn = 400;
  constexpr int kBlock = 22;
  constexpr int kStep = 30;
  const auto is_rule = [&](double x, double y) {
    const bool inside = x >= kLeft - 1 && x <= kLeft + 3 * kColumn + 2 && y >= kTop - 1 &&
                        y <= kTop + rows * kRow + 2;
    const double across = std::fmod(x - kLeft + 2 * kColumn, kColumn);
    const double down = std::fmod(y - kTop + 2 * kRow, kRow);
    return inside && (across < 3 || down < 3);
  };
  const auto is_block = [&](double x, double y) {
    // The title: five blocks.
    if (y >= 250 && y < 250 + kBlock && x >= 600 && x < 600 + 5 * kStep) {
      return std::fmod(x - 600, kStep) < kBlock;
    }
    const double row = std::floor((y - kTop) / kRow);
    const double column = std::floor((x - kLeft) / kColumn);
    if (row < 0 || row >= rows || column < 0 || column >= 3) {
      return false;
    }
    const double in_y = y - kTop - row * kRow - 18;
    const double in_x = x - kLeft - column * kColumn - 40;
    return in_y >= 0 && in_y < kBlock && in_x >= 0 && in_x < (column + 1) * kStep &&
           std::fmod(in_x, kStep) < kBlock;
  };
  std::mt19937 random(7);
  const double sine = std::sin(degrees * std::acos(-1.0) / 180);
  const double cosine = std::cos(degrees * std::acos(-1.0) / 180);
  return picture_of({0, 0, kWidth, kHeight}, [&](int px, int py) {
    const double dx = px - kWidth / 2.0;
    const double dy = py - kHeight / 2.0;
    const double x = kWidth / 2.0 + dx * cosine + dy * sine;
    const double y = kHeight / 2.0 - dx * sine + dy * cosine;
    const int paper = 235 - py / 40 - static_cast<int>(random() % 16);
    const int ink = 60 + static_cast<int>(random() % 16);
    return static_cast<std::uint8_t>(is_rule(x, y) || is_block(x, y) ? ink : paper);
  });
}

/// Three columns with a head of one row at `top`, and below it as many pixels of open cells. In the
/// second one stands a line of three blocks from `line` on, of which the cells show what they hold.
GrayPicture open_page(int top, int cells, int line) {
  constexpr int kLeft = 200;
  constexpr int kRow = 60;
  constexpr int kColumn = 400;
  constexpr int kBlock = 22;
  constexpr int kStep = 30;
  const auto blocks = [](int x, int count) {
    return x >= 0 && x < count * kStep && x % kStep < kBlock;
  };
  return picture_of({0, 0, kWidth, kHeight}, [&](int px, int py) {
    const int x = px - kLeft;
    const int y = py - top;
    const bool inside = x >= 0 && x < 3 * kColumn + 3 && y >= 0 && y < kRow + cells;
    const bool rule = x % kColumn < 3 || y < 3 || (y >= kRow && y < kRow + 3);
    const bool head = y >= 18 && y < 18 + kBlock && blocks(x % kColumn - 40, 2);
    const bool text = y >= kRow && y >= line && y < line + kBlock && blocks(x - kColumn - 40, 3);
    return inside && (rule || head || text) ? std::uint8_t{40} : std::uint8_t{250};
  });
}

struct ReadPage {
  ScannedPage scanned;
  PageParts parts;
};

ReadPage read(const GrayPicture& picture, BlockReader& reader, LineMemory& memory) {
  ReadPage result{.scanned = read_scan(picture, kSize, reader, memory), .parts = {}};
  result.parts = take_apart(result.scanned.page);
  return result;
}

std::vector<std::string> texts(const PageGrid& grid, int row) {
  std::vector<std::string> result;
  for (int column = 0; column < grid.columns(); ++column) {
    result.push_back(grid.cell(row, column).text);
  }
  return result;
}

TEST(ScanPage, ReadsEveryCellAndTheTitle) {
  BlockReader reader;
  LineMemory memory;
  const auto [scanned, parts] = read(page(20, 0), reader, memory);
  EXPECT_NEAR(scanned.standing.turned, 0, 0.002);
  ASSERT_THAT(parts.grids, SizeIs(1));
  EXPECT_EQ(parts.grids[0].rows(), 20);
  for (int row = 0; row < 20; ++row) {
    EXPECT_THAT(texts(parts.grids[0], row), ElementsAre("甲", "甲甲", "甲甲甲"));
  }
  EXPECT_THAT(parts.lines, ElementsAre(Field(&LooseLine::text, "甲甲甲甲甲")));
}

TEST(ScanPage, StandsStraightAndKnowsWhereThePictureHasIt) {
  BlockReader reader;
  LineMemory memory;
  const auto straight = read(page(20, 0), reader, memory);
  for (const double degrees : {-1.5, 0.8}) {
    const auto turned = read(page(20, degrees), reader, memory);
    ASSERT_THAT(turned.parts.grids, SizeIs(1)) << degrees;
    EXPECT_EQ(turned.parts.grids[0].rows(), 20);
    EXPECT_THAT(texts(turned.parts.grids[0], 19), ElementsAre("甲", "甲甲", "甲甲甲"));
    // A corner far from the middle, within two points of where the turn puts it.
    const auto& there = straight.parts.grids[0].cell(19, 0).box;
    const auto here = on_picture(turned.parts.grids[0].cell(19, 0).box, turned.scanned.standing);
    const double angle = degrees * std::acos(-1.0) / 180;
    const double dx = (there.left + there.right) / 2.0 - kSize.width / 2.0;
    const double dy = (there.top + there.bottom) / 2.0 - kSize.height / 2.0;
    EXPECT_NEAR((here.left + here.right) / 2.0,
                kSize.width / 2.0 + dx * std::cos(angle) - dy * std::sin(angle), 200)
        << degrees;
    EXPECT_NEAR((here.top + here.bottom) / 2.0,
                kSize.height / 2.0 + dx * std::sin(angle) + dy * std::cos(angle), 200)
        << degrees;
  }
}

// Some characters read as well on their side: of three lines of twelve above each other a page on
// its side makes twelve of three, of a lone line twelve of one.
TEST(ScanPage, LiesOnItsSideWhereLinesWouldBeShort) {
  constexpr int kStep = 30;
  constexpr int kBlock = 22;
  constexpr int kCell = 500;
  const auto print = [](int along, int across) {
    const int lines = across / kCell % 3 == 0 ? 3 : 1;
    const bool inside = along % kCell < 12 * kStep && across % kCell < lines * kStep;
    return inside && along % kCell % kStep < kBlock && across % kCell % kStep < kBlock;
  };
  const auto drawn = [&](bool aside) {
    return picture_of({0, 0, kWidth, kHeight}, [&](int x, int y) {
      return print(aside ? y : x, aside ? x : y) ? std::uint8_t{40} : std::uint8_t{250};
    });
  };
  BlockReader reader;
  LineMemory memory;
  EXPECT_EQ(read(drawn(false), reader, memory).scanned.standing.quarters, 0);
  EXPECT_EQ(read(drawn(true), reader, memory).scanned.standing.quarters, 1);
}

TEST(ScanPage, EqualLinesAreReadOnce) {
  BlockReader reader;
  LineMemory memory;
  static_cast<void>(read(page(20, 0), reader, memory));
  // Sixty cells and a title, of four looks; which way is up costs a few more.
  EXPECT_LE(reader.lines, 24);
}

TEST(ScanPage, BoxesSayHowSureTheirTextIs) {
  BlockReader reader;
  reader.sure = 0.87F;
  LineMemory memory;
  const auto [scanned, parts] = read(page(3, 0), reader, memory);
  EXPECT_THAT(scanned.page.glyphs, Each(Field(&Glyph::sure, 87)));
  EXPECT_EQ(parts.grids.at(0).cell(1, 1).box.sure, 87);
}

TEST(ScanPage, PrintThatNobodyCanReadIsNotLost) {
  BlockReader reader;
  reader.blind = true;
  LineMemory memory;
  const auto [scanned, parts] = read(page(3, 0), reader, memory);
  EXPECT_THAT(scanned.unread, SizeIs(10));
  EXPECT_THAT(texts(parts.grids.at(0), 1), Each("\xEF\xBF\xBD"));
  EXPECT_EQ(parts.grids[0].cell(1, 1).box.sure, 0);
}

TEST(ScanPage, ALineThatThePageEndCutsIsReadWhole) {
  // Of its 22 pixels the foot of the first page shows 13 or 9, the next page the others.
  for (const int above : {13, 9}) {
    WholeReader reader;
    LineMemory memory;
    const auto foot = open_page(400, 300, 360 - above);
    // The second page's margin is another one.
    const auto top = open_page(250, 500, 60 + 4 - above);
    auto before = read_scan(foot, kSize, reader, memory);
    auto after =
        read_scan(top, {.number = 2, .width = kSize.width, .height = kSize.height}, reader, memory);
    EXPECT_EQ(take_apart(before.page).grids.at(0).cell(1, 1).text, "口口口") << above;
    EXPECT_EQ(take_apart(after.page).grids.at(0).cell(1, 1).text, "口口口") << above;
    read_cut_lines(before, after, reader);
    const auto text_before = take_apart(before.page).grids.at(0).cell(1, 1).text;
    const auto text_after = take_apart(after.page).grids.at(0).cell(1, 1).text;
    EXPECT_EQ(text_before, above > 11 ? "甲甲甲" : "");
    EXPECT_EQ(text_after, above > 11 ? "" : "甲甲甲");
  }
}

TEST(ScanPage, TwoWholeLinesAtAPageEndStayTwo) {
  WholeReader reader;
  LineMemory memory;
  auto before = read_scan(open_page(400, 300, 337), kSize, reader, memory);
  auto after =
      read_scan(open_page(250, 500, 64),
                {.number = 2, .width = kSize.width, .height = kSize.height}, reader, memory);
  read_cut_lines(before, after, reader);
  EXPECT_EQ(take_apart(before.page).grids.at(0).cell(1, 1).text, "甲甲甲");
  EXPECT_EQ(take_apart(after.page).grids.at(0).cell(1, 1).text, "甲甲甲");
}

TEST(ScanPage, APhotoIsNoPrint) {
  BlockReader reader;
  LineMemory memory;
  std::mt19937 random(5);
  // Specks of the size of print all over the page.
  const auto photo = picture_of({0, 0, kWidth, kHeight}, [&](int x, int y) {
    static std::vector<std::uint8_t> row(kWidth);
    if (x == 0 && y % 12 == 0) {
      for (std::size_t i = 0; i < row.size(); i += 16) {
        std::fill_n(row.begin() + static_cast<std::ptrdiff_t>(i),
                    std::min<std::size_t>(16, row.size() - i),
                    random() % 2 == 0 ? std::uint8_t{40} : std::uint8_t{250});
      }
    }
    const bool gap = y % 12 >= 8 || x % 16 >= 10;
    return gap ? std::uint8_t{250} : row[static_cast<std::size_t>(x)];
  });
  const auto scanned = read_scan(photo, kSize, reader, memory);
  EXPECT_FALSE(scanned.is_print);
  EXPECT_THAT(scanned.page.glyphs, SizeIs(0));
}

TEST(ScanPage, AnEmptyPageHasNothing) {
  BlockReader reader;
  LineMemory memory;
  const auto blank =
      picture_of({0, 0, kWidth, kHeight}, [](int, int) { return std::uint8_t{250}; });
  const auto scanned = read_scan(blank, kSize, reader, memory);
  EXPECT_THAT(scanned.page.glyphs, SizeIs(0));
  EXPECT_EQ(reader.lines, 0);
}

TEST(ScanPage, APictureWithoutAResolutionIsA4) {
  BlockReader reader;
  LineMemory memory;
  // What states none is taken for 96 dots to the inch.
  const Page size{.number = 1, .width = kWidth * 7200 / 96, .height = kHeight * 7200 / 96};
  const auto scanned = read_scan(page(20, 0), size, reader, memory);
  const auto parts = take_apart(scanned.page);
  ASSERT_THAT(parts.grids, SizeIs(1));
  EXPECT_EQ(parts.grids[0].rows(), 20);
  // On the picture its boxes stand where the document has them.
  const auto box = on_picture(parts.grids[0].cell(19, 2).box, scanned.standing);
  EXPECT_NEAR(box.left, (200 + 2 * 400 + 40) * 75, 300);
  EXPECT_NEAR(box.top, (400 + 19 * 60 + 18) * 75, 300);
  EXPECT_THAT(texts(parts.grids[0], 19), ElementsAre("甲", "甲甲", "甲甲甲"));
}

TEST(ScanPage, APictureOfOnePixelIsNoPage) {
  BlockReader reader;
  LineMemory memory;
  const GrayPicture dot{.width = 1, .height = 1, .pixels = {0}};
  EXPECT_THAT(read_scan(dot, kSize, reader, memory).page.glyphs, SizeIs(0));
}

}  // namespace
}  // namespace jiheng::document
