#include "document/xls_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

namespace jiheng::document {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::uint32_t kEnd = 0xFFFFFFFE;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::size_t kSector = 512;

/// Low byte first.
std::string le(std::uint64_t number, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) {
    bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
  }
  return bytes;
}

std::string padded(std::string bytes, std::size_t size) {
  bytes.resize((bytes.size() + size - 1) / size * size);
  return bytes;
}

std::string wide(std::u16string_view text) {
  std::string bytes;
  for (const auto unit : text) {
    bytes += le(unit, 2);
  }
  return bytes;
}

std::string entry(std::u16string_view name, int type, std::uint32_t start, std::size_t size) {
  auto bytes = wide(name);
  bytes.resize(64);
  const auto child = type == 5 ? 1 : kFree;
  bytes += le((name.size() + 1) * 2, 2) + le(static_cast<unsigned>(type), 1) + le(1, 1) +
           le(kFree, 4) + le(kFree, 4) + le(child, 4) + std::string(36, '\0') + le(start, 4) +
           le(size, 8);
  return bytes;
}

/// An OLE file of one stream: sector 0 is the table, 1 the directory, 2 the table of small sectors,
/// the rest the stream. With `small` the stream stands in small sectors.
std::string ole(const std::string& stream, std::u16string_view name = u"Workbook",
                bool small = false) {
  std::string table = le(0xFFFFFFFD, 4) + le(kEnd, 4) + le(kEnd, 4);
  const auto sectors = (stream.size() + kSector - 1) / kSector;
  for (std::size_t i = 0; i < sectors; ++i) {
    table += le(i + 1 == sectors ? kEnd : i + 4, 4);
  }
  std::string small_table;
  for (std::size_t i = 0; i * 64 < stream.size(); ++i) {
    small_table += le((i + 1) * 64 >= stream.size() ? kEnd : i + 1, 4);
  }
  table.resize(kSector, '\xFF');
  small_table.resize(kSector, '\xFF');
  std::string header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  header += std::string(16, '\0') + le(0x3E, 2) + le(3, 2) + le(0xFFFE, 2) + le(9, 2) + le(6, 2) +
            std::string(10, '\0') + le(1, 4) + le(1, 4) + le(0, 4) + le(small ? 4096 : 0, 4) +
            le(2, 4) + le(1, 4) + le(kEnd, 4) + le(0, 4) + le(0, 4);
  header.resize(kSector, '\xFF');
  const auto directory = entry(u"Root Entry", 5, small ? 3 : kEnd, small ? stream.size() : 0) +
                         entry(name, 2, small ? 0 : 3, stream.size());
  return header + table + padded(directory, kSector) + small_table + padded(stream, kSector);
}

std::string record(std::uint16_t type, const std::string& body = {}) {
  return le(type, 2) + le(body.size(), 2) + body;
}

std::string begin(std::uint16_t version = 0x0600) {
  return record(0x0809, le(version, 2) + std::string(14, '\0'));
}

std::string end() {
  return record(0x000A);
}

/// A string of 16-bit characters behind its length of two bytes.
std::string string16(std::u16string_view text) {
  return le(text.size(), 2) + le(1, 1) + wide(text);
}

std::string cell(std::uint16_t type, int row, int column, const std::string& value,
                 std::uint16_t format = 0) {
  return record(type, le(static_cast<unsigned>(row), 2) + le(static_cast<unsigned>(column), 2) +
                          le(format, 2) + value);
}

std::string text_cell(int row, int column, std::u16string_view text) {
  return cell(0x0204, row, column, string16(text));
}

std::string number_cell(int row, int column, double number, std::uint16_t format = 0) {
  return cell(0x0203, row, column, le(std::bit_cast<std::uint64_t>(number), 8), format);
}

struct Made {
  std::string globals{};
  std::string cells{};
  std::uint8_t state{};
  std::uint8_t kind{};
};

/// The stream of a workbook of one sheet, "Sheet1".
std::string stream_of(const Made& made) {
  const auto bound = [&](std::size_t offset) {
    return record(0x0085, le(offset, 4) + le(made.state, 1) + le(made.kind, 1) +
                              std::string("\x06\x00Sheet1", 8));
  };
  const auto head = begin() + made.globals + bound(0) + end();
  return begin() + made.globals + bound(head.size()) + end() + begin() + made.cells + end();
}

std::string xls(const std::string& cells, const std::string& globals = {}) {
  return ole(stream_of({.globals = globals, .cells = cells}));
}

