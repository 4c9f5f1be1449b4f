#include "scoring/aggregate.h"

namespace jiheng::scoring {

bool is_weighted(MeasureKind kind) {
  return kind == MeasureKind::ratio || kind == MeasureKind::rate;
}

Outcome<Decimal> aggregate(std::span<const UnitActual> units, MeasureKind kind, int places) {
  if (units.empty()) {
    return tl::unexpected(Unscored::no_actual);
  }
  const bool weighted = is_weighted(kind);
  Decimal sum;
  Decimal weights;
  for (const auto& unit : units) {
    if (weighted && (!unit.amount || unit.amount->is_negative())) {
      return tl::unexpected(Unscored::no_amount);
    }
    const auto weight = weighted ? *unit.amount : Decimal::whole(1);
    const auto part = exact(
        unit.value.times(weight).and_then([&](const Decimal& value) { return sum.plus(value); }));
    const auto whole = exact(weights.plus(weight));
    if (!part || !whole) {
      return tl::unexpected(Unscored::too_large);
    }
    sum = *part;
    weights = *whole;
  }
  if (!weighted) {
    return sum;
  }
  return weights.is_zero() ? Outcome<Decimal>(tl::unexpected(Unscored::no_amount))
                           : exact(sum.divided_by(weights, places));
}

}  // namespace jiheng::scoring
