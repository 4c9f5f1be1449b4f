#pragma once

#include <string>

#include "domain/indicator.h"
#include "report/review_rows.h"

namespace jiheng::report {

/// Comparator, target and measure of a row as one reads them: "≥ 95 %".
[[nodiscard]] std::string target_text(const Indicator& row);

/// Whose row it is: "甲局 · 展览", or what of it is named.
[[nodiscard]] std::string project_text(const Indicator& row);

/// A line in the reader's language; pages, sheets and cells are called the same in both.
[[nodiscard]] std::string place_text(const Place& place, const ReviewWords& words);

}  // namespace jiheng::report