Content content_of(const std::string& bytes) {
  const auto content = xls_reader.read(bytes, {});
  EXPECT_TRUE(content) << (content ? "" : content.error().message.key);
  return content ? *content : Content{};
}

std::vector<Row> rows_of(const std::string& bytes) {
  const auto content = content_of(bytes);
  return content.sheets.empty() ? std::vector<Row>{} : content.sheets[0].rows;
}

std::string error_of(const std::string& bytes, const Limits& limits = {}) {
  const auto content = xls_reader.read(bytes, limits);
  return content ? "" : content.error().message.key;
}

std::vector<std::string> texts(const Row& row) {
  std::vector<std::string> cells;
  for (const auto& one : row.cells) {
    cells.push_back(one.text);
  }
  return cells;
}

/// The cells of a sheet of one row.
std::vector<std::string> row_of(const std::string& cells, const std::string& globals = {}) {
  const auto rows = rows_of(xls(cells, globals));
  return rows.size() == 1 ? texts(rows[0]) : std::vector<std::string>{};
}

TEST(Xls, IsKnownByItsStreams) {
  EXPECT_TRUE(xls_reader.recognises(xls("")));
  EXPECT_TRUE(xls_reader.recognises(xls("").substr(0, 600)));
  EXPECT_FALSE(xls_reader.recognises(ole("x", u"WordDocument")));
  EXPECT_FALSE(xls_reader.recognises("PK"));
  EXPECT_EQ(read("a.txt", xls(text_cell(0, 0, u"甲")))->format, Format::xls);
}

TEST(Xls, CellsStandAtTheirAddresses) {
  const auto rows = rows_of(xls(text_cell(1, 0, u"甲") + text_cell(4, 2, u"乙")));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_THAT(texts(rows[1]), ElementsAre("", "", "乙"));
  EXPECT_EQ(to_string(cell_place(rows[0], 0)), "Sheet1!A2");
  EXPECT_EQ(to_string(cell_place(rows[1], 2)), "Sheet1!C5");
  const auto small = rows_of(ole(stream_of({.cells = text_cell(0, 0, u"丙")}), u"Workbook", true));
  ASSERT_THAT(small, SizeIs(1));
  EXPECT_THAT(texts(small[0]), ElementsAre("丙"));
}

TEST(Xls, ReadsEveryKindOfCell) {
  EXPECT_THAT(row_of(number_cell(0, 0, 0.1) + number_cell(0, 1, 95) +
                     cell(0x027E, 0, 2, le(5U << 2U | 2U, 4)) +     // a whole number
                     cell(0x027E, 0, 3, le(1234U << 2U | 3U, 4)) +  // of hundredths
                     cell(0x027E, 0, 4, le(0x3FE00000U, 4)) +       // half a double
                     cell(0x027E, 0, 5, le(static_cast<std::uint32_t>(-7 * 4) | 2U, 4))),
              ElementsAre("0.1", "95", "5", "12.34", "0.5", "-7"));
  const auto rk = [](unsigned number) { return le(0, 2) + le(number << 2U | 2U, 4); };
  EXPECT_THAT(row_of(record(0x00BD, le(0, 2) + le(1, 2) + rk(8) + rk(9) + le(2, 2))),
              ElementsAre("", "8", "9"));
  EXPECT_THAT(
      row_of(cell(0x0205, 0, 0, le(1, 1) + le(0, 1)) + cell(0x0205, 0, 1, le(0x2A, 1) + le(1, 1)) +
             cell(0x00D6, 0, 2, string16(u"富") + le(1, 2) + le(0, 4))),
      ElementsAre("TRUE", "#N/A", "富"));
}

TEST(Xls, ReadsResultsOfFormulas) {
  const auto special = [](unsigned kind, unsigned value) {
    return le(kind, 1) + le(0, 1) + le(value, 1) + std::string(3, '\0') + le(0xFFFF, 2);
  };
  const std::string array = record(0x0221, std::string(12, '\0'));
  EXPECT_THAT(row_of(cell(0x0006, 0, 0, le(std::bit_cast<std::uint64_t>(2.5), 8)) +
                     cell(0x0006, 0, 1, special(0, 0)) + array + record(0x0207, string16(u"文")) +
                     cell(0x0006, 0, 2, special(1, 0)) + cell(0x0006, 0, 3, special(2, 7)) +
                     cell(0x0006, 0, 4, special(3, 0)) + text_cell(0, 5, u"末")),
              ElementsAre("2.5", "文", "FALSE", "#DIV/0!", "", "末"));
}

