#pragma once

#include <string>

#include "domain/indicator.h"

namespace jiheng::report {

/// Comparator, target and measure of a row as one reads them: "≥ 95 %".
[[nodiscard]] std::string target_text(const Indicator& row);

}  // namespace jiheng::report
