#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "document/pages/glyph_lines.h"
#include "document/pages/grid.h"
#include "document/pages/stitch.h"
#include "document/pages/unruled.h"

namespace jiheng::document {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

constexpr Length kSize = 10 * kPoint;  // of a glyph

/// A page drawn by hand: rules, and words whose glyphs stand side by side.
struct Drawn {
  Page page{.number = 1, .width = 600 * kPoint, .height = 800 * kPoint};

  void horizontal(Length y, Length from, Length to) {
    page.horizontal.push_back({y * kPoint, from * kPoint, to * kPoint});
  }

  void vertical(Length x, Length from, Length to) {
    page.vertical.push_back({x * kPoint, from * kPoint, to * kPoint});
  }

  void word(Length x, Length y, std::u32string_view text) {
    auto left = x * kPoint;
    for (const auto point : text) {
      page.glyphs.push_back({left, y * kPoint, left + kSize, y * kPoint + kSize, point});
      left += kSize;
    }
  }

  /// Rows of 20 points from `top` on, columns of 100 from 0 on, every position ruled.
  void lattice(int rows, int columns, Length top = 0) {
    for (int row = 0; row <= rows; ++row) {
      horizontal(top + row * 20, 0, columns * 100);
    }
    for (int column = 0; column <= columns; ++column) {
      vertical(column * 100, top, top + rows * 20);
    }
  }

  void cell(int row, int column, std::u32string_view text, Length top = 0) {
    word(column * 100 + 5, top + row * 20 + 5, text);
  }
};

std::vector<std::vector<std::string>> texts(const std::vector<Row>& rows) {
  std::vector<std::vector<std::string>> all;
  for (const auto& row : rows) {
    all.emplace_back();
    for (const auto& cell : row.cells) {
      all.back().push_back(cell.text);
    }
  }
  return all;
}

std::vector<std::vector<std::string>> stitched(std::vector<Drawn> pages) {
  Stitcher stitcher;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pages[i].page.number = static_cast<int>(i) + 1;
    stitcher.add(take_apart(pages[i].page));
  }
  return texts(stitcher.finish());
}

using Texts = std::vector<std::vector<std::string>>;

TEST(Stitcher, GivesRowsOnceNoPageCanChangeThem) {
  Drawn page;
  page.lattice(3, 2);
  page.cell(0, 0, U"甲");
  page.cell(1, 0, U"乙");
  page.cell(2, 0, U"丙");
  Drawn cut = page;
  // No rule closes the last row: it may go on on the next page.
  std::erase_if(cut.page.horizontal, [](const Rule& rule) { return rule.at == 60 * kPoint; });
  Drawn next = page;
  next.page.number = 2;
  Drawn words;
  words.page.number = 3;
  words.word(0, 0, U"说明");
  Stitcher stitcher;
  stitcher.add(take_apart(cut.page));
  EXPECT_EQ(texts(stitcher.take_finished()), (Texts{{"甲", ""}, {"乙", ""}}));
  EXPECT_THAT(stitcher.take_finished(), SizeIs(0));
  stitcher.add(take_apart(next.page));
  EXPECT_EQ(texts(stitcher.take_finished()), (Texts{{"丙", ""}, {"甲", ""}, {"乙", ""}}));
  stitcher.add(take_apart(words.page));
  EXPECT_THAT(stitcher.take_finished(), SizeIs(0));
  // A table does not go on behind a page without it.
  words.page.number = 4;
  stitcher.add(take_apart(words.page));
  EXPECT_EQ(texts(stitcher.take_finished()), (Texts{{"丙", ""}, {"说明"}, {"说明"}}));
  EXPECT_THAT(stitcher.finish(), SizeIs(0));
}

TEST(GlyphLines, BoldPrintedTwiceIsReadOnce) {
  Drawn drawn;
  drawn.word(0, 0, U"项目资金");
  drawn.page.glyphs.push_back({30, 20, 30 + kSize, 20 + kSize, U'项'});
  drawn.page.glyphs.push_back({1030, 0, 1030 + kSize, kSize, U'目'});
  const auto parts = take_apart(drawn.page);
  ASSERT_THAT(parts.lines, SizeIs(1));
  EXPECT_EQ(parts.lines[0].text, "项目资金");
}

TEST(GlyphLines, EqualGlyphsSideBySideStay) {
  Drawn drawn;
  drawn.word(0, 0, U"人人1122");
  EXPECT_EQ(take_apart(drawn.page).lines[0].text, "人人1122");
}

