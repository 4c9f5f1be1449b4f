#pragma once

#include <nlohmann/json.hpp>

#include "domain/indicator.h"

namespace jiheng::report {

using Json = nlohmann::ordered_json;

/// A typed target as data: {"kind":"date","month":10,"part":"end","bound":"by"}.
///
/// Shape   values are exact decimals in strings ("90.00"); years, months and days are numbers.
///         Numbers, ranges and durations carry `measure` (canonical), `measure_kind` and, where
///         one of it is not one of its base, `scale` and `base`. What says nothing is left out.
/// Source  docs/formats/extract-jsonl.md
[[nodiscard]] Json typed_json(const TypedTarget& typed, const Measure& measured);

}  // namespace jiheng::report
