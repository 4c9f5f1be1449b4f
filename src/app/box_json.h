#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "domain/indicator.h"

namespace jiheng::app {

/// Boxes as `box` of surface.md: the same members `extract --format jsonl` writes.
[[nodiscard]] nlohmann::ordered_json boxes_json(std::span<const CellBox> boxes);

/// A length on a page in points, from hundredths of one.
[[nodiscard]] nlohmann::ordered_json points_json(std::int32_t hundredths);

}  // namespace jiheng::app