TEST(GlyphLines, BlanksStandOnlyBesideLetters) {
  Drawn drawn;
  drawn.word(0, 0, U"科");
  drawn.word(15, 0, U"技");
  drawn.word(30, 0, U"IT");
  drawn.word(55, 0, U"system");
  EXPECT_EQ(take_apart(drawn.page).lines[0].text, "科技 IT system");
}

TEST(Grid, MergedCellsCoverTheirPositions) {
  Drawn drawn;
  drawn.lattice(3, 3);
  // Column 0 has no rules between its rows; the first row none right of column 1.
  drawn.page.horizontal.clear();
  drawn.horizontal(0, 0, 300);
  drawn.horizontal(20, 100, 300);
  drawn.horizontal(40, 100, 300);
  drawn.horizontal(60, 0, 300);
  drawn.page.vertical.clear();
  drawn.vertical(0, 0, 60);
  drawn.vertical(100, 0, 60);
  drawn.vertical(200, 20, 60);
  drawn.vertical(300, 0, 60);
  drawn.cell(1, 0, U"单位");
  drawn.cell(0, 1, U"绩效指标");
  drawn.cell(1, 1, U"数量");
  drawn.cell(2, 2, U"五");
  Stitcher stitcher;
  stitcher.add(take_apart(drawn.page));
  const auto rows = stitcher.finish();
  EXPECT_EQ(texts(rows),
            (Texts{{"单位", "绩效指标", "绩效指标"}, {"单位", "数量", ""}, {"单位", "", "五"}}));
  EXPECT_EQ(rows[0].cells[0].merged, Merged::first);
  EXPECT_EQ(rows[1].cells[0].merged, Merged::below);
  EXPECT_EQ(rows[0].cells[1].merged, Merged::first);
  EXPECT_EQ(rows[0].cells[2].merged, Merged::beside);
  EXPECT_EQ(rows[1].cells[1].merged, Merged::no);
}

TEST(Grid, DoubleAndBrokenRulesAreOne) {
  Drawn drawn;
  drawn.lattice(2, 2);
  drawn.horizontal(21, 0, 200);
  drawn.page.vertical.clear();
  for (const Length x : {0, 100, 200}) {
    drawn.vertical(x, 0, 19);
    drawn.vertical(x, 20, 40);
  }
  drawn.cell(0, 0, U"甲");
  drawn.cell(1, 1, U"乙");
  EXPECT_EQ(stitched({drawn}), (Texts{{"甲", ""}, {"", "乙"}}));
}

TEST(Grid, OuterBordersMayBeMissing) {
  Drawn drawn;
  for (const Length y : {0, 20, 40, 60}) {
    drawn.horizontal(y, 0, 300);
  }
  drawn.vertical(100, 0, 60);
  drawn.vertical(200, 0, 60);
  drawn.cell(0, 0, U"甲");
  drawn.cell(1, 1, U"乙");
  drawn.cell(2, 2, U"丙");
  EXPECT_EQ(stitched({drawn}), (Texts{{"甲", "", ""}, {"", "乙", ""}, {"", "", "丙"}}));
}

TEST(Grid, AFrameAroundATableIsNoTable) {
  Drawn drawn;
  drawn.lattice(2, 2, 100);
  drawn.horizontal(50, -50, 400);
  drawn.horizontal(300, -50, 400);
  drawn.vertical(-50, 50, 300);
  drawn.vertical(400, 50, 300);
  drawn.cell(0, 0, U"甲", 100);
  drawn.cell(1, 1, U"乙", 100);
  drawn.word(0, 70, U"标题");
  const auto parts = take_apart(drawn.page);
  EXPECT_THAT(parts.grids, SizeIs(1));
  ASSERT_THAT(parts.lines, SizeIs(1));
  EXPECT_EQ(parts.lines[0].text, "标题");
}

