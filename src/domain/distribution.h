#pragma once

#include <cstddef>
#include <span>

#include "base/decimal.h"
#include "base/result.h"

namespace jiheng {

/// How values lie: the smallest, a quarter, half and three quarters of the way, the largest.
///
/// Shape   between two values a quarter point is interpolated in proportion: the first quarter of
///         1 2 3 4 is 1.75. Exact, so the same on every machine.
struct Distribution {
  std::size_t n{};
  Decimal lowest{};
  Decimal first_quarter{};
  Decimal median{};
  Decimal third_quarter{};
  Decimal highest{};

  friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// Of values in ascending order.
/// Errors  invalid_input `distribution.empty`; `decimal.overflow`.
[[nodiscard]] Result<Distribution> distribution_of(std::span<const Decimal> sorted);

/// How much of values in ascending order lies below `value`, those equal to it counted half: 0…100,
/// rounded to whole per cent; 50 among none.
[[nodiscard]] int percentile_of(const Decimal& value, std::span<const Decimal> sorted);

}  // namespace jiheng
