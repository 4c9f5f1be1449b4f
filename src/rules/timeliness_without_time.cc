#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// Words that hold a moment although no date could be made of them.
bool holds_time(std::string_view target, const Parameters& parameters) {
  if (!parameters.containing("moments", target).empty()) {
    return true;
  }
  return has_digit(target) && !parameters.containing("time_words", target).empty();
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto what = kind(indicator.typed);
  const bool words = what == TargetKind::text || what == TargetKind::grade;
  if (row.role != CategoryRole::timeliness || !words || indicator.target.empty() ||
      holds_time(indicator.target, parameters)) {
    return;
  }
  sink.report({.column = Column::target, .args = {indicator.target}});
}

constexpr std::array<std::string_view, 1> kSilencedBy{"placeholder_left"};

}  // namespace

const Rule kTimelinessWithoutTime{.id = "timeliness_without_time",
                                  .number = 20,
                                  .severity = Severity::warning,
                                  .aspect = Aspect::measurability,
                                  .check = check,
                                  .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
