#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// More of it is better and there is room above: a rate below the whole, or people who profit.
/// Whatever is planned (1 场, 3 家) is rightly fixed.
std::string_view open_ended(const Indicator& row, const Parameters& parameters) {
  const auto name = parts_of(row.name).head;
  if (!parameters.containing("opposites", name).empty()) {
    return {};
  }
  if (const auto share = share_of(row)) {
    return *share < Decimal::whole(1) ? parameters.ending("rates", name) : std::string_view{};
  }
  return row.measured.kind == MeasureKind::count ? parameters.ending("effects", name)
                                                 : std::string_view{};
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto* number = number_of(indicator);
  if (indicator.comparator != Comparator::equal || number == nullptr || number->is_zero()) {
    return;
  }
  if (const auto open = open_ended(indicator, parameters); !open.empty()) {
    sink.report({.column = Column::comparator,
                 .args = {std::string(open), indicator.target, indicator.measure},
                 .suggestion = {{Field::comparator, ">="}}});
  }
}

}  // namespace

const Rule kOpenEndFixed{.id = "open_end_fixed",
                         .number = 35,
                         .severity = Severity::hint,
                         .aspect = Aspect::appropriateness,
                         .check = check};

}  // namespace jiheng::rules
