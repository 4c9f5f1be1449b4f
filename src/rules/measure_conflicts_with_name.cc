#include <algorithm>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

bool same_group(const Parameters& parameters, std::string_view a, std::string_view b) {
  const auto holds = [](std::string_view group, std::string_view word) {
    for (std::size_t at = group.find(word); at != std::string_view::npos;
         at = group.find(word, at + 1)) {
      const auto end = at + word.size();
      if ((at == 0 || group[at - 1] == ' ') && (end == group.size() || group[end] == ' ')) {
        return true;
      }
    }
    return false;
  };
  return std::ranges::any_of(parameters.words("groups"), [&](std::string_view group) {
    return holds(group, a) && holds(group, b);
  });
}

bool agree(const Measure& a, const Measure& b, const Parameters& parameters) {
  if (a.canonical == b.canonical) {
    return a.scale == b.scale;
  }
  return a.kind == b.kind && same_group(parameters, a.canonical, b.canonical);
}

/// A rate with % is right, so the bracket is what is wrong; otherwise nobody can know.
std::vector<Change> bracket_corrected(const Row& row, std::string_view head,
                                      const Parameters& parameters) {
  if (!is_share(row.indicator.measured) || parameters.ending("rates", head).empty()) {
    return {};
  }
  return {{Field::level3, std::string(head) + "(" + row.indicator.measured.canonical + ")"}};
}

void check_bracket(const Row& row, const NameParts& name, const Parameters& parameters,
                   Sink& sink) {
  const auto written = row.vocabulary.measures.understand(name.bracket);
  if (written.kind == MeasureKind::unknown || agree(written, row.indicator.measured, parameters)) {
    return;
  }
  sink.report({.column = Column::measure,
               .args = {std::string(name.bracket), row.indicator.measure},
               .suggestion = bracket_corrected(row, name.head, parameters)});
}

/// 人数 counts people, 人次 counts attendances.
void check_words(const Row& row, std::string_view name, const Parameters& parameters, Sink& sink) {
  const auto& measure = row.indicator.measured.canonical;
  const auto people = parameters.ending("people_names", name);
  const auto visits = parameters.ending("visit_names", name);
  if (!people.empty() && parameters.has("visit_measures", measure)) {
    sink.report({.column = Column::measure,
                 .args = {std::string(people), row.indicator.measure},
                 .variant = "people"});
  } else if (!visits.empty() && parameters.has("people_measures", measure)) {
    const auto magnitude = row.indicator.measure.substr(
        0, row.indicator.measure.size() - std::min(measure.size(), row.indicator.measure.size()));
    sink.report({.column = Column::measure,
                 .args = {std::string(visits), row.indicator.measure},
                 .suggestion = {{Field::measure, magnitude + "人次"}},
                 .variant = "visits"});
  }
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  if (row.indicator.measured.kind == MeasureKind::unknown) {
    return;
  }
  const auto name = parts_of(row.indicator.name);
  if (name.bracket.empty()) {
    check_words(row, name.head, parameters, sink);
  } else {
    check_bracket(row, name, parameters, sink);
  }
}

}  // namespace

const Rule kMeasureConflictsWithName{.id = "measure_conflicts_with_name",
                                     .number = 23,
                                     .severity = Severity::error,
                                     .aspect = Aspect::compliance,
                                     .check = check};

}  // namespace jiheng::rules
