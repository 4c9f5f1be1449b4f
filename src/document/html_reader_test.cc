#include "document/html_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jiheng::document {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Row> rows_of(const std::string& page) {
  const auto content = html_reader.read(page, {});
  EXPECT_TRUE(content) << (content ? "" : content.error().message.key);
  return content ? content->sheets.at(0).rows : std::vector<Row>{};
}

std::string error_of(const std::string& page, const Limits& limits = {}) {
  const auto content = html_reader.read(page, limits);
  return content ? "" : content.error().message.key;
}

std::vector<std::string> texts(const Row& row) {
  std::vector<std::string> cells;
  for (const auto& cell : row.cells) {
    cells.push_back(cell.text);
  }
  return cells;
}

std::vector<std::vector<std::string>> all_texts(const std::string& page) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : rows_of(page)) {
    rows.push_back(texts(row));
  }
  return rows;
}

std::vector<std::string> places(const std::string& page) {
  std::vector<std::string> places;
  for (const auto& row : rows_of(page)) {
    places.push_back(to_string(row.place));
  }
  return places;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

using Cells = std::vector<std::string>;

TEST(Html, IsKnownByItsFirstTag) {
  EXPECT_TRUE(html_reader.recognises("<!DOCTYPE html><p>甲"));
  EXPECT_TRUE(html_reader.recognises("\xEF\xBB\xBF \r\n<html xmlns:o=\"urn:x\">"));
  EXPECT_TRUE(html_reader.recognises("<?xml version=\"1.0\"?>\n<!-- a -->\n<html>"));
  EXPECT_TRUE(html_reader.recognises("<table border=1><tr>"));
  EXPECT_TRUE(html_reader.recognises(std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)));
  EXPECT_FALSE(html_reader.recognises("指标 <html> 5"));
  EXPECT_FALSE(html_reader.recognises("<5,甲,乙"));
  EXPECT_FALSE(html_reader.recognises("<project>\n甲"));
  EXPECT_FALSE(html_reader.recognises("<?xml version=\"1.0\"?><Workbook>"));
  EXPECT_FALSE(html_reader.recognises("<?xml"));
  EXPECT_FALSE(html_reader.recognises(""));
  EXPECT_EQ(read("a.xls", "<table><tr><td>甲</table>")->format, Format::html);
}

TEST(Html, ReadsTheEncodingThePageNames) {
  const std::string gb = "\xB5\xA5\xCE\xBB";  // 单位
  const auto page = [](const std::string& name, const std::string& text) {
    return all_texts("<html><meta charset=" + name + "><p>" + text);
  };
  EXPECT_THAT(page("GB2312", gb), ElementsAre(Cells{"单位"}));
  EXPECT_THAT(page("\"utf-8\"", gb), ElementsAre(Cells{"单位"}));
  EXPECT_THAT(page("gb2312", "单位名称"), ElementsAre(Cells{"单位名称"}));
  // Two characters that happen to be well-formed UTF-8 of another script.
  EXPECT_THAT(page("gbk", "\xD6\xB5\xD6\xB5"), ElementsAre(Cells{"值值"}));
  EXPECT_EQ(error_of("<html>" + std::string(100, '\0')), "document.not_text");
}

TEST(Html, BlocksAreLines) {
  EXPECT_THAT(all_texts("<title>题</title><h2>表11</h2><p>一 <b>二</b>\n\t三<br>四<div>五</div>六"),
              ElementsAre(Cells{"表11"}, Cells{"一 二 三"}, Cells{"四"}, Cells{"五"}, Cells{"六"}));
  EXPECT_THAT(places("<p>一</p><p> </p><p>二<br>三"), ElementsAre("r1", "r2", "r2"));
  EXPECT_THAT(all_texts("<pre>一  二\n三</pre>"), ElementsAre(Cells{"一  二"}, Cells{"三"}));
}

