#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/decimal.h"
#include "domain/indicator.h"
#include "packs/scoring_profile.h"

namespace jiheng::scoring {

/// Points for the rows that state none: what the profile gives each level-1 kind, less what its
/// rows state, divided over the others; what rounding leaves goes to the kind's last row, so that
/// the sum is exact. Where kinds and execution together are not the profile's total, the kinds are
/// scaled to what execution leaves.
///
/// Shape   in the order of `rows`; nothing for a row that states its points, and for the rows of a
///         kind whose points are used up or not to be read. Nothing at all where a row's kind is
///         none of the profile's, or the profile says nothing of a project with just these kinds.
/// Units   points, of the profile's places.
/// Source  财预〔2020〕10号: 产出 50，效益 30，满意度 10; data, `points` of packs/scoring
[[nodiscard]] std::vector<std::optional<Decimal>> propose_points(
    std::span<const Indicator> rows, const packs::ScoringProfile& profile);

}  // namespace jiheng::scoring
