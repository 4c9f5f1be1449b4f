#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jiheng::report {

/// Three bytes that make Excel read a CSV file as UTF-8.
inline constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// One record by RFC 4180, ended by "\n": a cell with a comma, quote or line break is quoted.
[[nodiscard]] std::string csv_line(std::span<const std::string_view> cells);
[[nodiscard]] std::string csv_line(std::span<const std::string> cells);

/// The same for people's spreadsheets: a cell that a spreadsheet would run as a formula (=, +, -,
/// @ in front of no number) gets an apostrophe.
[[nodiscard]] std::string safe_cell(std::string_view cell);

}  // namespace jiheng::report
