#include "store/edits.h"

#include <algorithm>

#include "store/query.h"
#include "store/rows.h"

namespace jiheng::store {

namespace {

constexpr std::string_view kSelectCells =
    "SELECT o.indicator_id, o.overlay_id, c.field, c.laid, c.filed, c.conflict FROM overlay o "
    "JOIN overlay_change c ON c.region_code = o.region_code AND c.overlay_id = o.overlay_id "
    "WHERE o.region_code = ? AND o.undone = 0";

std::string* spelling(FiledCells& filed, Field field) {
  switch (field) {
    case Field::level1:
      return &filed.level1;
    case Field::level2:
      return &filed.level2;
    case Field::level3:
      return &filed.name;
    case Field::comparator:
      return nullptr;  // has one spelling, its sign
    case Field::target:
      return &filed.target;
    case Field::measure:
      return &filed.measure;
  }
  return nullptr;
}

}  // namespace

const std::string_view kOfIndicator = " AND o.indicator_id = ?";
const std::string_view kOfProject =
    " AND o.indicator_id IN (SELECT i.indicator_id FROM indicator i "
    "WHERE i.region_code = o.region_code AND i.project_id = ?)";
const std::string_view kOfAgency =
    " AND o.indicator_id IN (SELECT i.indicator_id FROM indicator i "
    "WHERE i.region_code = o.region_code AND i.agency_id = ?)";

Result<EditedCells> load_edited_cells(sql::Connection& connection, std::string_view region,
                                      std::string_view condition, std::int64_t id) {
  Query query(kSelectCells);
  query.add("", region).add(condition, id).add(" ORDER BY o.laid_at, o.overlay_id, c.field");
  JH_TRY(const auto found, query.run(connection));
  EditedCells cells;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    cells[row.integer(0)].push_back({.overlay_id = row.integer(1),
                                     .field = field_from_word(row.text(2)).value_or(Field::level1),
                                     .laid = std::string(row.text(3)),
                                     .filed = std::string(row.text(4)),
                                     .conflict = row.integer(5) != 0});
  }));
  return cells;
}

bool lives(const EditedCell& cell, std::string_view filed) {
  return filed == cell.filed || filed == cell.laid;
}

void respell(Indicator& shown, const Indicator& filed, const std::vector<EditedCell>& cells) {
  for (const auto& cell : cells) {
    auto* text = spelling(shown.filed, cell.field);
    if (text != nullptr && lives(cell, value_of(filed, cell.field))) {
      *text = cell.laid;
    }
  }
}

bool changes_something(const Change& change, const Indicator& shown,
                       const std::vector<EditedCell>& cells) {
  if (value_of(shown, change.field) != change.after) {
    return true;
  }
  auto filed = shown.filed;
  const auto* text = spelling(filed, change.field);
  const bool laid = std::ranges::any_of(cells, [&](const EditedCell& cell) {
    return cell.field == change.field && cell.laid == change.after;
  });
  return text != nullptr && !laid && *text != change.after;
}

Indicator lay_over(const Indicator& filed, const std::vector<EditedCell>& cells,
                   const Retype& retype) {
  Indicator shown = filed;
  for (const auto& cell : cells) {
    if (lives(cell, value_of(filed, cell.field))) {
      set_value(shown, cell.field, cell.laid);
    }
  }
  // Untouched, the row keeps the type it was filed with.
  if (retype && !edited_fields(filed, shown).empty()) {
    retype(shown);
  }
  respell(shown, filed, cells);
  return shown;
}

}  // namespace jiheng::store
