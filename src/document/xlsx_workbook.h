#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/number_format.h"
#include "document/package.h"

namespace jiheng::document {

inline constexpr std::string_view kXlsx = "XLSX";

/// One worksheet as the workbook lists it; chart sheets are not listed here.
struct WorkbookSheet {
  std::string name;
  std::string part;
  bool hidden{};
  int first_head_row{};  // print titles; 0 where there are none
  int last_head_row{};
};

/// What a workbook says before any cell is read.
///
/// Shape   `format_of_style` gives the index in `formats` for a cell's style (its attribute `s`).
struct Workbook {
  DateSystem dates{};
  std::vector<WorkbookSheet> sheets{};
  std::vector<std::string> strings{};
  std::vector<NumberFormat> formats{};
  std::vector<std::size_t> format_of_style{};
};

/// Reads all but the worksheets.
///
/// Errors  those of Package; invalid_input `document.broken` (where: the part),
///         `document.too_large` when the shared strings take more than `limits` allow,
///         `document.xlsb` for the binary form of a workbook.
/// Source  ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
[[nodiscard]] Result<Workbook> read_workbook(Package& package, const Limits& limits);

}  // namespace jiheng::document
