#pragma once

#include <optional>
#include <span>

#include "domain/measure.h"
#include "scoring/fraction.h"

namespace jiheng::scoring {

/// What one unit reached of an indicator several units share.
///
/// Units   `value` in the indicator's measure, `amount` in one unit of money for all.
struct UnitActual {
  Decimal value;
  std::optional<Decimal> amount{};
};

/// Ratios and rates are weighted by amounts; everything else is summed.
[[nodiscard]] bool is_weighted(MeasureKind kind);

/// What several units reached together: the sum of absolute values; of ratios and rates the mean
/// weighted by the units' amounts, rounded half up to `places`. It is scored afterwards.
///
/// Shape   units without a value are not among `units`: blank is not 0.
/// Errors  Unscored::no_actual without units; no_amount where a ratio's unit has no amount, or all
///         are 0.
/// Source  regulations.md §2: 绝对值直接累加计算，相对值按照资金额度加权平均计算.
[[nodiscard]] Outcome<Decimal> aggregate(std::span<const UnitActual> units, MeasureKind kind,
                                         int places);

}  // namespace jiheng::scoring
