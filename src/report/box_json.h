#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "domain/indicator.h"

namespace jiheng::report {

/// Where a row's cells stand:
/// [{"field":"target","page":3,"left":72.5,"top":…,"right":…,"bottom":…}].
///
/// Units   points from the top left corner of the page as it is read upright, exact: numbers with
/// at
///         most two decimals.
/// Source  docs/formats/extract-jsonl.md
[[nodiscard]] nlohmann::ordered_json boxes_json(std::span<const CellBox> boxes);

/// A length on a page in points, from hundredths of one.
[[nodiscard]] nlohmann::ordered_json points_json(std::int32_t hundredths);

}  // namespace jiheng::report
