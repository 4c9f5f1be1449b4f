#include "document/xlsx_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/document.h"
#include "sheet_rows.h"
#include "xlsx_maker.h"

namespace jiheng::document {
namespace {

using test::make_xlsx;
using test::make_zip;
using test::rows_in;
using test::texts;
using test::Xlsx;
using testing::ElementsAre;
using testing::SizeIs;

std::vector<std::string> rows_of(const Xlsx& xlsx, const Limits& limits = {}) {
  return rows_in(make_xlsx(xlsx), limits);
}

std::vector<std::string> notices_of(const Xlsx& xlsx) {
  return test::notices_in(make_xlsx(xlsx));
}

std::string sheet_data(const std::string& rows) {
  return "<sheetData>" + rows + "</sheetData>";
}

std::string row(int number, const std::string& cells, const std::string& attributes = {}) {
  return "<row r='" + std::to_string(number) + "' " + attributes + ">" + cells + "</row>";
}

std::string cell(const std::string& address, const std::string& text) {
  return "<c r='" + address + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
}

TEST(Xlsx, ReadsSharedAndInlineStrings) {
  EXPECT_THAT(
      rows_of(
          {.sheet = sheet_data("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>0</v></c>"
                               "<c r='C1' t='inlineStr'><is><r><t>丙</t></r><r><rPr><b/></rPr>"
                               "<t xml:space='preserve'> 丁</t></r></is></c>"
                               "<c r='D1' t='s'><v>7</v></c><c r='E1' t='s'><v>2</v></c></row>"),
           .strings = "<si><t>乙</t></si>"
                      "<si><r><t>甲</t></r><rPh sb='0' eb='1'><t>jia</t></rPh><r><t>1</t></r>"
                      "<phoneticPr fontId='1'/></si>"
                      "<si><t>行一_x000D_\n行二&amp;&#8805;&lt;&gt;_x005F_x</t></si>"}),
      ElementsAre("1: 甲1|乙|丙 丁||行一\n行二&≥<>_x"));
}

TEST(Xlsx, ReadsEveryCellType) {
  EXPECT_THAT(
      rows_of({.sheet = sheet_data("<row r='1'><c r='A1' t='str'><f>A2</f><v>公式</v></c>"
                                   "<c r='B1' t='b'><v>1</v></c><c r='C1' t='b'><v>0</v></c>"
                                   "<c r='D1' t='e'><v>#DIV/0!</v></c>"
                                   "<c r='E1' t='d'><v>2022-08-31T00:00:00Z</v></c>"
                                   "<c r='F1' t='d'><v>2022-08-31T06:30:00</v></c>"
                                   "<c r='G1'><f>1+1</f><v>2</v></c><c r='H1' t='n'><v>3</v></c>"
                                   "<c r='I1'><v>no number</v></c></row>")}),
      ElementsAre("1: 公式|TRUE|FALSE|#DIV/0!|2022-08-31|2022-08-31 06:30:00|2|3|no number"));
}

TEST(Xlsx, CountsWhatHasNoAddress) {
  EXPECT_THAT(rows_of({.sheet = sheet_data("<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
                                           "<row><c r='B7'><v>3</v></c><c><v>4</v></c></row>"
                                           "<row><c><v>5</v></c></row>")}),
              ElementsAre("1: 1||2", "7: |3|4", "8: 5"));
}

TEST(Xlsx, PutsOutOfOrderCellsWhereTheyBelong) {
  EXPECT_THAT(rows_of({.sheet = sheet_data(row(9, cell("C9", "c") + cell("A9", "a")) +
                                           row(3, cell("A3", "x")) + row(9, cell("B9", "b")))}),
              ElementsAre("3: x", "9: a|b|c"));
}

TEST(Xlsx, LeavesOutEmptyRowsAndTrailingCells) {
  EXPECT_THAT(
      rows_of({.sheet = sheet_data(row(1, "<c r='A1'/><c r='B1' t='n'></c>") +
                                   row(2, cell("A2", "甲") + cell("B2", " \n　") + "<c r='ZZ2'/>") +
                                   row(4, cell("B4", "乙")))}),
      ElementsAre("2: 甲", "4: |乙"));
}

TEST(Xlsx, ReadsAnyMarkup) {
  EXPECT_THAT(
      rows_of({.sheet =
                   "<!-- <row> --><x:sheetData xmlns:x=\"m\" ><x:row a = '>' r=\"2\"\n>"
                   "<x:c r='A2' t='inlineStr'><x:is><x:t>a<![CDATA[<&amp;>]]>b<!-- c -->&#x4E2D;"
                   "&apos;&quot;&unknown;</x:t></x:is></x:c ><x:c r='B2'><?pi ?><x:v>1</x:v>"
                   "</x:c></x:row></x:sheetData><x><row r='7'><c><v>7</v></c></row></x>"}),
      ElementsAre("2: a<&amp;>b中'\"&unknown;|1"));
}

TEST(Xlsx, FillsMergedCells) {
  const auto document =
      read("file", make_xlsx({.sheet = sheet_data(row(1, cell("A1", "标题")) +
                                                  row(2, cell("A2", "甲") + cell("C2", "1")) +
                                                  row(3, cell("C3", "2")) +
                                                  row(4, cell("A4", "乙") + cell("C4", "3"))) +
                                       "<mergeCells><mergeCell ref='A1:XFD1'/>"
                                       "<mergeCell ref='A2:B3'/></mergeCells>"}));
  ASSERT_TRUE(document);
  const auto& rows = document->sheets[0].rows;
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_TRUE(document->sheets[0].layout == Layout::grid);
  EXPECT_THAT(texts(rows[0]), ElementsAre("标题", "标题", "标题"));
  EXPECT_THAT(texts(rows[1]), ElementsAre("甲", "甲", "1"));
  EXPECT_THAT(texts(rows[2]), ElementsAre("甲", "甲", "2"));
  EXPECT_EQ(rows[0].cells[0].merged, Merged::first);
  EXPECT_EQ(rows[0].cells[2].merged, Merged::beside);
  EXPECT_EQ(rows[2].cells[0].merged, Merged::below);
  EXPECT_EQ(rows[2].cells[1].merged, Merged::beside);
  EXPECT_EQ(rows[2].cells[2].merged, Merged::no);
  EXPECT_EQ(rows[3].cells[0].merged, Merged::no);
}

TEST(Xlsx, AMergedSheetStaysAsSmallAsItIs) {
  EXPECT_THAT(rows_of({.sheet = sheet_data(row(1, cell("A1", "甲") + cell("B1", "乙")) +
                                           row(5, cell("B5", "丙"))) +
                                "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"}),
              ElementsAre("1: 甲|甲", "5: 甲|甲"));
  std::string ranges;
  for (int i = 0; i < 1000; ++i) {
    ranges += "<mergeCell ref='A1:XFD1048576'/>";
  }
  std::string rows;
  for (int i = 1; i <= 2000; ++i) {
    rows += row(i, cell("ALJ" + std::to_string(i), "x"));
  }
  EXPECT_THAT(rows_of({.sheet = sheet_data(rows) + "<mergeCells>" + ranges + "</mergeCells>"},
                      {.unpacked_bytes = std::size_t{256} << 20U}),
              ElementsAre("document.too_large "));
}

TEST(Xlsx, MarksPrintTitles) {
  const Xlsx xlsx{.sheet = sheet_data(row(1, cell("A1", "一")) + row(2, cell("A2", "二")) +
                                      row(4, cell("A4", "四")) + row(5, cell("A5", "五"))),
                  .names =
                      "<definedName name='_xlnm.Print_Titles' localSheetId='1'>表2!$1:$9"
                      "</definedName><definedName name='_xlnm.Print_Titles' localSheetId='0'>"
                      "'a,''b'!$A:$B,'a,''b'!$2:$4</definedName>"};
  const auto document = read("file", make_xlsx(xlsx));
  std::vector<bool> heads;
  for (const auto& one : document->sheets[0].rows) {
    heads.push_back(one.head);
  }
  EXPECT_THAT(heads, ElementsAre(false, true, true, false));
}

TEST(Xlsx, ReadsSheetsInOrderAndSkipsHiddenOnes) {
  const Xlsx xlsx{
      .sheet = sheet_data(row(1, cell("A1", "一"))),
      .more = {sheet_data(row(1, cell("A1", "二"))), sheet_data(""),
               sheet_data(row(3, cell("B3", "四"))), sheet_data(row(1, cell("A1", "图")))},
      .states = "vhvvc"};
  const auto document = read("file", make_xlsx(xlsx));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->format, Format::xlsx);
  ASSERT_THAT(document->sheets, SizeIs(2));
  EXPECT_EQ(document->sheets[0].name, "表1");
  EXPECT_EQ(document->sheets[1].name, "表4");
  EXPECT_EQ(to_string(cell_place(document->sheets[1].rows[0], 1)), "表4!B3");
  EXPECT_EQ(document->sheets[1].rows[0].place.table, 0);
  EXPECT_THAT(notices_of(xlsx), ElementsAre("sheet.hidden_sheet 表2"));
}

TEST(Xlsx, ReadsHiddenRowsAndColumnsAndSaysSo) {
  const Xlsx xlsx{.sheet =
                      "<cols><col min='1' max='1'/><col min='2' max='3' hidden='1'/>"
                      "<col min='16384' max='16384' hidden='1'/></cols>" +
                      sheet_data(row(1, cell("A1", "甲") + cell("B1", "乙")) +
                                 row(2, cell("A2", "丙"), "hidden='1'") +
                                 row(3, "", "hidden='1'"))};
  EXPECT_THAT(rows_of(xlsx), ElementsAre("1: 甲|乙", "2: 丙"));
  EXPECT_THAT(notices_of(xlsx),
              ElementsAre("sheet.hidden_rows 1 表1", "sheet.hidden_columns 1 表1"));
}

TEST(Xlsx, SaysWhichFormulasWereNeverCalculated) {
  const Xlsx xlsx{.sheet =
                      sheet_data(row(1, cell("A1", "甲") + "<c r='B1'><f>1+1</f></c>"
                                                           "<c r='C1'><f>1+1</f><v>2</v></c>"))};
  EXPECT_THAT(rows_of(xlsx), ElementsAre("1: 甲||2"));
  EXPECT_THAT(notices_of(xlsx), ElementsAre("sheet.formula_without_value 1 表1"));
}

TEST(Xlsx, ShowsNumbersAsTheirCellsDo) {
  EXPECT_THAT(
      rows_of({.sheet = sheet_data("<row r='1'><c s='0'><v>0.95</v></c><c s='1'><v>0.95</v></c>"
                                   "<c s='2'><v>44804</v></c><c s='3'><v>44804</v></c>"
                                   "<c s='4'><v>5</v></c><c s='9'><v>5</v></c>"
                                   "<c s='5' t='inlineStr'><is><t>三</t></is></c></row>"),
               .styles =
                   "<numFmts><numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;m&quot;月"
                   "&quot;d&quot;日&quot;;@'/><numFmt numFmtId='177' formatCode='\"≥\"0\"人\"'/>"
                   "<numFmt numFmtId='178' formatCode='@&quot;级&quot;'/></numFmts>"
                   "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
                   "<xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='14'/>"
                   "<xf numFmtId='176'/><xf numFmtId='177'/><xf numFmtId='178'/></cellXfs>"
                   "<dxfs><dxf><numFmt numFmtId='177' formatCode='0'/></dxf></dxfs>"}),
      ElementsAre("1: 0.95|95%|2022-08-31|2022年8月31日|≥5人|5|三级"));
}

TEST(Xlsx, CountsDaysFrom1904WhereTheWorkbookDoes) {
  EXPECT_THAT(rows_of({.sheet = sheet_data("<row r='1'><c s='0'><v>43342</v></c></row>"),
                       .styles = "<cellXfs><xf numFmtId='14'/></cellXfs>",
                       .workbook_pr = "<workbookPr date1904='1'/>"}),
              ElementsAre("1: 2022-08-31"));
}

TEST(Xlsx, StopsAtItsLimits) {
  const Xlsx three{.sheet = sheet_data(row(1, cell("A1", "a")) + row(2, cell("A2", "b")) +
                                       row(3, "<c r='XFD3'/>") + row(4, cell("D4", "c")))};
  EXPECT_THAT(rows_of(three, {.rows = 2}), ElementsAre("document.too_many_rows 表1"));
  EXPECT_THAT(rows_of(three, {.cells_per_row = 3}), ElementsAre("document.too_many_cells 表1!4:4"));
  EXPECT_THAT(rows_of(three, {.cells_per_row = 4, .rows = 3}), SizeIs(3));
  EXPECT_THAT(rows_of(three, {.unpacked_bytes = 100}),
              ElementsAre("document.too_large xl/workbook.xml"));
  // A shared text used many times is not many texts in the file, but in memory.
  std::string rows;
  for (int i = 1; i <= 3000; ++i) {
    rows += "<row><c t='s'><v>0</v></c></row>";
  }
  EXPECT_THAT(rows_of({.sheet = sheet_data(rows),
                       .strings = "<si><t>" + std::string(1000, 'x') + "</t></si>"},
                      {.unpacked_bytes = std::size_t{1} << 20U}),
              ElementsAre("document.too_large "));
}

TEST(Xlsx, ExplainsWhatIsBroken) {
  EXPECT_THAT(rows_of({.sheet = "<sheetData><row r='1'><c r='A1'>"}),
              ElementsAre("document.broken xl/worksheets/sheet0.xml"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<a>";
  }
  EXPECT_THAT(rows_of({.sheet = deep}), ElementsAre("document.broken xl/worksheets/sheet0.xml"));
  auto parts = test::xlsx_parts({.sheet = sheet_data("")});
  parts.pop_back();
  EXPECT_THAT(rows_in(make_zip(parts)), ElementsAre("document.broken xl/worksheets/sheet0.xml"));
  const auto whole = make_xlsx({.sheet = sheet_data(row(1, cell("A1", "甲")))});
  EXPECT_THAT(rows_in(whole.substr(0, whole.size() - 40)), ElementsAre("document.cut_off "));
  EXPECT_THAT(rows_in(make_zip(test::xlsx_parts({.sheet = sheet_data("")}), "geheim")),
              ElementsAre("document.encrypted xl/workbook.xml"));
  EXPECT_THAT(rows_of({.sheet = sheet_data("")}), ElementsAre("document.empty "));
}

TEST(Xlsx, ExpandsNoEntitiesOfADocument) {
  auto parts = test::xlsx_parts({.sheet = sheet_data("")});
  parts.back().second =
      "<!DOCTYPE w [<!ENTITY a 'ha>ha'><!ENTITY b '&a;&a;&a;'>]><worksheet><sheetData>" +
      row(1, cell("A1", "&b;")) + "</sheetData></worksheet>";
  EXPECT_THAT(rows_in(make_zip(parts)), ElementsAre("1: &b;"));
}

TEST(Xlsx, KnowsAWorkbookByItsRelations) {
  const auto plain = test::xlsx_parts({.sheet = sheet_data(row(1, cell("A1", "甲")))});
  auto strict = plain;
  strict[0].second = "<Types/>";
  strict[1].second =
      "<Relationships><Relationship Id='r' Type='http://purl.oclc.org/ooxml/officeDocument/"
      "relationships/officeDocument' Target='/XL/Workbook.xml'/></Relationships>";
  EXPECT_THAT(rows_in(make_zip(strict)), ElementsAre("1: 甲"));
  auto without_relations = plain;
  without_relations.erase(without_relations.begin() + 1);
  EXPECT_THAT(rows_in(make_zip(without_relations)), ElementsAre("1: 甲"));
  auto backslashes = plain;
  for (auto& [name, bytes] : backslashes) {
    std::ranges::replace(name, '/', '\\');
  }
  EXPECT_THAT(rows_in(make_zip(backslashes)), ElementsAre("1: 甲"));
  auto word = plain;
  word[0].second =
      "<Types><Override PartName='/xl/workbook.xml' ContentType='application/"
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
  EXPECT_THAT(rows_in(make_zip(word)), ElementsAre("document.binary "));
  EXPECT_FALSE(xlsx_reader.recognises(make_zip({{"a.txt", "xl/workbook.xml"}})));
}

}  // namespace
}  // namespace jiheng::document
