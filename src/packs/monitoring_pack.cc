#include "packs/monitoring_pack.h"

#include <algorithm>
#include <array>
#include <utility>

#include "packs/band_limits.h"

namespace jiheng::packs {
namespace {

constexpr std::array<std::pair<std::string_view, Light>, 4> kLights{{{"red", Light::red},
                                                                     {"yellow", Light::yellow},
                                                                     {"green", Light::green},
                                                                     {"blue", Light::blue}}};

constexpr auto kWhole = Decimal::whole(100);

Error wrong(std::string key, std::vector<std::string> args, std::string where) {
  return {ErrorCode::invalid_input, {std::move(key), std::move(args)}, std::move(where)};
}

void check_order(const MonitoringPack& pack, PackProblems& problems) {
  const auto& order = pack.worst_first;
  const bool each_once =
      order.size() == kLights.size() && std::ranges::all_of(kLights, [&](const auto& light) {
        return std::ranges::count(order, light.second) == 1;
      });
  if (!each_once) {
    problems.add(
        wrong("packs.lights_order", {}, pack.order_where.empty() ? pack.path : pack.order_where));
  }
}

void check_periods(const PeriodSettings& periods, const std::string& path, PackProblems& problems) {
  const auto& place = periods.where.empty() ? path : periods.where;
  for (const int month : periods.months) {
    if (month < 1 || month > kMonths) {
      problems.add(wrong("packs.month_wrong", {std::to_string(month)}, place));
    }
  }
  if (std::ranges::find(periods.months, periods.key) == periods.months.end()) {
    problems.add(wrong("packs.month_wrong", {std::to_string(periods.key)}, place));
  }
}

void check_levels(const MonitoringPack& pack, PackProblems& problems) {
  for (const auto& level : pack.qualitative.levels) {
    if (level.rate > kWhole) {
      problems.add(wrong("packs.share_outside", {level.rate.to_string()}, level.where));
    }
  }
}

template <typename Named>
void each_id_once(const std::vector<Named>& all, PackProblems& problems) {
  for (auto one = all.begin(); one != all.end(); ++one) {
    const auto other =
        std::find_if(all.begin(), one, [&](const Named& before) { return before.id == one->id; });
    if (one->id.empty()) {
      problems.add(wrong("packs.no_id", {}, one->where));
    } else if (other != one) {
      problems.add(wrong("packs.id_twice", {one->id, other->where}, one->where));
    }
  }
}

void check_opinions(const MonitoringPack& pack, PackProblems& problems) {
  for (const auto& light : pack.opinions.explain_lights) {
    if (!light_from_word(light)) {
      problems.add(wrong("packs.unknown_word", {"explain_lights", light}, pack.opinions.where));
    }
  }
}

}  // namespace

std::string_view word(Light light) {
  return std::ranges::find(kLights, light, &decltype(kLights)::value_type::second)->first;
}

std::optional<Light> light_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kLights, word, &decltype(kLights)::value_type::first);
  return found == kLights.end() ? std::nullopt : std::optional(found->second);
}

void check_monitoring(const MonitoringPack& pack, PackProblems& problems) {
  check_limits(limits_of(pack.positive.bands), kWhole, problems);
  check_limits(limits_of(pack.execution.bands), kWhole, problems);
  check_order(pack, problems);
  check_periods(pack.periods, pack.path, problems);
  check_levels(pack, problems);
  each_id_once(pack.reasons, problems);
  each_id_once(pack.possibilities, problems);
  check_opinions(pack, problems);
  if (pack.positive.bands.empty() || pack.execution.bands.empty() ||
      pack.qualitative.levels.empty() || pack.reasons.empty() || pack.possibilities.empty()) {
    problems.add(wrong("packs.monitoring_incomplete", {pack.id}, pack.path));
  }
}

}  // namespace jiheng::packs
