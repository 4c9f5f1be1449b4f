#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/decimal.h"
#include "domain/score.h"

namespace jiheng::scoring {

/// A value, or why there is no score.
template <typename T>
using Outcome = tl::expected<T, Unscored>;

/// `part` of `whole`, never divided before the points are known. `whole` is above 0.
struct Fraction {
  Decimal part;
  Decimal whole;
};

/// The value of an exact calculation; what leaves 128 bits has no score.
[[nodiscard]] Outcome<Decimal> exact(const Result<Decimal>& value);

/// Points × part ÷ whole, rounded half up once, at the end.
[[nodiscard]] Outcome<Decimal> share_of(const Decimal& points, const Fraction& fraction,
                                        int places);

/// True when the fraction is at least so many percent.
[[nodiscard]] Outcome<bool> reaches(const Fraction& fraction, const Decimal& percent);

/// The fraction in percent, rounded to two places: for reading only.
[[nodiscard]] Outcome<Decimal> percent_of(const Fraction& fraction);

/// The product before and after rounding, "9.777778 ≈ 9.78"; the score alone where it is exact.
[[nodiscard]] std::string rounding_of(const Decimal& points, const Fraction& fraction,
                                      const Decimal& score);

inline constexpr auto kHundred = Decimal::whole(100);

}  // namespace jiheng::scoring
