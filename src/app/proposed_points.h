#pragma once

#include <optional>
#include <vector>

#include "domain/indicator.h"
#include "domain/score.h"

namespace jiheng::app {

using PointsByRow = std::vector<std::optional<Decimal>>;

/// Puts proposed points into the rows that state none; gives those it put.
[[nodiscard]] PointsByRow put_proposed(std::vector<Indicator>& rows,
                                       const packs::ScoringProfile& profile);

/// Says of the scores which points were proposed, with `explains` as steps.
void mark_proposed(const PointsByRow& points, bool explains, ProjectScore& project);

}  // namespace jiheng::app