TEST(Xls, ShowsNumbersByTheirFormat) {
  const auto format = [](unsigned id, const std::string& code) {
    return record(0x041E, le(id, 2) + le(code.size(), 2) + le(0, 1) + code);
  };
  const auto style = [](unsigned id) { return record(0x00E0, le(0, 2) + le(id, 2)); };
  const auto globals = format(164, "0.00\"x\"") + style(0) + style(9) + style(14) + style(164);
  const auto cells = number_cell(0, 0, 0.95, 1) + number_cell(0, 1, 44804, 2) +
                     number_cell(0, 2, 3, 3) + number_cell(0, 3, 0.1 + 0.2, 0) +
                     number_cell(0, 4, 7, 99);
  EXPECT_THAT(row_of(cells, globals), ElementsAre("95%", "2022-08-31", "3.00x", "0.3", "7"));
  EXPECT_THAT(row_of(number_cell(0, 0, 43342, 2), globals + record(0x0022, le(1, 2))),
              ElementsAre("2022-08-31"));
}

TEST(Xls, SharedStringsGoOnInTheNextRecord) {
  const auto shared = [](int column, unsigned index) {
    return cell(0x00FD, 0, column, le(index, 4));
  };
  // The first string begins with 8-bit characters and goes on with 16-bit ones; the second is
  // rich and has its runs in the next record; the third starts there.
  const auto first = le(4, 2) + le(0, 1) + "ab";
  const auto second = le(1, 2) + le(0x0D, 1) + le(1, 2) + le(2, 4) + wide(u"富");
  const auto strings = record(0x00FC, le(3, 4) + le(3, 4) + first) +
                       record(0x003C, le(1, 1) + wide(u"甲乙") + second) +
                       record(0x003C, le(0, 4) + "xx" + string16(u"\xD840\xDC00 丙"));
  EXPECT_THAT(row_of(shared(0, 2) + shared(1, 0) + shared(2, 1), strings),
              ElementsAre("\U00020000 丙", "ab甲乙", "富"));
  EXPECT_EQ(error_of(xls(shared(0, 3), strings)), "document.broken");
  EXPECT_EQ(error_of(xls("", record(0x00FC, le(9, 4) + le(9, 4)))), "document.broken");
}

TEST(Xls, MergedCellsAreFilled) {
  const auto range = le(0, 2) + le(1, 2) + le(0, 2) + le(1, 2);
  const auto rows = rows_of(
      xls(text_cell(0, 0, u"并") + text_cell(1, 2, u"乙") + record(0x00E5, le(1, 2) + range)));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_THAT(texts(rows[0]), ElementsAre("并", "并"));
  EXPECT_THAT(texts(rows[1]), ElementsAre("并", "并", "乙"));
  EXPECT_EQ(rows[0].cells[0].merged, Merged::first);
  EXPECT_EQ(rows[1].cells[0].merged, Merged::below);
  EXPECT_EQ(rows[1].cells[1].merged, Merged::beside);
  EXPECT_EQ(rows[1].cells[2].merged, Merged::no);
}

TEST(Xls, SaysWhatIsHidden) {
  const auto hidden_row = record(0x0208, le(1, 2) + std::string(10, '\0') + le(0x20, 2) + le(0, 2));
  const auto hidden_column = record(0x007D, le(0, 2) + le(0, 2) + le(0, 4) + le(1, 2));
  const auto content =
      content_of(xls(hidden_column + hidden_row + text_cell(0, 0, u"甲") + text_cell(1, 0, u"乙")));
  ASSERT_THAT(content.notices, SizeIs(2));
  EXPECT_EQ(content.notices[0].message, (Text{"sheet.hidden_rows", {"1", "Sheet1"}}));
  EXPECT_EQ(content.notices[1].message, (Text{"sheet.hidden_columns", {"1", "Sheet1"}}));
  EXPECT_THAT(content.sheets.at(0).rows, SizeIs(2));
  const auto whole = content_of(ole(stream_of({.cells = text_cell(0, 0, u"甲"), .state = 1})));
  EXPECT_THAT(whole.sheets, IsEmpty());
  ASSERT_THAT(whole.notices, SizeIs(1));
  EXPECT_EQ(whole.notices[0].message, (Text{"sheet.hidden_sheet", {"Sheet1"}}));
}

