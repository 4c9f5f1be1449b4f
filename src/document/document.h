#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "domain/place.h"

namespace jiheng::document {

enum class Format : std::uint8_t { text, csv, tsv };

[[nodiscard]] std::string_view word(Format format);

/// One cell as the document holds it, unfolded.
struct Cell {
  std::string text;
};

/// One row of cells. In running text a row is a line and has one cell: where it splits is a
/// matter of meaning, which intake knows and a reader does not.
struct Row {
  Place place;
  std::vector<Cell> cells;
  /// A form feed stands right before this row: a page begins here.
  bool page_start{};
};

/// A run of rows that may hold tables: a text, a CSV file, later a sheet or a page run.
struct Sheet {
  std::string name{};
  bool unsplit{};  // running text: every row is one cell
  std::vector<Row> rows{};
};

/// What a reader noticed that a person should know: `text.encoding_replaced`, `csv.quote_open`, …
struct Notice {
  Text message;
  Place place{};
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
};

/// Reads a document; its format is told by content, not by name.
///
/// Errors  invalid_input: `document.empty`, `document.binary` (args: what it looks like),
///         `document.not_text`, `document.too_large`, `document.line_too_long` (where: "line 1").
[[nodiscard]] Result<Document> read(std::string_view name, std::string_view bytes,
                                    const Limits& limits = {});

/// The document's lines as text for the source view: decoded, split at line ends, form feeds
/// removed; index 0 is line 1.
[[nodiscard]] Result<std::vector<std::string>> read_lines(std::string_view bytes,
                                                          const Limits& limits = {});

}  // namespace jiheng::document
