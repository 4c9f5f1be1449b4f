#pragma once

#include <nlohmann/json.hpp>

#include "domain/indicator.h"

namespace jiheng::app {

/// A row's target as `typed` of surface.md: `kind`, what the kind holds, and the canonical
/// `measure` where the row has one.
///
/// Shape   exact values are strings as written ("90.00"), years, months and days numbers; members
///         that say nothing are left out.
[[nodiscard]] nlohmann::ordered_json typed_json(const Indicator& row);

}  // namespace jiheng::app
