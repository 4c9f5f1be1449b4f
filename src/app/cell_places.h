#pragma once

#include <string>

#include "intake/intake.h"

namespace jiheng::app {

/// Where the cell of a row stands that is read as `column`: "Sheet1!F11" in a worksheet; else, and
/// where the row's table has no such column, the row's own place.
[[nodiscard]] std::string cell_of(const intake::Intake& intake, const Indicator& row,
                                  Column column);

}  // namespace jiheng::app
