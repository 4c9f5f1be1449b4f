#pragma once

#include "domain/actual.h"
#include "domain/score.h"
#include "scoring/scheme.h"

namespace jiheng::scoring {

/// Why the filed score of an indicator is not the computed one; `none` where it is within the
/// profile's tolerance, or nothing can be said.
[[nodiscard]] Difference difference_of(const Score& score, const Indicator& row,
                                       const Actual& actual, std::optional<int> year,
                                       const Scheme& scheme);

/// The same for a score that is a number alone (execution, total).
[[nodiscard]] Difference plain_difference(const std::optional<Decimal>& filed,
                                          const std::optional<Decimal>& computed,
                                          const packs::ScoringProfile& profile);

}  // namespace jiheng::scoring
