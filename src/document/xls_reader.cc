#include "document/xls_reader.h"

#include "document/ole_file.h"
#include "document/xls_sheet.h"

namespace jiheng::document {
namespace {

constexpr std::string_view kWorkbook = "Workbook";
constexpr std::string_view kOldWorkbook = "Book";
/// XLSX, DOCX and their like, with a password, are streams of an OLE file.
constexpr std::string_view kEncrypted = "EncryptedPackage";

bool recognises(std::string_view bytes) {
  if (!OleFile::is_ole(bytes)) {
    return false;
  }
  const auto file = OleFile::open(bytes);
  return !file || file->has(kWorkbook) || file->has(kOldWorkbook) || file->has(kEncrypted);
}

Result<std::string> workbook_stream(std::string_view bytes) {
  JH_TRY(const auto file, OleFile::open(bytes));
  if (file.has(kEncrypted)) {
    return fail(ErrorCode::invalid_input, {"document.encrypted", {"Office"}});
  }
  if (!file.has(kWorkbook)) {
    return fail(ErrorCode::invalid_input, {"document.too_old", {"XLS"}});
  }
  return file.read(kWorkbook);
}

Result<Content> read(std::string_view bytes, const Limits& limits) {
  JH_TRY(const auto stream, workbook_stream(bytes));
  JH_TRY(const auto workbook, read_xls_workbook(stream));
  Content content;
  CellBudget budget(limits);
  std::size_t consumed = 0;
  for (const auto& listed : workbook.sheets) {
    if (listed.hidden) {
      content.notices.push_back({{"sheet.hidden_sheet", {listed.name}}, {.sheet = listed.name}});
      continue;
    }
    Grid grid(listed.name, limits, budget);
    BiffRecords records(stream, listed.offset);
    JH_TRY_DO(read_xls_sheet(workbook, listed, records, grid));
    // Sheets that overlap would let a small file ask for endless work.
    consumed += records.offset() - listed.offset;
    if (consumed > stream.size()) {
      return broken_xls("its sheets overlap");
    }
    JH_TRY(auto sheet, grid.finish(content.notices));
    if (!sheet.rows.empty()) {
      content.sheets.push_back(std::move(sheet));
    }
  }
  if (content.sheets.empty() && content.notices.empty()) {
    return fail(ErrorCode::invalid_input, {"document.empty", {}});
  }
  return content;
}

}  // namespace

constinit const Reader xls_reader{.format = Format::xls, .recognises = recognises, .read = read};

}  // namespace jiheng::document
