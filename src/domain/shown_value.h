#pragma once

#include <string>

#include "domain/indicator.h"

namespace jiheng {

/// A cell's value as a person reads it: a comparator by the sign of the forms, ≥ for ">=",
/// everything else as it is.
[[nodiscard]] std::string shown_value(Field field, const std::string& value);

}  // namespace jiheng
