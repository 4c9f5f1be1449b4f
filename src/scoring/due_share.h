#pragma once

#include "base/date.h"
#include "packs/curve.h"
#include "scoring/fraction.h"

namespace jiheng::scoring {

/// Which part of the year's target is due by the end of a day: 0 to 1, exact.
///
/// Shape   months count alike, so that a straight curve has m ÷ 12 at the end of month m; within a
///         month its days count alike. Before the year nothing is due, after it what is at its end.
[[nodiscard]] Fraction due_share(const packs::Curve& curve, int year, Date day);

/// The same in percent, half up to two places: for reading.
[[nodiscard]] Decimal due_percent(const packs::Curve& curve, int year, Date day);

}  // namespace jiheng::scoring
