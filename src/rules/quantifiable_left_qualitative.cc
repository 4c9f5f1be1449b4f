#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// 收到材料后1个月内: the event goes into the name, so that nothing is lost.
std::vector<Change> as_limit(const Indicator& row, const DurationTarget& duration) {
  std::vector<Change> changes;
  if (!duration.after.empty()) {
    changes.push_back({Field::level3, row.name + "(" + duration.after + "后)"});
  }
  changes.push_back({Field::comparator, "<="});
  changes.push_back({Field::target, duration.value.to_string()});
  changes.push_back(
      {Field::measure, duration.unit.canonical == "月" ? "个月" : duration.unit.canonical});
  return changes;
}

bool says_whole(const Indicator& row, const Parameters& parameters) {
  return parameters.has("whole", row.target);
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (indicator.comparator != Comparator::qualitative) {
    return;
  }
  if (const auto* duration = std::get_if<DurationTarget>(&indicator.typed)) {
    sink.report({.column = Column::target,
                 .args = {indicator.target},
                 .suggestion = as_limit(indicator, *duration)});
  } else if (says_whole(indicator, parameters)) {
    sink.report(
        {.column = Column::target,
         .args = {indicator.target},
         .suggestion = {{Field::comparator, "="}, {Field::target, "100"}, {Field::measure, "%"}},
         .variant = "whole"});
  } else if (is_numeric(indicator) && indicator.measured.kind != MeasureKind::unknown &&
             !parameters.has("ranks", indicator.measured.canonical)) {
    sink.report({.column = Column::target, .args = {indicator.target}, .variant = "number"});
  }
}

constexpr std::array<std::string_view, 1> kSilencedBy{"rate_not_numeric"};

}  // namespace

const Rule kQuantifiableLeftQualitative{.id = "quantifiable_left_qualitative",
                                        .number = 71,
                                        .severity = Severity::hint,
                                        .aspect = Aspect::measurability,
                                        .check = check,
                                        .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
