#pragma once

#include "domain/score.h"
#include "scoring/fraction.h"

namespace jiheng::scoring {

/// Executed of budget; nothing without either, or where the budget is 0 or less.
[[nodiscard]] std::optional<Fraction> execution_rate(const Execution& execution);

}  // namespace jiheng::scoring
