#include "packs/band_limits.h"

#include <algorithm>
#include <utility>

namespace jiheng::packs {
namespace {

Error wrong(std::string key, std::vector<std::string> args, std::string where) {
  return {ErrorCode::invalid_input, {std::move(key), std::move(args)}, std::move(where)};
}

bool is_reversed(const Limits& band) {
  return band.from.is_negative() || (band.to && *band.to <= band.from);
}

}  // namespace

void check_limits(std::vector<Limits> limits, const std::optional<Decimal>& end,
                  PackProblems& problems) {
  for (const auto& band : limits) {
    if (is_reversed(band)) {
      problems.add(wrong("packs.band_reversed",
                         {band.from.to_string(), band.to ? band.to->to_string() : ""}, band.where));
    }
  }
  if (std::erase_if(limits, is_reversed) > 0 || limits.empty()) {
    return;
  }
  std::ranges::stable_sort(limits, {}, &Limits::from);
  if (end && !limits.front().from.is_zero()) {
    problems.add(
        wrong("packs.band_start", {limits.front().from.to_string()}, limits.front().where));
  }
  for (std::size_t i = 1; i < limits.size(); ++i) {
    const auto& below = limits[i - 1];
    const auto& band = limits[i];
    if (!below.to || *below.to > band.from) {
      problems.add(wrong("packs.band_overlap", {band.from.to_string(), below.where}, band.where));
    } else if (end && *below.to < band.from) {
      problems.add(
          wrong("packs.band_gap", {below.to->to_string(), band.from.to_string()}, band.where));
    }
  }
  if (end && limits.back().to && *limits.back().to <= *end) {
    problems.add(wrong("packs.band_end", {limits.back().to->to_string()}, limits.back().where));
  }
}

}  // namespace jiheng::packs
