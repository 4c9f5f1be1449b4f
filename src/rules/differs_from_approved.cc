#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/approved_version.h"
#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// "“甲 ≥ 5 场”、“乙 定性 健全”" of the first of them.
std::string names_of(const std::vector<const ApprovedRow*>& missing, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(missing.size(), most); ++i) {
    const auto value = value_text(*missing[i]);
    text += (i == 0 ? "“" : "、“") + missing[i]->name + (value.empty() ? "" : " ") + value + "”";
  }
  return text;
}

void report_missing(const std::vector<const ApprovedRow*>& missing, std::size_t first,
                    const Parameters& parameters, Sink& sink) {
  const auto most = parameters.number("most_named");
  if (missing.empty() || !most) {
    return;
  }
  const auto named = static_cast<std::size_t>(most->digits());
  auto defect = of_project({names_of(missing, named), std::to_string(missing.size())},
                           missing.size() > named ? "missing.more" : "missing");
  defect.row = first;
  sink.report(std::move(defect));
}

Column column_of(Field cell) {
  if (cell == Field::comparator) {
    return Column::comparator;
  }
  return cell == Field::measure ? Column::measure : Column::target;
}

/// What nobody approved, unless it is a row that evaluation forms have of their own (预算执行率).
void report_added(const Indicator& row, std::size_t at, const Parameters& parameters, Sink& sink) {
  if (!parameters.has("rows_of_forms", row.name)) {
    sink.report({.column = Column::name, .args = {row.name}, .variant = "added", .row = at});
  }
}

Defect of_row(const Indicator& row, const ApprovedRow& approved, Field field, std::size_t at) {
  return {.column = column_of(field),
          .args = {value_text(approved), value_text(row)},
          .variant = row.target.empty() ? "blank" : "",
          .row = at};
}

void report_row(const Indicator& row, const ApprovedRow& approved, std::size_t at, Sink& sink) {
  if (const auto field = difference(row, approved)) {
    auto defect = of_row(row, approved, *field, at);
    defect.suggestion = changes_to(approved, row);
    sink.report(std::move(defect));
  }
}

/// That it is there twice is another rule's matter, that the two say different things is this
/// one's. What was approved stands in the other, so there is nothing to take over.
void report_repeated(const Indicator& row, const ApprovedRow& approved, std::size_t at,
                     Sink& sink) {
  if (const auto field = difference(row, approved)) {
    sink.report(of_row(row, approved, *field, at));
  }
}

/// A day without a year lies in that of its table.
template <typename Row>
Row in_year(Row row, std::optional<int> year) {
  if (auto* day = std::get_if<DateTarget>(&row.typed); day != nullptr && !day->year) {
    day->year = year;
  }
  return row;
}

template <typename Row>
std::vector<const Row*> places_of(const std::vector<Row>& rows) {
  std::vector<const Row*> places;
  places.reserve(rows.size());
  for (const auto& row : rows) {
    places.push_back(&row);
  }
  return places;
}

void check_project(const ProjectView& project, const ApprovedProject& approved, std::size_t first,
                   const Parameters& parameters, Sink& sink) {
  const auto year = project.facts.year;
  std::vector<Indicator> dated;
  dated.reserve(project.rows.size());
  for (const auto& row : project.rows) {
    dated.push_back(in_year(row.indicator, year));
  }
  std::vector<ApprovedRow> approved_dated;
  approved_dated.reserve(approved.rows.size());
  for (const auto* row : approved.rows) {
    approved_dated.push_back(in_year(*row, year));
  }
  const auto rows = places_of(dated);
  const auto held = held_against(places_of(approved_dated), rows);
  report_missing(held.missing, first, parameters, sink);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (held.approved[i] != nullptr) {
      report_row(*rows[i], *held.approved[i], first + i, sink);
    } else if (held.repeated[i] != nullptr) {
      report_repeated(*rows[i], *held.repeated[i], first + i, sink);
    } else {
      report_added(*rows[i], first + i, parameters, sink);
    }
  }
}

/// A project that no approved version names is no matter of this rule: approvals come project by
/// project, and a document of one says nothing of the others.
void check(std::span<const ProjectView> projects, const Parameters& parameters, Sink& sink) {
  if (projects.empty() || projects.front().facts.approved.empty()) {
    return;
  }
  const ApprovedVersion version(projects.front().facts.approved);
  std::vector<ProjectOf> names;
  for (const auto& project : projects) {
    names.push_back({std::string(project.agency), std::string(project.project)});
  }
  const auto found = version.of(names);
  std::size_t first = 0;
  for (std::size_t i = 0; i < projects.size(); ++i) {
    if (found[i] != nullptr) {
      check_project(projects[i], *found[i], first, parameters, sink);
    }
    first += projects[i].rows.size();
  }
}

}  // namespace

const Rule kDiffersFromApproved{.id = "differs_from_approved",
                                .number = 63,
                                .severity = Severity::error,
                                .aspect = Aspect::compliance,
                                .check_all = check};

}  // namespace jiheng::rules
