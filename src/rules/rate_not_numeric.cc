#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto name = parts_of(indicator.name).head;
  const auto rate = parameters.ending("rates", name);
  if (!is_words(indicator) || rate.empty() || !parameters.ending("not_rates", name).empty()) {
    return;
  }
  std::vector<Change> suggestion;
  if (parameters.has("whole", indicator.target)) {
    suggestion = {{Field::comparator, "="}, {Field::target, "100"}, {Field::measure, "%"}};
  }
  sink.report({.column = Column::target,
               .args = {std::string(rate), indicator.target},
               .suggestion = std::move(suggestion)});
}

// Whoever is told that ≥ needs a number need not be told that a rate does.
constexpr std::array<std::string_view, 3> kSilencedBy{"placeholder_left", "qualitative_with_number",
                                                      "number_expected"};

}  // namespace

const Rule kRateNotNumeric{.id = "rate_not_numeric",
                           .number = 17,
                           .severity = Severity::warning,
                           .aspect = Aspect::measurability,
                           .check = check,
                           .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