/// A page of a table of two columns: a head row and rows of one character each.
Drawn table_page(std::u32string_view first, std::u32string_view second, bool open_below = false) {
  Drawn drawn;
  const auto rows = static_cast<int>(first.size());
  drawn.lattice(rows + 1, 2);
  if (open_below) {
    drawn.page.horizontal.erase(drawn.page.horizontal.begin() + rows + 1);
    drawn.horizontal((rows + 1) * 20, 100, 200);
  }
  drawn.cell(0, 0, U"项目");
  drawn.cell(0, 1, U"目标");
  for (int row = 0; row < rows; ++row) {
    for (const auto& [column, text] : {std::pair(0, first), std::pair(1, second)}) {
      if (const auto point = text[static_cast<std::size_t>(row)]; point != U' ') {
        drawn.cell(row + 1, column, {&point, 1});
      }
    }
  }
  return drawn;
}

TEST(Stitch, ATableGoesOnOnTheNextPage) {
  const auto rows = stitched({table_page(U"甲乙", U"12"), table_page(U"丙", U"3")});
  EXPECT_EQ(rows,
            (Texts{{"项目", "目标"}, {"甲", "1"}, {"乙", "2"}, {"项目", "目标"}, {"丙", "3"}}));
}

TEST(Stitch, ACellOpenAtThePageFootShowsItsTextOnBothPages) {
  // The text of a merged cell stands in the middle of its whole range: on the second page.
  const auto rows = stitched({table_page(U"甲 ", U"12", true), table_page(U"乙丙", U"34")});
  EXPECT_EQ(
      rows,
      (Texts{
          {"项目", "目标"}, {"甲", "1"}, {"乙", "2"}, {"项目", "目标"}, {"乙", "3"}, {"丙", "4"}}));
}

TEST(Stitch, TheGrowingCellIsMergedOverThePages) {
  Stitcher stitcher;
  auto first = table_page(U"甲 ", U"12", true);
  auto second = table_page(U"乙丙", U"34");
  second.page.number = 2;
  stitcher.add(take_apart(first.page));
  stitcher.add(take_apart(second.page));
  const auto rows = stitcher.finish();
  ASSERT_THAT(rows, SizeIs(6));
  EXPECT_EQ(rows[2].cells[0].merged, Merged::first);
  EXPECT_EQ(rows[4].cells[0].merged, Merged::below);
  EXPECT_EQ(rows[5].cells[0].merged, Merged::no);
  ASSERT_THAT(rows[2].cells[0].boxes, SizeIs(1));
  EXPECT_EQ(rows[2].cells[0].boxes[0].page, 2);
  EXPECT_TRUE(rows[3].page_start);
  EXPECT_FALSE(rows[4].page_start);
}

TEST(Stitch, ARowCutInAllColumnsIsOneRow) {
  auto first = table_page(U"甲", U"1");
  first.page.horizontal.pop_back();
  const auto rows = stitched({first, table_page(U"乙丙", U"23")});
  EXPECT_EQ(rows, (Texts{{"项目", "目标"}, {"甲\n乙", "1\n2"}, {"项目", "目标"}, {"丙", "3"}}));
}

/// Nine characters fill a line of a column.
constexpr std::u32string_view kFullLine = U"老旧小区改造项目费";

TEST(Stitch, ARowThroughWhichThePageEndDrawsALineIsOneRow) {
  auto first = table_page(U" ", U"1");
  first.cell(1, 0, kFullLine);
  const auto rows = stitched({first, table_page(U"乙丙", U" 3")});
  EXPECT_EQ(
      rows,
      (Texts{{"项目", "目标"}, {"老旧小区改造项目费\n乙", "1"}, {"项目", "目标"}, {"丙", "3"}}));
}

using Cells = std::vector<std::u32string_view>;

/// A page of a table of four columns: a head, and rows that are closed at the page's foot.
Drawn wide_page(const std::vector<Cells>& rows) {
  Drawn drawn;
  drawn.lattice(static_cast<int>(rows.size()) + 1, 4);
  const Cells head{U"单位", U"项目", U"类别", U"目标"};
  for (int column = 0; column < 4; ++column) {
    drawn.cell(0, column, head[static_cast<std::size_t>(column)]);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      drawn.cell(static_cast<int>(row) + 1, column, rows[row][static_cast<std::size_t>(column)]);
    }
  }
  return drawn;
}

/// The first row of the second page, and that before it.
Texts around_the_page_end(const Cells& before, const Cells& after) {
  const auto rows = stitched({wide_page({before}), wide_page({after, {U"", U"", U"效益", U"9"}})});
  return rows.size() == 5 ? Texts{rows[1], rows[3]} : Texts();
}

