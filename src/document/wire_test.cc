#include "document/wire.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jiheng::document {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// Every field has a value of its own, so that none can be lost or exchanged.
Content full() {
  const Row row{.place = {.page = 3,
                          .table = 1,
                          .row = 12,
                          .line = 41,
                          .last_line = 43,
                          .sheet = "表 11",
                          .cell = "E7"},
                .cells = {{.text = "培训人数\n（人）",
                           .merged = Merged::below,
                           .boxes = {{3, -5, 0, INT32_MAX, INT32_MIN}}},
                          {}},
                .page_start = true,
                .head = true};
  return {.pages = 4,
          .sheets = {{.name = "甲", .layout = Layout::grid, .rows = {row, {}}}, {}},
          .notices = {{{"pdf.scanned", {"2", "4"}}, {.page = 2}}}};
}

std::string bytes_of(const Content& content) {
  return to_wire(content);
}

TEST(Wire, BringsEveryFieldBack) {
  const auto outcome = from_wire(bytes_of(full()));
  ASSERT_TRUE(outcome && *outcome);
  const auto& content = **outcome;
  EXPECT_EQ(content.pages, 4U);
  ASSERT_THAT(content.sheets, SizeIs(2));
  EXPECT_EQ(content.sheets[0].name, "甲");
  EXPECT_EQ(content.sheets[0].layout, Layout::grid);
  ASSERT_THAT(content.sheets[0].rows, SizeIs(2));
  const auto& row = content.sheets[0].rows[0];
  EXPECT_EQ(row.place, full().sheets[0].rows[0].place);
  EXPECT_TRUE(row.page_start && row.head);
  ASSERT_THAT(row.cells, SizeIs(2));
  EXPECT_EQ(row.cells[0].text, "培训人数\n（人）");
  EXPECT_EQ(row.cells[0].merged, Merged::below);
  EXPECT_THAT(row.cells[0].boxes, ElementsAre(Box{3, -5, 0, INT32_MAX, INT32_MIN}));
  ASSERT_THAT(content.notices, SizeIs(1));
  EXPECT_EQ(content.notices[0].message, (Text{"pdf.scanned", {"2", "4"}}));
  EXPECT_EQ(content.notices[0].place, Place{.page = 2});
}

TEST(Wire, PartsShareWhatTheyMayBecome) {
  const RowPart part{full().sheets[0].rows};
  const auto bytes = to_wire<RowPart>(part);
  auto left = 2 * part.rows.size() * sizeof(Row) + sizeof(Row);
  const auto all = left;
  const auto first = part_from_wire<RowPart>(bytes, left);
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((*first)->rows.at(0).cells.at(0).text, part.rows[0].cells[0].text);
  EXPECT_LT(left, all - part.rows.size() * sizeof(Row));
  EXPECT_FALSE(part_from_wire<RowPart>(bytes, left));
}

TEST(Wire, BringsAnErrorBack) {
  const auto outcome = from_wire(
      to_wire(fail(ErrorCode::unavailable, {"document.broken", {"PDF", "no objects"}}, "p3")));
  ASSERT_TRUE(outcome && !*outcome);
  EXPECT_EQ(outcome->error().code, ErrorCode::unavailable);
  EXPECT_EQ(outcome->error().message, (Text{"document.broken", {"PDF", "no objects"}}));
  EXPECT_EQ(outcome->error().where, "p3");
}

TEST(Wire, BringsTheFilesOfAnArchiveBack) {
  const auto members = from_wire<Members>(to_wire<Members>(Members{
      .files = {{.name = "2024/表11.csv", .bytes = "a,b\n"},
                {.name = "x.bin", .bytes = {"\0\xFF", 2}},
                {.name = "内.zip",
                 .problem = Error{ErrorCode::invalid_input, {"archive.nested", {"内.zip"}}}}}}));
  ASSERT_TRUE(members && *members);
  ASSERT_THAT((*members)->files, SizeIs(3));
  EXPECT_FALSE((*members)->files[0].problem);
  ASSERT_TRUE((*members)->files[2].problem);
  EXPECT_EQ((*members)->files[2].problem->message, (Text{"archive.nested", {"内.zip"}}));
  EXPECT_EQ((*members)->files[0].name, "2024/表11.csv");
  EXPECT_EQ((*members)->files[1].bytes, std::string("\0\xFF", 2));
}

