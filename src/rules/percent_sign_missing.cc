#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// 0.95 is 95 %; 1 may be 1 % or the whole, so nobody but the filer can say.
std::vector<Change> as_percent(const Decimal& number) {
  if (number == Decimal::whole(1)) {
    return {};
  }
  if (number > Decimal::whole(1)) {
    return {{Field::measure, "%"}};
  }
  const auto percent = number.times(Decimal::whole(100));
  return percent ? std::vector<Change>{{Field::target, percent->to_shortest_string()},
                                       {Field::measure, "%"}}
                 : std::vector<Change>{};
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto* number = number_of(indicator);
  const auto name = parts_of(indicator.name).head;
  if (number == nullptr || !indicator.measure.empty() ||
      indicator.measured.kind != MeasureKind::unknown ||
      indicator.comparator == Comparator::qualitative || parameters.ending("rates", name).empty() ||
      !parameters.ending("not_rates", name).empty()) {
    return;
  }
  if (*number > Decimal::whole(0) && *number <= Decimal::whole(100)) {
    sink.report(
        {.column = Column::measure, .args = {indicator.target}, .suggestion = as_percent(*number)});
  }
}

}  // namespace

const Rule kPercentSignMissing{.id = "percent_sign_missing",
                               .number = 68,
                               .severity = Severity::hint,
                               .aspect = Aspect::compliance,
                               .check = check};

}  // namespace jiheng::rules
