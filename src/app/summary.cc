#include "app/summary.h"

#include <fmt/format.h>

namespace jiheng::app {

void Summary::add(const Reading& reading) {
  const auto& report = reading.intake.report;
  ++documents;
  pages += reading.pages;
  tables += report.tables.size();
  repeated += report.repeated;
  doubtful += report.doubtful;
  unread += report.unread;
  remembered += report.remembered;
  for (const auto& [repair, rows] : report.repairs) {
    repairs[repair] += rows;
  }
  for (const auto& row : reading.intake.indicators) {
    add(row);
  }
}

void Summary::add(const Indicator& row) {
  ++indicators;
  agencies.insert(row.agency);
  projects.insert({row.agency, row.project});
}

void Summary::add(const Summary& other) {
  documents += other.documents;
  pages += other.pages;
  tables += other.tables;
  indicators += other.indicators;
  repeated += other.repeated;
  doubtful += other.doubtful;
  unread += other.unread;
  for (const auto& [repair, rows] : other.repairs) {
    repairs[repair] += rows;
  }
  agencies.insert(other.agencies.begin(), other.agencies.end());
  projects.insert(other.projects.begin(), other.projects.end());
}

std::string Summary::last_line() const {
  return fmt::format(
      "{} documents, {} pages, {} tables, {} indicators, {} repeated rows dropped, "
      "{} rows in doubt, {} not read",
      documents, pages, tables, indicators, repeated, doubtful, unread);
}

}  // namespace jiheng::app