TEST(Xls, PrintTitlesAreHeads) {
  const auto area = [](unsigned first, unsigned last, unsigned columns) {
    return le(0x3B, 1) + le(0, 2) + le(first, 2) + le(last, 2) + le(0, 2) + le(columns, 2);
  };
  const auto name = [](const std::string& formula) {
    return record(0x0018, le(0x20, 2) + le(0, 1) + le(1, 1) + le(formula.size(), 2) + le(0, 2) +
                              le(1, 2) + le(0, 4) + std::string("\0\x07", 2) + formula);
  };
  const auto cells = text_cell(0, 0, u"题") + text_cell(1, 0, u"头") + text_cell(2, 0, u"行");
  const auto both = le(0x29, 1) + le(23, 2) + area(0, 0xFFFF, 1) + area(1, 1, 0xFF) + "\x10";
  for (const auto& formula : {area(1, 1, 0xFF), both}) {
    const auto rows = rows_of(xls(cells, name(formula)));
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_FALSE(rows[0].head);
    EXPECT_TRUE(rows[1].head);
    EXPECT_FALSE(rows[2].head);
  }
}

TEST(Xls, ChartsAreNoCells) {
  const auto chart = begin() + text_cell(0, 0, u"图") + end();
  EXPECT_THAT(row_of(text_cell(0, 0, u"甲") + chart + text_cell(0, 1, u"乙")),
              ElementsAre("甲", "乙"));
  EXPECT_EQ(error_of(ole(stream_of({.cells = text_cell(0, 0, u"甲"), .kind = 2}))),
            "document.empty");
}

TEST(Xls, SaysWhatIsWrong) {
  EXPECT_EQ(error_of(xls("")), "document.empty");
  EXPECT_EQ(error_of(xls("", record(0x002F, std::string(54, '\0')))), "document.encrypted");
  EXPECT_EQ(error_of(ole("x", u"EncryptedPackage")), "document.encrypted");
  EXPECT_EQ(error_of(ole("x", u"Book")), "document.too_old");
  EXPECT_EQ(error_of(ole(begin(0x0500) + end())), "document.too_old");
  EXPECT_EQ(error_of(ole(begin())), "document.broken");
  EXPECT_EQ(error_of(ole(begin() + le(0x0085, 2) + le(5000, 2))), "document.broken");
  EXPECT_EQ(error_of(xls(cell(0x0204, 0, 0, le(9, 2)))), "document.broken");
  const auto cells = text_cell(0, 0, u"甲") + text_cell(1, 2, u"乙");
  EXPECT_EQ(error_of(xls(cells), {.cells_per_row = 2}), "document.too_many_cells");
  EXPECT_EQ(error_of(xls(cells), {.rows = 1}), "document.too_many_rows");
  EXPECT_EQ(error_of(xls(cells), {.unpacked_bytes = 50}), "document.too_large");
}

TEST(Xls, SheetsMayNotOverlap) {
  const auto bound = [](std::size_t offset) {
    return record(0x0085, le(offset, 4) + le(0, 2) + std::string("\x01\x00S", 3));
  };
  const auto size = (begin() + bound(0) + bound(0) + bound(0) + end()).size();
  const auto globals = begin() + bound(size) + bound(size) + bound(size) + end();
  EXPECT_EQ(error_of(ole(globals + begin() + text_cell(0, 0, std::u16string(400, u'x')) + end())),
            "document.broken");
}

TEST(Xls, EveryCutAndEveryCircleIsRefused) {
  const auto whole = xls(text_cell(0, 0, u"甲") + number_cell(0, 1, 5));
  for (std::size_t size = 8; size + kSector < whole.size(); size += 37) {
    EXPECT_EQ(error_of(whole.substr(0, size)), "document.broken") << size;
  }
  auto circle = ole(stream_of({.cells = text_cell(0, 0, std::u16string(900, u'x'))}));
  circle.replace(kSector + std::size_t{4} * 4, 4, le(3, 4));  // behind the 2nd sector: the first
  EXPECT_EQ(error_of(circle), "document.broken");
  auto tables = whole;
  tables.replace(0x44, 4, le(2, 4));  // the list of tables goes on in a sector that names itself
  tables.replace(3 * kSector + kSector - 4, 4, le(2, 4));
  EXPECT_EQ(error_of(tables), "document.broken");
}

}  // namespace
}  // namespace jiheng::document
