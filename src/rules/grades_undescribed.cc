#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// 定性 says what 达成, 部分达成 and 未达成 mean, where the form has a column for it.
void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto& facts = row.facts;
  const bool asked = facts.has(Column::explanation) || facts.has(Column::standard);
  // A date or a duration under 定性 is met or not: nothing to describe.
  if (!asked || indicator.comparator != Comparator::qualitative || !is_words(indicator)) {
    return;
  }
  const bool said = !parameters.containing("grades", indicator.standard).empty() ||
                    !parameters.containing("grades", indicator.explanation).empty();
  if (!said) {
    sink.report({.column = facts.has(Column::standard) ? Column::standard : Column::explanation,
                 .args = {indicator.name, indicator.target}});
  }
}

// A target to be rewritten as a number, or at all, needs no grades.
constexpr std::array<std::string_view, 3> kSilencedBy{"placeholder_left", "rate_not_numeric",
                                                      "quantifiable_left_qualitative"};

}  // namespace

const Rule kGradesUndescribed{.id = "grades_undescribed",
                              .number = 19,
                              .severity = Severity::hint,
                              .aspect = Aspect::measurability,
                              .check = check,
                              .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
