#include "app/cell_places.h"

#include <algorithm>

namespace jiheng::app {

std::string cell_of(const intake::Intake& intake, const Indicator& row, Column column) {
  const auto& place = row.place;
  const auto table = std::ranges::find_if(intake.report.tables, [&](const intake::TableNote& note) {
    return note.first.sheet == place.sheet && note.first.row <= place.row &&
           place.row <= note.last.row;
  });
  if (place.cell.empty() || table == intake.report.tables.end()) {
    return to_string(place);
  }
  const auto found = std::ranges::find(table->columns, word(column));
  if (found == table->columns.end()) {
    return to_string(place);
  }
  const document::Row cells{.place = place, .cells = {}};
  return to_string(
      document::cell_place(cells, static_cast<std::size_t>(found - table->columns.begin())));
}

}  // namespace jiheng::app
