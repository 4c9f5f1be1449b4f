#include "document/document.h"

#include <array>

#include "base/hash.h"
#include "document/csv_reader.h"
#include "document/readers.h"
#include "document/text_reader.h"
#include "document/zip.h"

namespace jiheng::document {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

/// What a file that is no text is most likely to be, by its first bytes.
constexpr std::array<Signature, 9> kSignatures{{
    {{"%PDF-", 5}, "PDF"},
    {{"PK\x03\x04", 4}, "ZIP (XLSX, DOCX, ODS)"},
    {{"PK\x05\x06", 4}, "ZIP"},
    {{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}, "XLS/DOC"},
    {{"Rar!\x1A\x07", 6}, "RAR"},
    {{"7z\xBC\xAF\x27\x1C", 6}, "7z"},
    {{"\x1F\x8B", 2}, "gzip"},
    {{"SQLite format 3\0", 16}, "SQLite"},
    {{R"({\rtf)", 5}, "RTF"},
}};

/// UTF-16 takes two bytes where UTF-8 takes one.
constexpr std::size_t kMostBytesPerCharacter = 2;

Result<void> check_lines(std::string_view text, std::size_t limit) {
  std::size_t start = 0;
  std::size_t number = 1;
  while (start < text.size()) {
    const auto end = std::min(text.find_first_of("\r\n", start), text.size());
    if (end - start > limit) {
      return fail(ErrorCode::invalid_input,
                  {"document.line_too_long", {std::to_string(end - start), std::to_string(limit)}},
                  "line " + std::to_string(number));
    }
    start = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    ++number;
  }
  return {};
}

Result<void> check_size(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.bytes) {
    return fail(ErrorCode::invalid_input,
                {"document.too_large", {std::to_string(limits.bytes >> 20U)}});
  }
  return {};
}

Result<Decoded> decode(std::string_view bytes, const Limits& limits) {
  JH_TRY_DO(check_size(bytes, limits));
  // Before anything is decoded: a line beyond the limit is too long in every encoding.
  JH_TRY_DO(check_lines(bytes, limits.line_bytes * kMostBytesPerCharacter));
  if (is_cut_off_zip(bytes)) {
    return fail(ErrorCode::invalid_input, {"document.cut_off", {"ZIP (XLSX, DOCX, ODS)"}});
  }
  for (const auto& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) {
      return fail(ErrorCode::invalid_input, {"document.binary", {std::string(signature.name)}});
    }
  }
  auto decoded = decode_text(bytes);
  if (!decoded) {
    return fail(ErrorCode::invalid_input, {"document.not_text", {}});
  }
  if (trim(decoded->text).empty()) {
    return fail(ErrorCode::invalid_input, {"document.empty", {}});
  }
  return *std::move(decoded);
}

}  // namespace

std::string_view word(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::csv:
      return "csv";
    case Format::tsv:
      return "tsv";
    case Format::pdf:
      return "pdf";
    case Format::xlsx:
      return "xlsx";
    case Format::xls:
      return "xls";
    case Format::ods:
      return "ods";
    case Format::docx:
      return "docx";
    case Format::html:
      return "html";
    case Format::picture:
      return "picture";
  }
  return "";
}

Place cell_place(const Row& row, std::size_t column) {
  auto place = row.place;
  if (place.sheet.empty()) {
    return place;
  }
  // Columns count A, B, … Z, AA: digits of base 26 without a zero.
  std::string letters;
  for (auto left = column + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  place.cell = letters + std::to_string(place.row);
  return place;
}

Result<Content> read_content(std::string_view bytes, const Limits& limits, RowTaker* taker) {
  const auto* const reader = find_reader(bytes);
  if (reader == nullptr) {
    return fail(ErrorCode::invalid_input, {"document.not_text", {}});
  }
  return reader->read_pages == nullptr ? reader->read(bytes, limits)
                                       : reader->read_pages(bytes, limits, {.taker = taker});
}

Result<Content> read_with_scans(std::string_view bytes, const Limits& limits,
                                const ScanReading& scans, RowTaker* taker) {
  const auto* const reader = find_reader(bytes);
  return reader == nullptr || reader->read_pages == nullptr
             ? read_content(bytes, limits)
             : reader->read_pages(bytes, limits, {.scans = &scans, .taker = taker});
}

Result<Document> read(std::string_view name, std::string_view bytes, const Limits& limits,
                      const ContentReader& reader, RowTaker* taker) {
  JH_TRY_DO(check_size(bytes, limits));
  if (const auto* known = find_reader(bytes)) {
    JH_TRY(auto content, reader(bytes, limits, taker));
    return Document{.name = std::string(name),
                    .hash = sha256(bytes),
                    .format = known->format,
                    .pages = content.pages,
                    .sheets = std::move(content.sheets),
                    .notices = std::move(content.notices)};
  }
  JH_TRY(const auto decoded, decode(bytes, limits));
  JH_TRY_DO(check_lines(decoded.text, limits.line_bytes));
  Document document{.name = std::string(name),
                    .hash = sha256(bytes),
                    .format = Format::text,
                    .encoding = decoded.encoding};
  if (decoded.replaced > 0) {
    document.notices.push_back(
        {{"text.encoding_replaced",
          {std::to_string(decoded.replaced), std::string(word(decoded.encoding))}}});
  }
  const auto separator = find_separator(decoded.text);
  if (separator) {
    document.format = *separator == '\t' ? Format::tsv : Format::csv;
  }
  JH_TRY(auto sheet, separator ? read_separated(decoded.text, *separator, limits, document.notices)
                               : read_text(decoded.text, limits));
  document.sheets.push_back(std::move(sheet));
  return document;
}

Result<std::vector<std::string>> read_lines(std::string_view bytes, const Limits& limits) {
  JH_TRY(const auto decoded, decode(bytes, limits));
  std::vector<std::string> lines;
  for (const auto& line : lines_of(decoded.text)) {
    lines.emplace_back(line.text);
  }
  return lines;
}

}  // namespace jiheng::document
