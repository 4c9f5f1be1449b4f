#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::report {

/// Three bytes that make Excel read a CSV file as UTF-8.
inline constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// One record by RFC 4180, ended by "\n": a cell with a comma, quote or line break is quoted.
[[nodiscard]] std::string csv_line(std::span<const std::string_view> cells);
[[nodiscard]] std::string csv_line(std::span<const std::string> cells);

/// Who reads a file: programs, or people's spreadsheets, which want a BOM and safe cells.
enum class CsvFor : std::uint8_t { scripts, spreadsheets };

/// What such a file begins with: the BOM, or nothing.
[[nodiscard]] std::string_view opening(CsvFor reader);

/// A record for whom it is meant.
[[nodiscard]] std::string csv_line(std::vector<std::string> cells, CsvFor reader);

/// A cell for people's spreadsheets: one that a spreadsheet would run as a formula (=, +, -,
/// @ in front of no number) gets an apostrophe.
[[nodiscard]] std::string safe_cell(std::string_view cell);

}  // namespace jiheng::report
