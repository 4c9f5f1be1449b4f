#pragma once

#include "domain/actual.h"
#include "domain/indicator.h"
#include "packs/scoring_profile.h"
#include "scoring/fraction.h"
#include "scoring/steps.h"

namespace jiheng::scoring {

/// Target and actual value in one measure.
///
/// Shape   `low` = `high` unless the target is a range; `measure` is the spelling the numbers
///         count in, "" where the document names none; 1 of it is `units` of its base (万元: 10000
///         元), of ratios percent.
struct Quantities {
  Decimal low;
  Decimal high;
  Decimal actual;
  std::string measure{};
  Decimal units{Decimal::whole(1)};
};

/// Brings both into one measure: 1.2 万元 and 12000 元, 95 % and 0.95, 2 小时 and 120 分钟.
/// Errors  Unscored, where they count different things or it cannot be told what was meant.
[[nodiscard]] Outcome<Quantities> in_one_measure(const Indicator& row, const Actual& actual,
                                                 const packs::ScoringProfile& profile,
                                                 Steps& steps);

/// A bare number in the row's own measure: 0.88 beside "≥ 90 %" is 88.
/// Errors  Unscored::fraction_unclear, see `ScoringProfile::fraction_from`.
[[nodiscard]] Outcome<Decimal> bare_in_measure(const Indicator& row, const Decimal& value,
                                               const Decimal& fraction_from);

}  // namespace jiheng::scoring
