#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto name = parts_of(indicator.name).head;
  const auto harm = parameters.ending("harms", name);
  if (!is_floor(indicator) || is_words(indicator) || indicator.target.empty() || harm.empty() ||
      !parameters.containing("against", name).empty()) {
    return;
  }
  sink.report({.column = Column::comparator,
               .args = {std::string(harm), std::string(sign(*indicator.comparator))},
               .suggestion = {{Field::comparator, "<="}}});
}

constexpr std::array<std::string_view, 2> kSilencedBy{"cost_without_ceiling", "placeholder_left"};

}  // namespace

const Rule kHarmWithoutCeiling{.id = "harm_without_ceiling",
                               .number = 33,
                               .severity = Severity::error,
                               .aspect = Aspect::appropriateness,
                               .check = check,
                               .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
