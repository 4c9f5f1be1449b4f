#include "document/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jiheng::document {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> texts(const Row& row) {
  std::vector<std::string> cells;
  for (const auto& cell : row.cells) {
    cells.push_back(cell.text);
  }
  return cells;
}

std::string error_of(std::string_view bytes, const Limits& limits = {}) {
  const auto document = read("file", bytes, limits);
  return document ? "" : document.error().message.key + " " + document.error().where;
}

TEST(Document, TellsItsFormatByContent) {
  EXPECT_EQ(read("a.csv", "一段文字\n另一段\n")->format, Format::text);
  EXPECT_EQ(read("a.txt", "a,b,c\nd,e,f\n")->format, Format::csv);
  EXPECT_EQ(read("a.txt", "a\tb\tc\nd\te\tf\n")->format, Format::tsv);
  EXPECT_EQ(read("a.txt", "标题\na;b;c\nd;e;f\n")->format, Format::csv);
}

TEST(Document, ReadsEveryEncodingAlike) {
  const auto plain = read("a", "单位,项目,指标\n甲,乙,丙\n");
  const std::string bom = "\xEF\xBB\xBF单位,项目,指标\n甲,乙,丙\n";
  EXPECT_EQ(read("a", bom)->encoding, Encoding::utf8_bom);
  EXPECT_EQ(texts(read("a", bom)->sheets[0].rows[0]), texts(plain->sheets[0].rows[0]));
  const std::string gb = "\xB5\xA5\xCE\xBB,\xCF\xEE\xC4\xBF,\xD6\xB8\xB1\xEA\n";
  EXPECT_EQ(read("a", gb)->encoding, Encoding::gb18030);
  EXPECT_EQ(texts(read("a", gb)->sheets[0].rows[0]), texts(plain->sheets[0].rows[0]));
}

TEST(Document, ExplainsWhatItCannotRead) {
  EXPECT_EQ(error_of(""), "document.empty ");
  EXPECT_EQ(error_of(" \n\t\n"), "document.empty ");
  EXPECT_EQ(error_of("%PDF-1.7\n%\xE2\xE3"), "document.broken ");
  EXPECT_EQ(error_of("Rar!\x1A\x07 and more"), "document.binary ");
  EXPECT_EQ(error_of(std::string("PK\x03\x04") + std::string(100, '\0')), "document.cut_off ");
  EXPECT_EQ(error_of(std::string(64, '\0')), "document.not_text ");
  EXPECT_EQ(error_of("甲\n" + std::string(100, 'x'), {.line_bytes = 50}),
            "document.line_too_long line 2");
  EXPECT_EQ(error_of(std::string(200, 'x'), {.bytes = 100}), "document.too_large ");
  EXPECT_EQ(error_of("a,b,c\n,,,,,,,,\na,b,c\n", {.cells_per_row = 5}),
            "document.too_many_cells line 2");
}

TEST(Document, MarksACutCharacter) {
  const auto document = read("a", std::string("指标值\n指标").substr(0, 14));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->encoding, Encoding::utf8);
  ASSERT_THAT(document->notices, SizeIs(1));
  EXPECT_EQ(document->notices[0].message.key, "text.encoding_replaced");
}

TEST(Text, KeepsLinesWithTheirNumbers) {
  const auto sheet = read("a", "一\n\n二\r\n\f三\r四")->sheets[0];
  ASSERT_THAT(sheet.rows, SizeIs(4));
  EXPECT_TRUE(sheet.layout == Layout::running_text);
  EXPECT_EQ(sheet.rows[1].place.line, 3);
  EXPECT_FALSE(sheet.rows[1].page_start);
  EXPECT_EQ(sheet.rows[2].place.line, 4);
  EXPECT_TRUE(sheet.rows[2].page_start);
  EXPECT_EQ(sheet.rows[3].place.line, 5);
  EXPECT_THAT(*read_lines("一\n\n二\r\n\f三\r四"), ElementsAre("一", "", "二", "三", "四"));
}

TEST(Csv, FollowsQuotes) {
  const auto sheet = read("a", "a,b,c\n\"x\ny\",\"q\"\"q\",\"m,n\"\n1,2,3\n")->sheets[0];
  ASSERT_THAT(sheet.rows, SizeIs(3));
  EXPECT_THAT(texts(sheet.rows[1]), ElementsAre("x\ny", "q\"q", "m,n"));
  EXPECT_EQ(sheet.rows[1].place.line, 2);
  EXPECT_EQ(sheet.rows[1].place.last_line, 3);
  EXPECT_EQ(sheet.rows[2].place.line, 4);
}

TEST(Csv, TwoColumnsAreTheirFiguresNotProse) {
  const auto money = read("a", "单位：万元\n项目,执行数\n甲,\"1,200.5\"\n乙,\n丙,80\n")->sheets[0];
  EXPECT_EQ(money.layout, Layout::separated);
  ASSERT_THAT(money.rows, SizeIs(5));
  EXPECT_THAT(texts(money.rows[2]), ElementsAre("甲", "1,200.5"));
  for (const std::string_view prose : {"就业率,≥90%\n满意度,≥85%\n次数,12\n", "甲,1\n乙,2\n丙,3\n",
                                       "数量,指标\n其一,5\n并且,6\n其余照旧\n"}) {
    EXPECT_EQ(read("a", prose)->sheets[0].layout, Layout::running_text) << prose;
  }
}

TEST(Csv, TitlesOverAHeadAndOneRowAreATable) {
  const auto few =
      read("a", "2024年项目支出绩效目标表\n单位：万元\na,b,c,d,e\n1,2,3,4,5\n")->sheets[0];
  EXPECT_EQ(few.layout, Layout::separated);
  const auto prose = read("a", "标题\n说明\n第一,第二,第三\n甲,乙,丙,丁,戊\n")->sheets[0];
  EXPECT_EQ(prose.layout, Layout::running_text);
}

TEST(Csv, AQuoteNeverClosedSwallowsNothing) {
  const auto document = read("a", "a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n");
  ASSERT_TRUE(document);
  ASSERT_THAT(document->sheets[0].rows, SizeIs(4));
  EXPECT_THAT(texts(document->sheets[0].rows[1]), ElementsAre("1", "\"2", "3"));
  ASSERT_THAT(document->notices, SizeIs(1));
  EXPECT_EQ(document->notices[0].message.key, "csv.quote_open");
  EXPECT_EQ(document->notices[0].place.line, 2);
}

}  // namespace
}  // namespace jiheng::document
