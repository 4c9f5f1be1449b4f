#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "packs/pack_problems.h"

namespace jiheng::packs {

/// Limits of a band of any sort: from ≤ value < to; without `to` there is no end.
struct Limits {
  Decimal from;
  std::optional<Decimal> to;
  std::string where;
};

template <typename Band>
std::vector<Limits> limits_of(const std::vector<Band>& bands) {
  std::vector<Limits> limits;
  limits.reserve(bands.size());
  for (const auto& band : bands) {
    limits.push_back({band.from, std::optional<Decimal>(band.to), band.where});
  }
  return limits;
}

/// No two of them share a value; with `end` every value from 0 to that end lies in one. What is
/// otherwise is noted, all of it; of reversed limits nothing more is said.
/// Errors  invalid_input at "path:line": `packs.band_reversed`, `packs.band_overlap`,
///         `packs.band_gap`, `packs.band_start`, `packs.band_end`.
void check_limits(std::vector<Limits> limits, const std::optional<Decimal>& end,
                  PackProblems& problems);

}  // namespace jiheng::packs
