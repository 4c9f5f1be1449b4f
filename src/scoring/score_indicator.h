#pragma once

#include "domain/actual.h"
#include "domain/score.h"
#include "scoring/scheme.h"

namespace jiheng::scoring {

/// An indicator's score by the scheme, with its derivation where the scheme explains.
///
/// Shape   `year` is the budget year, for dates that write none. Points and filed score are the
///         row's. What cannot be scored says why: a blank actual value is not 0.
[[nodiscard]] Score score_indicator(const Scheme& scheme, const Indicator& row,
                                    const Actual& actual, std::optional<int> year);

/// What the money of a project earns: executed ÷ adjusted annual budget, never more than all.
///
/// Shape   the points are those the form states, else the profile's.
/// Source  regulations.md §2: 执行率×分值, 最高不得超过分值上限.
[[nodiscard]] Score score_execution(const Scheme& scheme, const Execution& execution);

}  // namespace jiheng::scoring
