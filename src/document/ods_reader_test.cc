#include "document/ods_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ods_maker.h"
#include "sheet_rows.h"

namespace jiheng::document {
namespace {

using test::make_ods;
using test::make_zip;
using test::notices_in;
using test::rows_in;
using test::texts;
using testing::ElementsAre;
using testing::SizeIs;

std::string table(const std::string& rows, const std::string& attributes = {}) {
  return "<table:table table:name='表1' " + attributes + ">" + rows + "</table:table>";
}

std::string row(const std::string& cells, const std::string& attributes = {}) {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string cell(const std::string& text, const std::string& attributes = {}) {
  return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}

std::string no_cell(const std::string& attributes = {}) {
  return "<table:table-cell " + attributes + "/>";
}

std::string covered(const std::string& attributes = {}) {
  return "<table:covered-table-cell " + attributes + "/>";
}

TEST(Ods, ReadsTheTextACellShows) {
  const auto bytes = make_ods(table(row(
      cell("甲") + cell("95%", "office:value-type='percentage' office:value='0.95'") +
      "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation>"
      "<text:p>第一段</text:p><text:p>第<text:span>二</text:span>段</text:p><draw:frame><text:p>图"
      "</text:p></draw:frame></table:table-cell>" +
      cell("a<text:s/>b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e") +
      cell(" \n 很\n  多 <text:a>空白</text:a> ") +
      cell("甲<text:note><text:p>脚注</text:p></text:note>乙&lt;") +
      "<table:table-cell><text:list><text:list-item><text:p>一</text:p></text:list-item>"
      "<text:list-item><text:p>二</text:p></text:list-item></text:list></table:table-cell>")));
  const auto document = read("file", bytes);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->format, Format::ods);
  EXPECT_TRUE(document->sheets[0].layout == Layout::grid);
  EXPECT_EQ(document->sheets[0].name, "表1");
  EXPECT_THAT(
      texts(document->sheets[0].rows[0]),
      ElementsAre("甲", "95%", "第一段\n第二段", "a b   c\td\ne", "很 多 空白", "甲乙<", "一\n二"));
}

TEST(Ods, ReadsTheValueWhereThereIsNoText) {
  EXPECT_THAT(rows_in(make_ods(
                  table(row(no_cell("office:value-type='float' office:value='5.50'") +
                            no_cell("office:value-type='percentage' office:value='0.95'") +
                            no_cell("office:value-type='date' office:date-value='2022-08-31'") +
                            no_cell("office:value-type='boolean' office:boolean-value='true'") +
                            no_cell("office:value-type='string' office:string-value='甲'"))))),
              ElementsAre("1: 5.5|95%|2022-08-31|TRUE|甲"));
}

TEST(Ods, RepeatsWhatIsRepeated) {
  EXPECT_THAT(
      rows_in(make_ods(table(
          row(no_cell("table:number-columns-repeated='2'") +
              cell("甲", "table:number-columns-repeated='2'") +
              no_cell("table:number-columns-repeated='16380'")) +
          row(no_cell("table:number-columns-repeated='16384'"), "table:number-rows-repeated='3'") +
          row(cell("乙"), "table:number-rows-repeated='2'") + row(cell("丙")) +
          row(no_cell("table:number-columns-repeated='2147483647'"),
              "table:number-rows-repeated='1048569'")))),
      ElementsAre("1: ||甲|甲", "5: 乙", "6: 乙", "7: 丙"));
}

TEST(Ods, HugeRepeatsEndInAnError) {
  const std::string many = "table:number-rows-repeated='2000000000'";
  EXPECT_THAT(rows_in(make_ods(table(row(cell("甲"), many))), {.rows = 1000}),
              ElementsAre("document.too_many_rows 表1"));
  EXPECT_THAT(
      rows_in(make_ods(table(row(cell("甲"), many))), {.unpacked_bytes = std::size_t{1} << 20U}),
      ElementsAre("document.too_large "));
  EXPECT_THAT(rows_in(make_ods(table(row(no_cell(), many) + row(no_cell(), many)))),
              ElementsAre("document.broken content.xml"));
  EXPECT_THAT(
      rows_in(make_ods(table(row(cell("甲", "table:number-columns-repeated='2000000000'"))))),
      ElementsAre("document.too_many_cells 表1!1:1"));
  EXPECT_THAT(rows_in(make_ods(
                  table(row(cell("<text:s/>", "table:number-columns-repeated='2000000000'"))))),
              ElementsAre("document.empty "));
}

TEST(Ods, FillsMergedCells) {
  const auto document = read(
      "file",
      make_ods(table(row(cell("标题", "table:number-columns-spanned='3'") +
                         covered("table:number-columns-repeated='2'")) +
                     row(cell("甲", "table:number-rows-spanned='2'") +
                         cell("乙", "table:number-columns-spanned='2'") + covered()) +
                     row(covered() + cell("丙") + cell("丁")) +
                     row(cell("戊", "table:number-columns-spanned='2'") + covered() + cell("己"),
                         "table:number-rows-repeated='2'"))));
  ASSERT_TRUE(document);
  const auto& rows = document->sheets[0].rows;
  ASSERT_THAT(rows, SizeIs(5));
  EXPECT_THAT(texts(rows[0]), ElementsAre("标题", "标题", "标题"));
  EXPECT_THAT(texts(rows[1]), ElementsAre("甲", "乙", "乙"));
  EXPECT_THAT(texts(rows[2]), ElementsAre("甲", "丙", "丁"));
  EXPECT_THAT(texts(rows[3]), ElementsAre("戊", "戊", "己"));
  EXPECT_THAT(texts(rows[4]), ElementsAre("戊", "戊", "己"));
  EXPECT_EQ(rows[1].cells[0].merged, Merged::first);
  EXPECT_EQ(rows[2].cells[0].merged, Merged::below);
  EXPECT_EQ(rows[1].cells[2].merged, Merged::beside);
  EXPECT_EQ(rows[4].cells[1].merged, Merged::beside);
}

TEST(Ods, MarksHeaderRows) {
  const auto document =
      read("file", make_ods(table("<table:table-header-rows>" + row(cell("一")) + row(cell("二")) +
                                  "</table:table-header-rows><table:table-rows>" + row(cell("三")) +
                                  "</table:table-rows><table:table-row-group>" + row(cell("四")) +
                                  "</table:table-row-group>")));
  std::vector<bool> heads;
  for (const auto& one : document->sheets[0].rows) {
    heads.push_back(one.head);
  }
  EXPECT_THAT(heads, ElementsAre(true, true, false, false));
}

TEST(Ods, ReadsHiddenRowsAndColumnsAndSaysSo) {
  const auto bytes = make_ods(table(
      "<table:table-column table:number-columns-repeated='2'/><table:table-column "
      "table:visibility='collapse'/>" +
      row(cell("甲") + no_cell() + cell("乙")) + row(cell("丙"), "table:visibility='collapse'") +
      row(cell("丁"), "table:visibility='filter' table:number-rows-repeated='2'")));
  EXPECT_THAT(rows_in(bytes), ElementsAre("1: 甲||乙", "2: 丙", "3: 丁", "4: 丁"));
  EXPECT_THAT(notices_in(bytes),
              ElementsAre("sheet.hidden_rows 3 表1", "sheet.hidden_columns 1 表1"));
}

TEST(Ods, SkipsHiddenTablesAndWhatIsNoTable) {
  const auto bytes = make_ods(
      "<table:tracked-changes><table:deletion><table:table-cell><text:p>旧</text:p>"
      "</table:table-cell></table:deletion></table:tracked-changes>" +
          table(row(cell("甲")), "table:style-name='ta1'") +
          table("<table:shapes><draw:frame><text:p>图</text:p></draw:frame></table:shapes>" +
                    row(cell("乙")),
                "table:style-name='ta2'"),
      "<style:style style:name='ta1'><style:table-properties table:display='false'/></style:style>"
      "<style:style style:name='ta2'><style:table-properties table:display='true'/></style:style>");
  EXPECT_THAT(rows_in(bytes), ElementsAre("1: 乙"));
  EXPECT_THAT(notices_in(bytes), ElementsAre("sheet.hidden_sheet 表1"));
}

TEST(Ods, ExplainsWhatIsBroken) {
  EXPECT_THAT(rows_in(make_ods("<table:table><table:table-row>")),
              ElementsAre("document.broken content.xml"));
  EXPECT_THAT(rows_in(make_ods("")), ElementsAre("document.empty "));
  auto parts = test::ods_parts(table(row(cell("甲"))));
  const auto whole = make_zip(parts);
  EXPECT_THAT(rows_in(whole.substr(0, whole.size() - 40)), ElementsAre("document.cut_off "));
  parts[2].second = "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
  EXPECT_THAT(rows_in(make_zip(parts)), ElementsAre("document.encrypted "));
  parts.erase(parts.begin() + 1);
  parts[1].second = "";
  EXPECT_THAT(rows_in(make_zip(parts)), ElementsAre("document.broken content.xml"));
}

TEST(Ods, IsKnownByItsMediaType) {
  auto parts = test::ods_parts(table(row(cell("甲"))));
  std::swap(parts[0], parts[1]);
  EXPECT_THAT(rows_in(make_zip(parts)), ElementsAre("1: 甲"));
  parts[1] = {"x", ""};
  EXPECT_FALSE(ods_reader.recognises(make_zip(parts)));
  parts[2].second = "<m:file-entry m:media-type='application/vnd.oasis.opendocument.spreadsheet'/>";
  EXPECT_THAT(rows_in(make_zip(parts)), ElementsAre("1: 甲"));
  parts[1] = {"mimetype", "application/vnd.oasis.opendocument.text"};
  EXPECT_FALSE(ods_reader.recognises(make_zip(parts)));
}

}  // namespace
}  // namespace jiheng::document
