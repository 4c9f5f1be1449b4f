#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "domain/place.h"

namespace jiheng::document {

enum class Format : std::uint8_t { text, csv, tsv, pdf, xlsx, xls, ods, docx, html, picture };

[[nodiscard]] std::string_view word(Format format);

/// How a cell belongs to a merged one: its top left, a row of its first column further down, or
/// anywhere right of that column.
enum class Merged : std::uint8_t { no, first, below, beside };

/// One cell as the document shows it, unfolded: a number as its format writes it (95%), an inner
/// line break as "\n".
///
/// Shape   every cell a merged one covers has the merged cell's text, and says how it belongs.
///         `boxes` are where its glyphs stand, one a page; empty where the format has no pages.
struct Cell {
  std::string text;
  Merged merged{};
  std::vector<Box> boxes{};
};

/// One row of cells. In running text a row is a line and has one cell: where it splits is a
/// matter of meaning, which intake knows and a reader does not.
struct Row {
  Place place;
  std::vector<Cell> cells;
  /// A page begins right before this row.
  bool page_start{};
  /// The document itself says that this row is printed again at each page start (print titles,
  /// tblHeader, thead).
  bool head{};
};

/// How the rows of a sheet came to their cells: not at all (running text, one cell a row), by a
/// separator, or by a table's own structure, which knows merged cells.
enum class Layout : std::uint8_t { running_text, separated, grid };

/// A run of rows that may hold tables: a text, a CSV file, a worksheet, all pages of a PDF.
///
/// Shape   rows without any text are left out. In a grid a cell's index is its column, and the
///         rows' places tell the tables apart: a row outside any table has `place.table` 0.
struct Sheet {
  std::string name{};
  Layout layout{};
  std::vector<Row> rows{};
};

/// What a reader noticed that a person should know: `text.encoding_replaced`, `csv.quote_open`, …
struct Notice {
  Text message;
  Place place{};
};

/// What one reader gives.
struct Content {
  std::size_t pages{};  // 0 where the format has none
  std::vector<Sheet> sheets{};
  std::vector<Notice> notices{};
  /// Pages that are pictures of print (scans) and were not read as such.
  std::size_t unread_scans{};
};

struct Document {
  std::string name;
  std::string hash;  // SHA-256 of the bytes
  Format format{};
  Encoding encoding{};
  std::size_t pages{};  // 0 where the format has none
  std::vector<Sheet> sheets{};
  std::vector<Notice> notices{};
};

/// Limits against hostile input; beyond them reading stops with a clear Error, nothing is cut.
struct Limits {
  std::size_t bytes{std::size_t{512} << 20U};
  std::size_t line_bytes{std::size_t{1} << 20U};
  std::size_t cells_per_row{1024};
  std::size_t rows{std::size_t{1} << 21U};            // of one sheet
  std::size_t unpacked_bytes{std::size_t{1} << 30U};  // of all parts of a packed document
  std::size_t pages{20'000};
};

/// The place of the cell in column `column` (from 0) of a row: in a worksheet its address (E7),
/// elsewhere the row's own place.
[[nodiscard]] Place cell_place(const Row& row, std::size_t column);

class RowTaker;  // row_taker.h

/// Who turns the bytes of a format that is not plain text into content: `read_content`, or a
/// process of its own. Safe from several threads. Where there is a `taker` readers of pages give
/// it rows as they come, and keep nothing but the last ones.
using ContentReader =
    std::function<Result<Content>(std::string_view bytes, const Limits& limits, RowTaker* taker)>;

/// The format's reader, in this process.
///
/// Errors  those of `read`; `document.not_text` where no reader knows the bytes.
[[nodiscard]] Result<Content> read_content(std::string_view bytes, const Limits& limits,
                                           RowTaker* taker = nullptr);

struct ScanReading;  // scan/scan_reading.h

/// The same, and pages that are pictures of print are read as well.
[[nodiscard]] Result<Content> read_with_scans(std::string_view bytes, const Limits& limits,
                                              const ScanReading& scans, RowTaker* taker = nullptr);

/// Reads a document; its format is told by content, not by name. Text and CSV are read here,
/// everything else by `reader`, which may give rows to `taker`.
///
/// Errors  invalid_input: `document.empty`, `document.binary` (args: what it looks like),
///         `document.not_text`, `document.too_large`, `document.line_too_long` (where: "line 1"),
///         `document.too_many_cells`, `document.too_many_rows` (args: the limit),
///         `document.broken` (args: the format, what is wrong), `document.encrypted`,
///         `document.too_old` (args: the format), `document.xlsb`; whatever `reader` says.
[[nodiscard]] Result<Document> read(std::string_view name, std::string_view bytes,
                                    const Limits& limits = {},
                                    const ContentReader& reader = read_content,
                                    RowTaker* taker = nullptr);

/// The document's lines as text for the source view: decoded, split at line ends, form feeds
/// removed; index 0 is line 1.
[[nodiscard]] Result<std::vector<std::string>> read_lines(std::string_view bytes,
                                                          const Limits& limits = {});

}  // namespace jiheng::document
