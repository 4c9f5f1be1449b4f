#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/decimal.h"
#include "domain/indicator.h"
#include "packs/scoring_profile.h"

namespace jiheng::scoring {

/// Points for a project that has none: what the profile gives each level-1 kind, divided over the
/// rows of the kind; what rounding leaves goes to the kind's last row, so that the sum is exact.
///
/// Shape   in the order of `rows`; nothing where a row's kind is none of the profile's, or the
///         profile says nothing of a project with just these kinds.
/// Units   points, of the profile's places.
/// Source  财预〔2020〕10号: 产出 50，效益 30，满意度 10; data, `points` of packs/scoring
[[nodiscard]] std::optional<std::vector<Decimal>> propose_points(
    std::span<const Indicator> rows, const packs::ScoringProfile& profile);

}  // namespace jiheng::scoring
