#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// The whole cannot be exceeded, so ≤ 100 % becomes ＝ and not ≥.
std::string turned(const Indicator& row) {
  return share_of(row) == Decimal::whole(1) ? "=" : ">=";
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto name = parts_of(indicator.name).head;
  const auto good = parameters.ending("goods", name);
  if (!is_ceiling(indicator) || !is_numeric(indicator) || row.role == CategoryRole::cost ||
      good.empty() || !parameters.containing("opposites", name).empty()) {
    return;
  }
  sink.report({.column = Column::comparator,
               .args = {std::string(good), std::string(sign(*indicator.comparator))},
               .suggestion = {{Field::comparator, turned(indicator)}}});
}

}  // namespace

const Rule kGoodWithCeiling{.id = "good_with_ceiling",
                            .number = 34,
                            .severity = Severity::warning,
                            .aspect = Aspect::appropriateness,
                            .check = check};

}  // namespace jiheng::rules
