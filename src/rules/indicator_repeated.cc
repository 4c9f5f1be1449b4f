#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rules/catalogue.h"

namespace jiheng::rules {
namespace {

/// A row and where it stands among the rows of all projects.
struct Placed {
  const ProjectView* project;
  const Row* row;
  std::size_t place;
};

/// Rows cut out of one cell are one indicator in the document.
bool is_same_cell(const Row& one, const Row& other) {
  return one.indicator.place == other.indicator.place &&
         one.indicator.filed == other.indicator.filed;
}

bool is_repeated(const Placed& one, const Placed& other) {
  const auto& a = one.row->indicator;
  const auto& b = other.row->indicator;
  if (one.project == other.project) {
    return !is_same_cell(*one.row, *other.row);
  }
  // A date has no measure; that makes it no other thing.
  const bool measured = !a.measured.canonical.empty() && !b.measured.canonical.empty();
  return (measured && a.measured.canonical != b.measured.canonical) ||
         one.row->role != other.row->role;
}

void report(const Placed& here, const Placed& there, Sink& sink) {
  const auto& other = there.row->indicator;
  std::string variant;
  if (here.project != there.project) {
    variant = here.row->role == there.row->role ? "measured" : "elsewhere";
  }
  sink.report({.column = Column::name,
               .args = {here.row->indicator.name, to_string(other.place), other.project,
                        other.level2, other.measure},
               .variant = std::move(variant),
               .row = here.place});
}

/// Rows of one agency by folded name.
using Names = std::map<std::string_view, std::vector<Placed>>;

void check_names(const Names& names, Sink& sink) {
  for (const auto& [name, rows] : names) {
    for (const auto& here : rows) {
      const auto there = std::ranges::find_if(rows, [&](const Placed& other) {
        return other.place != here.place && is_repeated(here, other);
      });
      if (there != rows.end()) {
        report(here, *there, sink);
      }
    }
  }
}

void check(std::span<const ProjectView> projects, const Parameters& /*parameters*/, Sink& sink) {
  std::map<std::string_view, Names> agencies;
  std::size_t place = 0;
  for (const auto& project : projects) {
    for (const auto& row : project.rows) {
      if (!row.indicator.name.empty()) {
        agencies[project.agency][row.indicator.name].push_back({&project, &row, place});
      }
      ++place;
    }
  }
  for (const auto& [agency, names] : agencies) {
    check_names(names, sink);
  }
}

}  // namespace

const Rule kIndicatorRepeated{.id = "indicator_repeated",
                              .number = 11,
                              .severity = Severity::warning,
                              .aspect = Aspect::compliance,
                              .check_all = check};

}  // namespace jiheng::rules
