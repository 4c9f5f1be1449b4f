#include "scoring/fraction.h"

#include <algorithm>

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

std::string rounding_of(const Decimal& points, const Fraction& fraction, const Decimal& score) {
  constexpr int kShownPlaces = 6;
  const auto longer = share_of(points, fraction, std::max(kShownPlaces, score.scale()));
  const auto shown = score.to_shortest_string();
  return !longer || *longer == score ? shown : longer->to_shortest_string() + " ≈ " + shown;
}

}  // namespace jiheng::scoring
