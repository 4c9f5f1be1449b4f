#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// Money, money per thing, a share; a measure nobody understands is another rule's.
bool can_be_cost(const Measure& measure, const Parameters& parameters) {
  if (measure.kind == MeasureKind::rate) {
    return !parameters.containing("money", measure.filed).empty();
  }
  return measure.kind == MeasureKind::unknown || measure.kind == MeasureKind::money ||
         measure.kind == MeasureKind::ratio;
}

/// 6个月, 每月1次: a number, and none of money.
bool is_other_amount(const Indicator& row, const Parameters& parameters) {
  return std::holds_alternative<DurationTarget>(row.typed) ||
         std::holds_alternative<FrequencyTarget>(row.typed) ||
         (is_numeric(row) && !can_be_cost(row.measured, parameters));
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  // What a project costs society or nature is seldom money.
  if (row.role != CategoryRole::cost ||
      !parameters.containing("other_costs", indicator.level2).empty()) {
    return;
  }
  if (is_other_amount(indicator, parameters)) {
    sink.report({.column = Column::measure, .args = {indicator.target, indicator.measure}});
  } else if (is_words(indicator) && !has_digit(indicator.target) &&
             parameters.containing("limits", indicator.target).empty()) {
    sink.report({.column = Column::target, .args = {indicator.target}, .variant = "words"});
  }
}

constexpr std::array<std::string_view, 1> kSilencedBy{"number_expected"};

}  // namespace

const Rule kCostNotMoney{.id = "cost_not_money",
                         .number = 40,
                         .severity = Severity::warning,
                         .aspect = Aspect::relevance,
                         .check = check,
                         .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
