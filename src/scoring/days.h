#pragma once

#include <cstdint>
#include <optional>

#include "domain/target.h"
#include "scoring/fraction.h"

namespace jiheng::scoring {

/// How an actual day stands to a deadline.
///
/// Units   days after the deadline; 0 when it was kept.
struct Lateness {
  bool met{};
  std::int64_t days{};
};

/// Holds a day against a deadline (10月底前, 第三季度) or a first day (10月后). A year that neither
/// writes is the budget year; without one, two days that write none lie in the same year.
/// Errors  Unscored::year_unknown where the budget year is not known and only the actual day writes
///         its year; Unscored::day_unclear where the actual day is not exact enough, or no calendar
///         day.
[[nodiscard]] Outcome<Lateness> lateness_of(const DateTarget& target, const DateTarget& actual,
                                            std::optional<int> year);

}  // namespace jiheng::scoring
