#include "report/table11.h"

#include <algorithm>

#include "report/csv.h"
#include "report/table11_sheet.h"
#include "report/typed_json.h"

namespace jiheng::report {

namespace {

std::vector<Table11Cells> cells_of(std::span<const Indicator> rows) {
  std::vector<Table11Cells> cells(rows.size());
  std::ranges::transform(rows, cells.begin(), table11_cells);
  return cells;
}

}  // namespace

Result<std::string> table11_xlsx(const Table11& table) {
  JH_TRY(auto workbook, Workbook::make(table.title));
  draw_table11(workbook, workbook.add_sheet("表11"), table.title, cells_of(table.rows));
  return workbook.bytes();
}

std::string table11_csv(const Table11& table) {
  std::string text(kBom);
  std::array<std::string, kTable11Columns.size()> heads;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    heads.at(i) = kTable11Columns.at(i).head;
  }
  text += csv_line(std::span<const std::string>(heads));
  for (const auto& row : table.rows) {
    auto cells = table11_cells(row);
    for (auto& cell : cells) {
      cell = safe_cell(cell);
    }
    // A sign alone is no formula; the form's ＝ is full-width anyway.
    text += csv_line(std::span<const std::string>(cells));
  }
  return text;
}

std::string table11_json(const Table11& table) {
  Json json{
      {"form", "table11"}, {"year", table.year}, {"title", table.title}, {"rows", Json::array()}};
  for (const auto& row : table.rows) {
    json["rows"].push_back(
        {{"agency", row.agency},
         {"project", row.project},
         {"level1", row.level1},
         {"level2", row.level2},
         {"level3", row.name},
         {"comparator", row.comparator ? std::string(symbol(*row.comparator)) : std::string()},
         {"target", row.target},
         {"measure", row.measure},
         {"typed", typed_json(row.typed, row.measured)},
         {"measurable", is_measurable(row)}});
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jiheng::report