TEST(Wire, BringsSizesAndPicturesBack) {
  const auto sizes = from_wire<PageSizes>(
      to_wire<PageSizes>(PageSizes{.total = 9, .pages = {{3, 59'528, 84'189}, {4, 1, 2}}}));
  ASSERT_TRUE(sizes && *sizes);
  EXPECT_EQ((*sizes)->total, 9);
  ASSERT_THAT((*sizes)->pages, SizeIs(2));
  EXPECT_EQ((*sizes)->pages[0].number, 3);
  EXPECT_EQ((*sizes)->pages[0].width, 59'528);
  EXPECT_EQ((*sizes)->pages[0].height, 84'189);
  const std::string png("\x89PNG\0\xFF", 6);
  const auto picture = from_wire<Picture>(to_wire<Picture>(Picture{png}));
  ASSERT_TRUE(picture && *picture);
  EXPECT_EQ((*picture)->png, png);
  const auto error = from_wire<Picture>(
      to_wire<Picture>(fail(ErrorCode::not_found, {"document.no_page", {"4", "3"}})));
  ASSERT_TRUE(error && !*error);
  EXPECT_EQ(error->error().message, (Text{"document.no_page", {"4", "3"}}));
}

TEST(Wire, RefusesWhatIsCutOrHasSomethingBehindIt) {
  const auto bytes = bytes_of(full());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(from_wire(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(from_wire(bytes + '\0'));
}

struct Wrong {
  const char* test_name;
  std::string bytes;
};

class WireRefuses : public testing::TestWithParam<Wrong> {};

TEST_P(WireRefuses, WhatNoWriterMakes) {
  EXPECT_FALSE(from_wire(GetParam().bytes));
}

// A content is: its mark, pages, sheets, notices.
INSTANTIATE_TEST_SUITE_P(
    All, WireRefuses,
    testing::Values(Wrong{"Nothing", ""}, Wrong{"UnknownMark", std::string("\2\0\0\0", 4)},
                    Wrong{"MoreSheetsThanBytes", std::string("\0\0\x7F\0", 4)},
                    Wrong{"TextOneByteLongerThanTheRest", std::string("\0\0\1\3ab", 6)},
                    Wrong{"NumberLongerThanItNeedBe", std::string("\0\x80\0\0\0", 5)},
                    Wrong{"NumberBeyond64Bits",
                          std::string("\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02\0\0", 13)},
                    Wrong{"EndlessNumber", std::string("\0", 1) + std::string(100, '\xFF')},
                    Wrong{"UnknownLayout", std::string("\0\0\1\0\3\0\0", 7)},
                    Wrong{"PageBeyond32Bits",
                          std::string("\0\0\0\1\0\0\x80\x80\x80\x80\x10\0\0\0\0\0\0", 17)}),
    [](const auto& tested) { return tested.param.test_name; });

TEST(Wire, KeepsToItsMemory) {
  const auto bytes = bytes_of({.sheets = std::vector<Sheet>(100)});
  EXPECT_TRUE(from_wire(bytes, 100 * sizeof(Sheet)));
  EXPECT_FALSE(from_wire(bytes, 100 * sizeof(Sheet) - 1));
  const auto text = bytes_of({.sheets = {{.name = std::string(1000, 'x')}}});
  EXPECT_TRUE(from_wire(text, sizeof(Sheet) + 1000));
  EXPECT_FALSE(from_wire(text, sizeof(Sheet) + 999));
}

TEST(Wire, MendsTextThatIsNotUtf8) {
  const auto outcome = from_wire(bytes_of({.sheets = {{.name = "a\xFFz"}}}));
  ASSERT_TRUE(outcome && *outcome);
  EXPECT_EQ((*outcome)->sheets[0].name, "a\uFFFDz");
}

// Whatever is taken for content gives the same bytes again.
RC_GTEST_PROP(Wire, AnyBytesAreRefusedOrTheirOwnForm, (std::vector<unsigned char> junk)) {
  auto bytes = bytes_of(full());
  const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
  bytes.replace(at, junk.size(), std::string(junk.begin(), junk.end()));
  if (const auto outcome = from_wire(bytes)) {
    const auto mended = to_wire(*outcome);
    const auto again = from_wire(mended);
    RC_ASSERT(again.has_value());
    RC_ASSERT(to_wire(*again) == mended);
  }
}

RC_GTEST_PROP(Wire, NumbersComeBack, (int page, std::size_t pages)) {
  const auto outcome = from_wire(bytes_of({.pages = pages, .notices = {{{"k"}, {.page = page}}}}));
  RC_ASSERT(outcome.has_value() && outcome->has_value());
  RC_ASSERT((*outcome)->pages == pages);
  RC_ASSERT((*outcome)->notices[0].place.page == page);
}

}  // namespace
}  // namespace jiheng::document
