#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// At least nothing is always met, whatever is counted; exactly nothing is only wrong where the
/// thing is known to be wanted.
bool is_wanted(const Row& row, std::string_view name, const Parameters& parameters) {
  return row.indicator.comparator == Comparator::at_least || row.role == CategoryRole::quantity ||
         row.role == CategoryRole::satisfaction || !parameters.ending("wanted", name).empty();
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto* number = number_of(indicator);
  const bool zero = number != nullptr && number->is_zero();
  const bool asked =
      indicator.comparator == Comparator::at_least || indicator.comparator == Comparator::equal;
  const auto name = parts_of(indicator.name).head;
  if (!zero || !asked || row.role == CategoryRole::cost ||
      !parameters.containing("unwanted", name).empty() || !is_wanted(row, name, parameters)) {
    return;
  }
  sink.report({.column = Column::target,
               .args = {std::string(sign(*indicator.comparator)), indicator.target}});
}

}  // namespace

const Rule kTargetZero{.id = "target_zero",
                       .number = 31,
                       .severity = Severity::warning,
                       .aspect = Aspect::feasibility,
                       .check = check};

}  // namespace jiheng::rules
