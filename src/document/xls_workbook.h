#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/number_format.h"

namespace jiheng::document {

/// A worksheet as the workbook lists it.
struct XlsSheetEntry {
  std::string name{};
  std::size_t offset{};  // of its records in the stream
  bool hidden{};
  int first_head_row{};  // from 1; 0 where no rows are printed again on each page
  int last_head_row{};
};

/// What the worksheets of a workbook share.
struct XlsWorkbook {
  std::vector<XlsSheetEntry> sheets{};  // worksheets only: no charts, no macros
  std::vector<std::string> strings{};
  std::vector<std::uint32_t> format_ids{};          // by cell format
  std::map<std::uint32_t, NumberFormat> formats{};  // by these
  DateSystem dates{};
};

/// Reads the first part of the workbook stream.
///
/// Errors  invalid_input `document.broken`, `document.encrypted`, `document.too_old` (Excel 95 and
///         before).
/// Source  [MS-XLS] 2.1.7.20.3 (globals substream).
[[nodiscard]] Result<XlsWorkbook> read_xls_workbook(std::string_view stream);

}  // namespace jiheng::document
