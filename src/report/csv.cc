#include "report/csv.h"

#include <utility>

#include "base/decimal.h"

namespace jiheng::report {
namespace {

template <typename Cell>
std::string line_of(std::span<const Cell> cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = cells[i];
    line.append(i == 0 ? "" : ",");
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      line.append(cell);
      continue;
    }
    line.push_back('"');
    for (const char c : cell) {
      line.append(c == '"' ? "\"\"" : std::string_view(&c, 1));
    }
    line.push_back('"');
  }
  line.push_back('\n');
  return line;
}

}  // namespace

std::string csv_line(std::span<const std::string_view> cells) {
  return line_of(cells);
}

std::string csv_line(std::span<const std::string> cells) {
  return line_of(cells);
}

std::string_view opening(CsvFor reader) {
  return reader == CsvFor::spreadsheets ? kBom : std::string_view();
}

std::string csv_line(std::vector<std::string> cells, CsvFor reader) {
  for (auto& cell : cells) {
    cell = reader == CsvFor::spreadsheets ? safe_cell(cell) : std::move(cell);
  }
  return line_of(std::span<const std::string>(cells));
}

std::string safe_cell(std::string_view cell) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  const bool risky = !cell.empty() && kStarts.find(cell.front()) != std::string_view::npos &&
                     !Decimal::parse(cell).has_value();
  return risky ? "'" + std::string(cell) : std::string(cell);
}

}  // namespace jiheng::report
