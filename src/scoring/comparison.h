#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "scoring/quantities.h"

namespace jiheng::scoring {

/// Which side of the target is good.
enum class Direction : std::uint8_t {
  floor,    // ≥ ＞: more is better
  ceiling,  // ≤ ＜: less is better
  equal,    // ＝, or no sign: near is better
  range,    // between two values
  day,      // a deadline
};

/// A target and what was reached, held against each other.
///
/// Shape   `quantities` unless the direction is `day`; `days_late` only then.
struct Comparison {
  Direction direction{};
  Quantities quantities{};
  std::int64_t days_late{};
  bool met{};
};

/// Errors  Unscored, where the two cannot be held against each other.
[[nodiscard]] Outcome<Comparison> compare(const Indicator& row, const Actual& actual,
                                          std::optional<int> year,
                                          const packs::ScoringProfile& profile, Steps& steps);

}  // namespace jiheng::scoring