TEST(Stitch, MergedCellsThroughWhichThePageEndDrawsALineAreOne) {
  // Where one character has room, a number of two digits has none.
  EXPECT_EQ(
      around_the_page_end({U"局", U"水利设施改造项目", U"产出", U"1"}, {U"", U"13", U"", U"2"}),
      (Texts{{"局", "水利设施改造项目\n13", "产出", "1"}, {"", "水利设施改造项目\n13", "", "2"}}));
  EXPECT_EQ(
      around_the_page_end({U"水利和城乡建设管理", kFullLine, U"产出", U"1"},
                          {U"局", U"用", U"", U"2"})[1],
      (std::vector<std::string>{"水利和城乡建设管理\n局", "老旧小区改造项目费\n用", "", "2"}));
}

TEST(Stitch, AnotherParentIsNoRestOfOne) {
  const std::vector<std::string> kept{"", "用", "", "2"};
  EXPECT_EQ(around_the_page_end({U"局", U"短", U"产出", U"1"}, {U"", U"用", U"", U"2"})[1], kept);
  EXPECT_EQ(around_the_page_end({U"局", kFullLine, U"", U"1"}, {U"", U"用", U"", U"2"})[1], kept);
  EXPECT_EQ(around_the_page_end({U"局", kFullLine, U"产出", U"1"}, {U"", U"用", U"产出", U"2"})[1],
            (std::vector<std::string>{"", "用", "产出", "2"}));
  EXPECT_EQ(around_the_page_end({kFullLine, U"甲", U"产出", U"1"}, {U"合计", U"", U"", U"2"})[1],
            (std::vector<std::string>{"合计", "", "", "2"}));
  // Codes fill narrow columns.
  EXPECT_EQ(around_the_page_end({U"局", U"123456789", U"17", U"1"}, {U"", U"11", U"", U"2"})[1],
            (std::vector<std::string>{"", "11", "", "2"}));
}

TEST(Stitch, ARowWithoutTargetAfterAShortLineIsARowOfItsOwn) {
  const auto rows = stitched({table_page(U"甲", U"1"), table_page(U"乙丙", U" 3")});
  EXPECT_THAT(rows, SizeIs(5));
}

TEST(Stitch, ARowWithATargetIsARowOfItsOwn) {
  auto first = table_page(U" ", U"1");
  first.cell(1, 0, kFullLine);
  EXPECT_THAT(stitched({first, table_page(U"乙丙", U"23")}), SizeIs(5));
}

TEST(Stitch, ALineOfACutCellPrintedOnBothPagesIsReadOnce) {
  const auto rows = stitched({table_page(U"甲乙", U"12", true), table_page(U"乙丙", U"34")});
  EXPECT_EQ(rows[2], (std::vector<std::string>{"乙", "2"}));
  EXPECT_EQ(rows[4], (std::vector<std::string>{"乙", "3"}));
}

TEST(Stitch, ATitleInsideTheFrameNeedNotBePrintedAgain) {
  auto first = table_page(U"  ", U"  ", true);
  first.page.glyphs.clear();
  first.cell(0, 0, U"附表");
  first.cell(1, 0, U"项目");
  first.cell(1, 1, U"目标");
  first.cell(2, 1, U"1");
  const auto rows = stitched({first, table_page(U"甲乙", U"23")});
  EXPECT_EQ(rows, (Texts{{"附表", ""},
                         {"项目", "目标"},
                         {"甲", "1"},
                         {"项目", "目标"},
                         {"甲", "2"},
                         {"乙", "3"}}));
}

TEST(Stitch, AnOuterColumnCutAtBothEndsOfAPageKeepsItsSide) {
  // The first column is one cell over the whole second page: its outer rule meets no other.
  auto second = table_page(U"  ", U"23");
  second.page.horizontal.clear();
  for (int y = 0; y <= 60; y += 20) {
    second.horizontal(y, 100, 200);
  }
  second.page.glyphs.clear();
  second.cell(0, 1, U"2");
  second.cell(1, 1, U"3");
  second.cell(2, 1, U"4");
  const auto rows = stitched({table_page(U"甲", U"1", true), second});
  ASSERT_THAT(rows, SizeIs(5));
  EXPECT_EQ(rows[4], (std::vector<std::string>{"甲", "4"}));
}

