#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace jiheng {

/// A cell that holds a bare number (points, score, actual), with or without "%" or "分" behind it.
[[nodiscard]] std::optional<Decimal> number_in(std::string_view text);

}  // namespace jiheng