TEST(Html, TakesTheTextThatIsShown) {
  EXPECT_THAT(
      all_texts("<script>var a = '<p>x</p>';</script><style>p{}</style><!-- <p>注</p> -->"
                "<noscript>y</noscript><template><p>z</p></template><p>甲<![if !x]>乙<?a?>"),
      ElementsAre(Cells{"甲乙"}));
  EXPECT_THAT(all_texts("<p hidden>a</p><div style='Display : NONE'><div>b</div>c</div><p>甲"),
              ElementsAre(Cells{"甲"}));
  EXPECT_THAT(all_texts("<div hidden><table><tr><td>a</td></tr></table></div><p>甲"),
              ElementsAre(Cells{"甲"}));
  EXPECT_THAT(all_texts("<p>a &lt; b&nbsp;&ge;&nbsp 5 &#8805; &#x2264;&amp;&unknown; &#0;"),
              ElementsAre(Cells{"a < b ≥  5 ≥ ≤&&unknown; \xEF\xBF\xBD"}));
  EXPECT_THAT(all_texts("<p title='>'>甲</p \n><p a=\"<p>\" b>乙<p c"),
              ElementsAre(Cells{"甲"}, Cells{"乙"}));
}

TEST(Html, CellsFindTheirColumns) {
  const std::string page =
      "<table><thead><tr><th rowspan=2>单位<th colspan=2>指标</thead>"
      "<tr><td rowspan=3>甲<td>1<td>2<tr><td colspan='2'>3</td></tr><tr><td><td>5</table>";
  const auto rows = rows_of(page);
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_THAT(texts(rows[0]), ElementsAre("单位", "指标", "指标"));
  EXPECT_THAT(texts(rows[1]), ElementsAre("甲", "1", "2"));
  EXPECT_THAT(texts(rows[2]), ElementsAre("甲", "3", "3"));
  EXPECT_THAT(texts(rows[3]), ElementsAre("甲", "", "5"));
  EXPECT_TRUE(rows[0].head);
  EXPECT_FALSE(rows[1].head);
  EXPECT_EQ(rows[0].cells[0].merged, Merged::no);  // its group has one row only
  EXPECT_EQ(rows[0].cells[2].merged, Merged::beside);
  EXPECT_EQ(rows[1].cells[0].merged, Merged::first);
  EXPECT_EQ(rows[2].cells[0].merged, Merged::below);
  EXPECT_EQ(rows[2].cells[2].merged, Merged::beside);
  EXPECT_EQ(rows[3].cells[1].merged, Merged::no);
  EXPECT_THAT(places(page), ElementsAre("t1 r1", "t1 r2", "t1 r3", "t1 r4"));
}

TEST(Html, ACellMayBeWideAndHigh) {
  EXPECT_THAT(all_texts("<table><tr><td rowspan=2 colspan=2>甲<td>1<tr><td>2"),
              ElementsAre(Cells{"甲", "甲", "1"}, Cells{"甲", "甲", "2"}));
}

TEST(Html, ASpanEndsWithItsGroup) {
  EXPECT_THAT(all_texts("<table><tbody><tr><td rowspan=9>甲<td>1<tr><td>2<tbody><tr><td>乙<td>3"),
              ElementsAre(Cells{"甲", "1"}, Cells{"甲", "2"}, Cells{"乙", "3"}));
  EXPECT_THAT(all_texts("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3"),
              ElementsAre(Cells{"甲", "1"}, Cells{"甲", "2"}, Cells{"甲", "3"}));
}

TEST(Html, HiddenPartsOfATableAreNotThere) {
  EXPECT_THAT(all_texts("<table><tr hidden><td>a<td>b<tr><td>1<td style='display:none'>x<td>2"
                        "<tr><td><span hidden>y</span>3</td><td hidden>z</tr></table>后"),
              ElementsAre(Cells{"1", "2"}, Cells{"3"}, Cells{"后"}));
  EXPECT_THAT(places("<table><tr hidden><td>a<tr><td>1</table>"), ElementsAre("t1 r1"));
}

