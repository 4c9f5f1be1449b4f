#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

bool has_column(const ReviewFacts& facts) {
  return facts.has(Column::explanation) || facts.has(Column::standard);
}

/// A rate says what is divided by what, where the form asks for an explanation.
void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto name = parts_of(indicator.name).head;
  if (!has_column(row.facts) || row.role == CategoryRole::satisfaction ||
      parameters.ending("rates", name).empty() || !parameters.ending("not_rates", name).empty()) {
    return;
  }
  const bool said = !parameters.containing("formula", indicator.explanation).empty() ||
                    !parameters.containing("formula", indicator.standard).empty();
  if (!said) {
    const bool blank = indicator.explanation.empty() && indicator.standard.empty();
    sink.report(
        {.column = row.facts.has(Column::explanation) ? Column::explanation : Column::standard,
         .args = {indicator.name},
         .variant = blank ? "blank" : ""});
  }
}

}  // namespace

const Rule kRateUnexplained{.id = "rate_unexplained",
                            .number = 18,
                            .severity = Severity::hint,
                            .aspect = Aspect::measurability,
                            .check = check};

}  // namespace jiheng::rules
