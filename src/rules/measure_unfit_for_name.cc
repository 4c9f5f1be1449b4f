#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// The name's own bracket must follow the measure, or the two would part.
std::vector<Change> counted_in_people(const NameParts& name) {
  std::vector<Change> changes;
  if (!name.bracket.empty()) {
    changes.push_back({Field::level3, std::string(name.head) + "(人)"});
  }
  changes.push_back({Field::measure, "人"});
  return changes;
}

bool can_measure_rate(MeasureKind kind) {
  return kind == MeasureKind::ratio || kind == MeasureKind::points || kind == MeasureKind::unknown;
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto& measured = indicator.measured;
  if (!is_numeric(indicator) || measured.kind == MeasureKind::unknown) {
    return;
  }
  const auto name = parts_of(indicator.name);
  const auto rate = parameters.ending("rates", name.head);
  if (!rate.empty()) {
    if (!can_measure_rate(measured.kind) && parameters.ending("not_rates", name.head).empty()) {
      sink.report({.column = Column::measure,
                   .args = {std::string(rate), indicator.measure},
                   .variant = "rate"});
    }
    return;
  }
  if (const auto count = parameters.ending("counts", name.head);
      !count.empty() && is_share(measured)) {
    sink.report({.column = Column::measure,
                 .args = {std::string(count), indicator.measure},
                 .variant = "count"});
    return;
  }
  if (const auto people = parameters.ending("people", name.head);
      !people.empty() && parameters.has("not_for_people", measured.canonical)) {
    sink.report({.column = Column::measure,
                 .args = {std::string(people), indicator.measure},
                 .suggestion = counted_in_people(name),
                 .variant = "people"});
  }
}

constexpr std::array<std::string_view, 2> kSilencedBy{"qualitative_with_number",
                                                      "measure_conflicts_with_name"};

}  // namespace

const Rule kMeasureUnfitForName{.id = "measure_unfit_for_name",
                                .number = 24,
                                .severity = Severity::warning,
                                .aspect = Aspect::compliance,
                                .check = check,
                                .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
