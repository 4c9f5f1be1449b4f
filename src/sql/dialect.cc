#include "sql/dialect.h"

#include <fmt/format.h>

#include <string>

namespace jiheng::sql {

std::string Dialect::upsert(std::string_view table, Columns keys, Columns values) const {
  std::string columns;
  std::string marks;
  const auto append = [](std::string& list, std::string_view item) {
    list.append(list.empty() ? "" : ", ").append(item);
  };
  for (const auto column : keys) {
    append(columns, column);
    append(marks, "?");
  }
  const std::string conflict = columns;
  std::string assignments;
  for (const auto column : values) {
    append(columns, column);
    append(marks, "?");
    append(assignments, fmt::format("{0} = excluded.{0}", column));
  }
  return fmt::format("INSERT INTO {} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}", table,
                     columns, marks, conflict, assignments);
}

}  // namespace jiheng::sql
