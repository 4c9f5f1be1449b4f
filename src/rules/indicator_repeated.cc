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

/// The rows of one agency that bear one name. Only the rows that can answer "where else?" are
/// looked at, so that a name on a thousand rows costs a thousand steps and no million.
class SameName {
 public:
  void add(const Placed& row) {
    rows_.push_back(row);
    auto& inside = inside_[row.project];
    if (inside.empty() || (inside.size() == 1 && !is_same_cell(*inside.front().row, *row.row))) {
      inside.push_back(row);
    }
    auto& kind = kinds_[{row.row->role, row.row->indicator.measured.canonical}];
    if (kind.empty() || (kind.size() == 1 && kind.front().project != row.project)) {
      kind.push_back(row);
    }
  }

  void check(Sink& sink) const {
    for (const auto& here : rows_) {
      if (const auto* there = other_than(here)) {
        report(here, *there, sink);
      }
    }
  }

 private:
  /// The first row in document order that repeats this one, or nullptr.
  [[nodiscard]] const Placed* other_than(const Placed& here) const {
    const Placed* first = nullptr;
    const auto look = [&](const std::vector<Placed>& rows) {
      for (const auto& other : rows) {
        if (other.place != here.place && is_repeated(here, other) &&
            (first == nullptr || other.place < first->place)) {
          first = &other;
        }
      }
    };
    look(inside_.at(here.project));
    for (const auto& [kind, rows] : kinds_) {
      look(rows);
    }
    return first;
  }

  std::vector<Placed> rows_;
  // The first two of each project that stand in different cells.
  std::map<const ProjectView*, std::vector<Placed>> inside_;
  // The first two of each role and measure that stand in different projects.
  std::map<std::pair<CategoryRole, std::string_view>, std::vector<Placed>> kinds_;
};

void check(std::span<const ProjectView> projects, const Parameters& /*parameters*/, Sink& sink) {
  std::map<std::string_view, std::map<std::string_view, SameName>> agencies;
  std::size_t place = 0;
  for (const auto& project : projects) {
    for (const auto& row : project.rows) {
      if (!row.indicator.name.empty()) {
        agencies[project.agency][row.indicator.name].add({&project, &row, place});
      }
      ++place;
    }
  }
  for (const auto& [agency, names] : agencies) {
    for (const auto& [name, rows] : names) {
      rows.check(sink);
    }
  }
}

}  // namespace

const Rule kIndicatorRepeated{.id = "indicator_repeated",
                              .number = 11,
                              .severity = Severity::warning,
                              .aspect = Aspect::compliance,
                              .check_all = check};

}  // namespace jiheng::rules