TEST(Html, TablesInCellsFollowTheirRow) {
  const std::string page =
      "<table><tr><td>前<table><tr><td>内</table>后<p>段<tr><td>末</table><table><tr><td>另";
  EXPECT_THAT(all_texts(page),
              ElementsAre(Cells{"前\n后\n段"}, Cells{"内"}, Cells{"末"}, Cells{"另"}));
  EXPECT_THAT(places(page), ElementsAre("t1 r1", "t2 r1", "t1 r2", "t3 r1"));
  EXPECT_THAT(all_texts("<table><tr><td><table><tr><td>甲<td>乙</table></table>"),
              ElementsAre(Cells{"甲", "乙"}));
}

TEST(Html, TextBesideCellsStandsBeforeTheTable) {
  EXPECT_THAT(all_texts("<table><caption>表</caption>散<tr>落<td>甲</table>"),
              ElementsAre(Cells{"表"}, Cells{"散落"}, Cells{"甲"}));
  EXPECT_THAT(all_texts("<td>无<tr>表</td></table><p>段"), ElementsAre(Cells{"无表"}, Cells{"段"}));
  EXPECT_THAT(all_texts("<table><tr><td>甲</td><table><tr><td>乙"),
              ElementsAre(Cells{"甲"}, Cells{"乙"}));
}

TEST(Html, SaysWhatIsWrong) {
  EXPECT_EQ(error_of("<html><body>"), "document.empty");
  EXPECT_EQ(error_of("<table><tr><td>1<td>2<td>3", {.cells_per_row = 2}),
            "document.too_many_cells");
  EXPECT_EQ(error_of("<table><tr><td>1<tr><td>2", {.rows = 1}), "document.too_many_rows");
  EXPECT_EQ(error_of("<p>1<p>2", {.rows = 1}), "document.too_many_rows");
  EXPECT_EQ(error_of(repeated("<table><tr><td>", 5000) + "a"), "document.broken");
}

TEST(Html, NothingMakesItSlow) {
  constexpr int kMany = 200'000;
  EXPECT_THAT(all_texts(repeated("<div>", kMany) + "甲"), ElementsAre(Cells{"甲"}));
  EXPECT_THAT(all_texts(repeated("<b a=1>", kMany) + repeated("<p>", kMany) + "甲"), SizeIs(1));
  EXPECT_THAT(all_texts("<p " + repeated("a b ", kMany) + ">甲"), SizeIs(1));
  EXPECT_THAT(all_texts("<p>甲" + repeated("<!-", kMany)), SizeIs(1));
  EXPECT_THAT(all_texts("<p>甲" + repeated("<script>", kMany)), SizeIs(1));
  EXPECT_EQ(error_of(repeated("<table><tr><td rowspan=65534 colspan=1000>甲", kMany)),
            "document.broken");
  EXPECT_EQ(error_of("<table>" + repeated("<tr><td rowspan=65534 colspan=1000>", kMany),
                     {.unpacked_bytes = 1 << 22}),
            "document.too_large");
}

TEST(Html, OneThatEndsInATableSaysSo) {
  const auto notices_of = [](std::string_view page) {
    const auto content = read("page.html", page);
    EXPECT_TRUE(content);
    return content->notices.size();
  };
  const std::string row = "<tr><td>甲<td>乙";
  EXPECT_EQ(notices_of("<html><table>" + row + row), 1U);
  EXPECT_EQ(notices_of("<html><table>" + row + "<tr><td cla"), 1U);
  EXPECT_EQ(notices_of("<html><table>" + row + row + "</table>"), 0U);
  EXPECT_EQ(notices_of("<html><p>甲"), 0U);
}

TEST(Html, WideSpansAreCut) {
  const auto rows = rows_of("<table><tr><td colspan=99999999999>甲<tr><td>1<td>2");
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_THAT(texts(rows[0]), ElementsAre("甲", "甲"));
}

}  // namespace
}  // namespace jiheng::document
