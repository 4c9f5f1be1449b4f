#include "scoring/fraction.h"

namespace jiheng::scoring {

Outcome<Decimal> exact(const Result<Decimal>& value) {
  if (!value) {
    return tl::unexpected(Unscored::too_large);
  }
  return *value;
}

Outcome<Decimal> share_of(const Decimal& points, const Fraction& fraction, int places) {
  return exact(points.times(fraction.part).and_then([&](const Decimal& product) {
    return product.divided_by(fraction.whole, places);
  }));
}

Outcome<bool> reaches(const Fraction& fraction, const Decimal& percent) {
  const auto part = fraction.part.times(kHundred);
  const auto whole = fraction.whole.times(percent);
  if (!part || !whole) {
    return tl::unexpected(Unscored::too_large);
  }
  return *part >= *whole;
}

Outcome<Decimal> percent_of(const Fraction& fraction) {
  return share_of(kHundred, fraction, 2);
}

}  // namespace jiheng::scoring
