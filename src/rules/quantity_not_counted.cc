#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// A form without comparators says 定性 by what it writes: a grade or a vague word, no number.
bool is_left_to_words(const Indicator& row) {
  const auto* text = std::get_if<TextTarget>(&row.typed);
  const bool vague = text != nullptr && text->reason == TextReason::vague;
  return !row.comparator && is_words(row) && (text == nullptr || vague) && !has_digit(row.target);
}

void check(const Row& row, const Parameters&, Sink& sink) {
  const auto& indicator = row.indicator;
  if (row.role != CategoryRole::quantity || indicator.target.empty()) {
    return;
  }
  if (indicator.comparator == Comparator::qualitative) {
    sink.report({.column = Column::comparator, .args = {indicator.level2, indicator.target}});
  } else if (is_left_to_words(indicator)) {
    sink.report({.column = Column::target,
                 .args = {indicator.level2, indicator.target},
                 .variant = "words"});
  }
}

constexpr std::array<std::string_view, 1> kSilencedBy{"placeholder_left"};

}  // namespace

const Rule kQuantityNotCounted{.id = "quantity_not_counted",
                               .number = 16,
                               .severity = Severity::warning,
                               .aspect = Aspect::measurability,
                               .check = check,
                               .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
