#include "document/docx_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zip_writer.h"

namespace jiheng::document {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::string docx(const std::string& body) {
  return test::make_zip({{"word/document.xml",
                          R"(<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>)" +
                              body + "<w:sectPr/></w:body></w:document>"}});
}

std::vector<Row> rows_of(const std::string& body) {
  const auto content = docx_reader.read(docx(body), {});
  EXPECT_TRUE(content) << (content ? "" : content.error().message.key);
  return content ? content->sheets.at(0).rows : std::vector<Row>{};
}

std::string error_of(const std::string& bytes, const Limits& limits = {}) {
  const auto content = docx_reader.read(bytes, limits);
  return content ? "" : content.error().message.key;
}

std::string paragraph(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string cell(const std::string& text, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

std::string row(const std::string& cells, const std::string& properties = {}) {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

std::string table(const std::string& rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
}

std::vector<std::string> texts(const Row& row) {
  std::vector<std::string> cells;
  for (const auto& cell : row.cells) {
    cells.push_back(cell.text);
  }
  return cells;
}

std::vector<Merged> merges(const Row& row) {
  std::vector<Merged> cells;
  for (const auto& cell : row.cells) {
    cells.push_back(cell.merged);
  }
  return cells;
}

/// The text of a document of one paragraph.
std::string text_of(const std::string& runs) {
  const auto rows = rows_of("<w:p>" + runs + "</w:p>");
  return rows.size() == 1 ? rows[0].cells.at(0).text : "";
}

TEST(Docx, IsKnownByItsParts) {
  EXPECT_TRUE(docx_reader.recognises(docx(paragraph("甲"))));
  EXPECT_FALSE(docx_reader.recognises(test::make_zip({{"xl/workbook.xml", "<workbook/>"}})));
  EXPECT_FALSE(docx_reader.recognises("PK"));
  EXPECT_FALSE(docx_reader.recognises("<w:document/>"));
  EXPECT_EQ(read("a.txt", docx(paragraph("甲")))->format, Format::docx);
}

TEST(Docx, FindsItsMainPartByTheRelations) {
  const std::string relations =
      R"(<Relationships><Relationship Type="http://x/relationships/styles" Target="a"/>)"
      R"(<Relationship Type="http://x/relationships/officeDocument" Target="/word/other.xml"/>)"
      "</Relationships>";
  const auto content = docx_reader.read(
      test::make_zip({{"_rels/.rels", relations},
                      {"word/other.xml", "<d><body><p><r><t>甲</t></r></p></body></d>"},
                      {"word/document.xml", "<d><body><p><r><t>乙</t></r></p></body></d>"}}),
      {});
  ASSERT_TRUE(content);
  EXPECT_THAT(texts(content->sheets[0].rows[0]), ElementsAre("甲"));
}

TEST(Docx, ParagraphsAreRowsOfOneCell) {
  const auto rows = rows_of(paragraph("表11") + "<w:p/>" +
                            "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(texts(rows[0]), ElementsAre("表11"));
  EXPECT_THAT(texts(rows[1]), ElementsAre("一"));
  EXPECT_THAT(texts(rows[2]), ElementsAre("二"));
  EXPECT_EQ(rows[0].place, (Place{.row = 1}));
  EXPECT_EQ(rows[2].place, (Place{.row = 2}));
}

TEST(Docx, TakesTheTextThatIsShown) {
  EXPECT_EQ(text_of("<w:r><w:t xml:space=\"preserve\">a </w:t><w:tab/><w:t>b</w:t></w:r>"),
            "a \tb");
  EXPECT_EQ(text_of("<w:r><w:t>a</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
                    "<w:r><w:t>b</w:t></w:r>"),
            "a b");
  EXPECT_EQ(text_of("<w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
                    "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
                    "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"),
            "新");
  EXPECT_EQ(text_of("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
                    "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>"),
            "显");
  EXPECT_EQ(text_of("<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                    "<w:fldSimple w:instr=\"DATE\"><w:r><w:t>3</w:t></w:r></w:fldSimple>"),
            "3");
  EXPECT_EQ(text_of("<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr/>"
                    "<w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>"),
            "链控");
  EXPECT_EQ(text_of("<w:r><w:t>5</w:t><w:sym/><w:noBreakHyphen/><w:t>8</w:t></w:r>"), "5-8");
  EXPECT_EQ(text_of("<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>"), "≥");
}

TEST(Docx, TakesATextBoxOnce) {
  const std::string box = "<w:txbxContent>" + paragraph("框") + "</w:txbxContent>";
  EXPECT_EQ(text_of("<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" +
                    box + "</mc:Fallback></mc:AlternateContent></w:r>"),
            "框");
  EXPECT_EQ(text_of("<w:r><mc:AlternateContent><mc:Fallback>" + box +
                    "</mc:Fallback></mc:AlternateContent></w:r>"),
            "框");
}

TEST(Docx, CellsStandAtTheirColumns) {
  const auto rows = rows_of(table(
      row(cell("单位", "<w:vMerge w:val=\"restart\"/>") + cell("指标", "<w:gridSpan w:val=\"2\"/>"),
          "<w:tblHeader/>") +
      row(cell("", "<w:vMerge/>") + cell("名") + cell("值"), "<w:tblHeader w:val=\"0\"/>") +
      row(cell("丙"), "<w:gridBefore w:val=\"2\"/>")));
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(texts(rows[0]), ElementsAre("单位", "指标", "指标"));
  EXPECT_THAT(texts(rows[1]), ElementsAre("单位", "名", "值"));
  EXPECT_THAT(texts(rows[2]), ElementsAre("", "", "丙"));
  EXPECT_THAT(merges(rows[0]), ElementsAre(Merged::first, Merged::first, Merged::beside));
  EXPECT_THAT(merges(rows[1]), ElementsAre(Merged::below, Merged::no, Merged::no));
  EXPECT_TRUE(rows[0].head);
  EXPECT_FALSE(rows[1].head);
  EXPECT_EQ(to_string(rows[2].place), "t1 r3");
}

TEST(Docx, AVerticalMergeEndsWhereTheNextBegins) {
  const auto restart = "<w:vMerge w:val=\"restart\"/>";
  const auto rows = rows_of(
      table(row(cell("甲", restart) + cell("1")) + row(cell("", "<w:vMerge/>") + cell("2")) +
            row(cell("乙", restart) + cell("3")) +
            row(cell("", "<w:vMerge w:val=\"continue\"/>") + cell("4")) +
            row(cell("丙") + cell("5")) + row(cell("丁", "<w:vMerge/>") + cell("6"))));
  ASSERT_THAT(rows, SizeIs(6));
  EXPECT_THAT(texts(rows[1]), ElementsAre("甲", "2"));
  EXPECT_THAT(texts(rows[3]), ElementsAre("乙", "4"));
  EXPECT_THAT(texts(rows[4]), ElementsAre("丙", "5"));
  EXPECT_EQ(rows[4].cells[0].merged, Merged::first);
}

TEST(Docx, OldHorizontalMergesAreOneCell) {
  const auto rows = rows_of(table(row(cell("甲", "<w:hMerge w:val=\"restart\"/>") +
                                      cell("", "<w:hMerge w:val=\"continue\"/>") + cell("乙"))));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_THAT(texts(rows[0]), ElementsAre("甲", "甲", "乙"));
}

TEST(Docx, DeletedAndHiddenRowsAreNotThere) {
  const auto rows =
      rows_of(table(row(cell("甲")) + row(cell("乙"), "<w:del/>") + row(cell("丙"), "<w:hidden/>") +
                    "<w:sdt><w:sdtContent>" + row(cell("丁")) + "</w:sdtContent></w:sdt>"));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_THAT(texts(rows[1]), ElementsAre("丁"));
  EXPECT_EQ(to_string(rows[1].place), "t1 r2");
}

TEST(Docx, ANestedTableFollowsTheRowThatHoldsIt) {
  const auto inner = table(row(cell("内1") + cell("内2")));
  const auto rows =
      rows_of(table(row("<w:tc>" + paragraph("外") + paragraph("二") + inner + "<w:p/></w:tc>") +
                    row(cell("后"))) +
              table(row(cell("另"))));
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_THAT(texts(rows[0]), ElementsAre("外\n二"));
  EXPECT_THAT(texts(rows[1]), ElementsAre("内1", "内2"));
  EXPECT_EQ(to_string(rows[1].place), "t2 r1");
  EXPECT_EQ(to_string(rows[2].place), "t1 r2");
  EXPECT_EQ(to_string(rows[3].place), "t3 r1");
}

TEST(Docx, SaysWhatIsWrong) {
  EXPECT_EQ(error_of(docx("")), "document.empty");
  EXPECT_EQ(error_of(docx("<w:p>")), "document.broken");
  EXPECT_EQ(error_of(test::make_zip({{"word/styles.xml", "<styles/>"}})), "document.broken");
  EXPECT_EQ(error_of(test::make_zip({{"word/document.xml", "<a/>"}})), "document.broken");
  const auto whole = docx(paragraph("甲"));
  EXPECT_EQ(error_of(whole.substr(0, whole.size() / 2)), "document.cut_off");
  EXPECT_EQ(error_of(docx(paragraph(std::string(3000, 'x'))), {.unpacked_bytes = 1000}),
            "document.too_large");
  EXPECT_EQ(error_of(docx(table(row(cell("a") + cell("b") + cell("c")))), {.cells_per_row = 2}),
            "document.too_many_cells");
  EXPECT_EQ(error_of(docx(table(row(cell("a")) + row(cell("b")))), {.rows = 1}),
            "document.too_many_rows");
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

TEST(Docx, DepthIsRefusedAndSpansAreCut) {
  const auto nested = [](const std::string& open, const std::string& close, int times) {
    return error_of(docx(repeated(open, times) + repeated(close, times)));
  };
  EXPECT_EQ(nested("<w:sdt>", "</w:sdt>", 5000), "document.broken");
  EXPECT_EQ(nested("<w:p>", "</w:p>", 5000), "document.broken");
  EXPECT_EQ(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5000), "document.broken");
  const auto rows = rows_of(
      table(row(cell("宽", "<w:gridSpan w:val=\"4000000000\"/>")) + row(cell("甲") + cell("乙"))));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_THAT(texts(rows[0]), ElementsAre("宽", "宽"));
}

}  // namespace
}  // namespace jiheng::document