TEST(Stitch, ATableWithoutOuterLinesIsNotTakenForCut) {
  const auto borderless = [](std::u32string_view first, std::u32string_view second) {
    auto drawn = table_page(first, second);
    drawn.page.horizontal.erase(drawn.page.horizontal.begin());
    drawn.page.horizontal.pop_back();
    return drawn;
  };
  const auto rows = stitched({borderless(U"甲乙", U"12"), borderless(U"丙丁", U"34")});
  EXPECT_THAT(rows, SizeIs(6));
  EXPECT_EQ(rows[2], (std::vector<std::string>{"乙", "2"}));
}

// The last column of a table without rules may begin right at the page's edge.
TEST(Stitch, ColumnsWithoutRulesMayStandCloserThanBordersMeet) {
  Drawn drawn;
  for (Length row = 0; row < 4; ++row) {
    drawn.word(5, 20 * row, U"指标");
    drawn.word(200, 20 * row, U"培训人数");
    drawn.word(586, 20 * row, U"人");
    const Length middle = 20 * row * kPoint + kSize / 2;
    drawn.page.glyphs.push_back({59'950, middle - 250, 60'000, middle + 250, U'二'});
  }
  auto parts = take_apart(drawn.page);
  UnruledRun run;
  ASSERT_TRUE(run.takes(drawn.page, parts));
  run.add(drawn.page, std::move(parts));
  Stitcher stitcher;
  for (auto& page : run.tell().pages) {
    stitcher.add(std::move(page));
  }
  EXPECT_THAT(texts(stitcher.finish()), Each(ElementsAre("指标", "培训人数", "人", "二")));
}

/// A page without rules whose rows have a cell of `lines` lines beside three of one.
Drawn unruled_page(int rows, int lines) {
  Drawn drawn;
  for (int row = 0; row < rows; ++row) {
    const auto top = row * 15 * (lines + 1);
    for (int line = 0; line < lines; ++line) {
      drawn.word(5, top + 15 * line, U"水利局");
    }
    const auto middle = top + 15 * (lines / 2);
    drawn.word(150, middle, U"产出");
    drawn.word(250, middle, U"培训");
    drawn.word(400, middle, U"95");
  }
  return drawn;
}

TEST(UnruledRun, CellsOfManyLinesLeaveAPageATable) {
  const UnruledRun run;
  const auto table = unruled_page(4, 7);
  EXPECT_TRUE(run.takes(table.page, take_apart(table.page)));
  // As many lines of running text do not.
  Drawn text = unruled_page(4, 7);
  for (auto& glyph : text.page.glyphs) {
    glyph.right += glyph.left < 100 * kPoint ? 400 * kPoint : 0;
  }
  EXPECT_FALSE(run.takes(text.page, take_apart(text.page)));
}

TEST(UnruledRun, TheLastPageMayHoldOneRow) {
  UnruledRun run;
  const auto last = unruled_page(1, 1);
  EXPECT_FALSE(run.takes(last.page, take_apart(last.page)));
  const auto first = unruled_page(4, 1);
  run.add(first.page, take_apart(first.page));
  EXPECT_TRUE(run.takes(last.page, take_apart(last.page)));
}

TEST(Stitch, AnotherTitleBeginsAnotherTable) {
  auto second = table_page(U"丙", U"3");
  for (auto& glyph : second.page.glyphs) {
    glyph.top += 100 * kPoint;
    glyph.bottom += 100 * kPoint;
  }
  for (auto& rule : second.page.horizontal) {
    rule.at += 100 * kPoint;
  }
  for (auto& rule : second.page.vertical) {
    rule.from += 100 * kPoint;
    rule.to += 100 * kPoint;
  }
  second.word(0, 50, U"表十二");
  second.page.number = 2;
  Stitcher stitcher;
  stitcher.add(take_apart(table_page(U"甲", U"1").page));
  stitcher.add(take_apart(second.page));
  const auto rows = stitcher.finish();
  EXPECT_EQ(rows.front().place.table, 1);
  EXPECT_EQ(rows.back().place.table, 2);
  EXPECT_EQ(rows[2].place, (Place{.page = 2}));
}

TEST(Stitch, PlacesCountRowsOfThePage) {
  Stitcher stitcher;
  auto second = table_page(U"丙", U"3");
  second.page.number = 2;
  stitcher.add(take_apart(table_page(U"甲", U"1").page));
  stitcher.add(take_apart(second.page));
  EXPECT_EQ(to_string(stitcher.finish().back().place), "p2 t1 r2");
}

}  // namespace
}  // namespace jiheng::document
