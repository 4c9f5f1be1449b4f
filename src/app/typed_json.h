#pragma once

#include <nlohmann/json.hpp>

#include "domain/indicator.h"

namespace jiheng::app {

/// A row's target as `typed` of surface.md: the same members `extract --format jsonl` writes.
[[nodiscard]] nlohmann::ordered_json typed_json(const Indicator& row);

}  // namespace jiheng::app
