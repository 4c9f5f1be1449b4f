#include "packs/band_limits.h"

#include <algorithm>
#include <utility>

namespace jiheng::packs {
namespace {

tl::unexpected<Error> wrong(std::string key, std::vector<std::string> args, std::string where) {
  return fail(ErrorCode::invalid_input, {std::move(key), std::move(args)}, std::move(where));
}

}  // namespace

Result<void> check_limits(std::vector<Limits> limits, const std::optional<Decimal>& end) {
  for (const auto& band : limits) {
    if (band.from.is_negative() || (band.to && *band.to <= band.from)) {
      return wrong("packs.band_reversed",
                   {band.from.to_string(), band.to ? band.to->to_string() : ""}, band.where);
    }
  }
  std::ranges::stable_sort(limits, {}, &Limits::from);
  if (end && !limits.empty() && !limits.front().from.is_zero()) {
    return wrong("packs.band_start", {limits.front().from.to_string()}, limits.front().where);
  }
  for (std::size_t i = 1; i < limits.size(); ++i) {
    const auto& below = limits[i - 1];
    const auto& band = limits[i];
    if (!below.to || *below.to > band.from) {
      return wrong("packs.band_overlap", {band.from.to_string(), below.where}, band.where);
    }
    if (end && *below.to < band.from) {
      return wrong("packs.band_gap", {below.to->to_string(), band.from.to_string()}, band.where);
    }
  }
  if (end && !limits.empty() && limits.back().to && *limits.back().to <= *end) {
    return wrong("packs.band_end", {limits.back().to->to_string()}, limits.back().where);
  }
  return {};
}

}  // namespace jiheng::packs
