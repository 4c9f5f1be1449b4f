#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace jiheng {

/// 10000 of 万: how many a word counts that stands between a number and its measure.
[[nodiscard]] std::optional<Decimal> magnitude(std::string_view word);

/// The word of a magnitude that the text starts with, the longest; "" where none does.
[[nodiscard]] std::string_view leading_magnitude(std::string_view text);

}  // namespace jiheng
