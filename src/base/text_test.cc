#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstdint>
#include <vector>

#include "base/date.h"
#include "base/grams.h"
#include "base/utf8.h"

namespace jiheng {
namespace {

TEST(Fold, FoldsWidthsAndRadicals) {
  EXPECT_EQ(fold("９５％（一）"), "95%(一)");
  EXPECT_EQ(fold("⼀⽉"), "一月");          // Kangxi radicals
  EXPECT_EQ(fold("⻅证⻓江"), "见证长江");  // CJK radicals supplement
}

TEST(Fold, LeavesWhatCarriesMeaning) {
  EXPECT_EQ(fold("m²"), "m²");
  EXPECT_EQ(fold("①"), "①");
  EXPECT_EQ(fold("……"), "……");
}

TEST(Fold, CellsLoseOuterBlanksAndInnerBreaks) {
  EXPECT_EQ(fold_cell("　数量\n指标 \u00A0"), "数量指标");
  EXPECT_EQ(search_key(" A 股 "), "a股");
}

TEST(AsWritten, KeepsTheSignsAndDropsWhatNobodySees) {
  EXPECT_EQ(as_written("　受疫情影响，线下活动减少；已改为（线上）\r\n３场\x01 "),
            "受疫情影响，线下活动减少；已改为（线上）\n３场");
  EXPECT_EQ(as_written("cafe\u0301"), "caf\u00E9");
  EXPECT_EQ(as_written(" \t\n"), "");
}

RC_GTEST_PROP(FoldProperty, IsIdempotent, (const std::string& text)) {
  const auto once = fold(text);
  RC_ASSERT(fold(once) == once);
  RC_ASSERT(is_utf8(once));
}

/// What cells are made of, and what makes their reading long: bits of texts to put together.
constexpr std::array<std::string_view, 18> kBits{
    "数",     "指标",   "a", "9",  " ",  "\n", "\r\n", "　",       "\u00A0",
    "\u200B", "\u2028", "①", "ｆ", "⼀", "䷀", "é",    "\xE3\x80", "\xFF"};

std::string built_of(const std::vector<std::uint8_t>& picks) {
  std::string text;
  for (const auto pick : picks) {
    text += kBits.at(pick % kBits.size());
  }
  return text;
}

/// `trim`, character by character from the front.
std::string trimmed(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode_point(text, at);
    if (!is_blank(next.point)) {
      begin = std::min(begin, at);
      end = at + next.bytes;
    }
    at += next.bytes;
  }
  return end == 0 ? "" : std::string(text.substr(begin, end - begin));
}

RC_GTEST_PROP(TrimProperty, IsTheSameFromBothEnds, (const std::vector<std::uint8_t>& picks)) {
  const auto text = built_of(picks);
  RC_ASSERT(trim(text) == trimmed(text));
}

// Plain cells take short ways to the same text.
RC_GTEST_PROP(FoldCellProperty, IsFoldedWithoutLineBreaks,
              (const std::vector<std::uint8_t>& picks)) {
  const auto text = built_of(picks);
  std::string joined;
  const auto folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const auto next = decode_point(folded, at);
    const bool breaks = (next.point >= '\n' && next.point <= '\r') || next.point == 0x85 ||
                        next.point == 0x2028 || next.point == 0x2029;
    joined += breaks ? "" : folded.substr(at, next.bytes);
    at += next.bytes;
  }
  RC_ASSERT(fold_cell(text) == trimmed(fold(joined)));
}

TEST(Text, CountsCharactersAndWidths) {
  EXPECT_EQ(length("绩效a"), 3U);
  EXPECT_EQ(display_width("绩效a"), 5U);
  EXPECT_EQ(trim(" 　x\t"), "x");
}

TEST(Encoding, IsToldByItsBytes) {
  EXPECT_EQ(decode_text("绩效")->encoding, Encoding::utf8);
  EXPECT_EQ(decode_text("\xEF\xBB\xBF绩效")->encoding, Encoding::utf8_bom);
  EXPECT_EQ(decode_text("\xBC\xA8\xD0\xA7\xD6\xB8\xB1\xEA")->text, "绩效指标");
  EXPECT_EQ(decode_text(std::string_view("\xFF\xFE\xE9\x7E", 4))->text, "绩");
  EXPECT_EQ(decode_text(std::string_view("\xFE\xFF\x7E\xE9", 4))->text, "绩");
  EXPECT_FALSE(decode_text(std::string_view("\0\1\2\3\0\0\0\0", 8)));
}

TEST(Encoding, ANameIsBelievedUnlessTheBytesContradictIt) {
  const std::string_view value = "\xD6\xB5\xD6\xB5";  // 值值, and well-formed UTF-8 as well
  EXPECT_EQ(decode_text(value, "GB2312")->text, "值值");
  EXPECT_NE(decode_text(value, "utf-8")->text, "值值");
  EXPECT_NE(decode_text(value, "")->text, "值值");
  EXPECT_EQ(decode_text("绩效指标", "gbk")->text, "绩效指标");
  EXPECT_EQ(decode_text("\xEF\xBB\xBF绩效", "gbk")->encoding, Encoding::utf8_bom);
  EXPECT_EQ(decode_text("\xBC\xA8\xD0\xA7", "utf-8")->text, "绩效");
}

TEST(Date, KnowsTheCalendar) {
  EXPECT_FALSE(make_date(2022, 2, 29));
  EXPECT_EQ(iso(*make_date(2024, 2, 29)), "2024-02-29");
  EXPECT_EQ(parse_iso_date("2022-08-31"), make_date(2022, 8, 31));
  EXPECT_FALSE(parse_iso_date("2022-8-31"));
  EXPECT_EQ(last_day_of_month(2022, 2), *make_date(2022, 2, 28));
}

TEST(Grams, FindTwoCharacterWords) {
  EXPECT_EQ(grams("科技 局"), (std::vector<std::string>{"技局", "科技"}));
  EXPECT_EQ(grams("局"), (std::vector<std::string>{"局"}));
}

}  // namespace
}  // namespace jiheng
