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
constexpr int kMonths = 12;

tl::unexpected<Error> wrong(std::string key, std::vector<std::string> args, std::string where) {
  return fail(ErrorCode::invalid_input, {std::move(key), std::move(args)}, std::move(where));
}

Result<void> check_order(const MonitoringPack& pack) {
  const auto& order = pack.worst_first;
  const bool each_once =
      order.size() == kLights.size() && std::ranges::all_of(kLights, [&](const auto& light) {
        return std::ranges::count(order, light.second) == 1;
      });
  return each_once ? Result<void>{} : wrong("packs.lights_order", {}, pack.path);
}

Result<void> check_periods(const PeriodSettings& periods, const std::string& path) {
  const auto& place = periods.where.empty() ? path : periods.where;
  for (const int month : periods.months) {
    if (month < 1 || month > kMonths) {
      return wrong("packs.month_wrong", {std::to_string(month)}, place);
    }
  }
  if (std::ranges::find(periods.months, periods.key) == periods.months.end()) {
    return wrong("packs.month_wrong", {std::to_string(periods.key)}, place);
  }
  return {};
}

Result<void> check_numbers(const MonitoringPack& pack) {
  for (const auto& level : pack.qualitative.levels) {
    if (level.rate.is_negative() || level.rate > kWhole) {
      return wrong("packs.share_outside", {level.rate.to_string()}, level.where);
    }
  }
  for (const auto* number : {&pack.fraction_from, &pack.quadrant.goals, &pack.quadrant.money,
                             &pack.quadrant.cap, &pack.forecast.from}) {
    if (number->is_negative()) {
      return wrong("packs.number_negative", {number->to_string()}, pack.path);
    }
  }
  return {};
}

template <typename Named>
Result<void> each_id_once(const std::vector<Named>& all) {
  for (auto one = all.begin(); one != all.end(); ++one) {
    const auto other =
        std::find_if(all.begin(), one, [&](const Named& before) { return before.id == one->id; });
    if (one->id.empty() || other != one) {
      return wrong("packs.id_twice", {one->id, other->where}, one->where);
    }
  }
  return {};
}

Result<void> check_opinions(const MonitoringPack& pack) {
  for (const auto& light : pack.opinions.explain_lights) {
    if (!light_from_word(light)) {
      return wrong("packs.unknown_word", {"explain_lights", light}, pack.path);
    }
  }
  return {};
}

}  // namespace

std::string_view word(Light light) {
  return std::ranges::find(kLights, light, &decltype(kLights)::value_type::second)->first;
}

std::optional<Light> light_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kLights, word, &decltype(kLights)::value_type::first);
  return found == kLights.end() ? std::nullopt : std::optional(found->second);
}

Result<void> check_monitoring(const MonitoringPack& pack) {
  JH_TRY_DO(check_limits(limits_of(pack.positive.bands), kWhole));
  JH_TRY_DO(check_limits(limits_of(pack.execution.bands), kWhole));
  JH_TRY_DO(check_order(pack));
  JH_TRY_DO(check_periods(pack.periods, pack.path));
  JH_TRY_DO(check_numbers(pack));
  JH_TRY_DO(each_id_once(pack.reasons));
  JH_TRY_DO(each_id_once(pack.possibilities));
  JH_TRY_DO(check_opinions(pack));
  if (pack.positive.bands.empty() || pack.execution.bands.empty() ||
      pack.qualitative.levels.empty() || pack.reasons.empty() || pack.possibilities.empty()) {
    return wrong("packs.monitoring_incomplete", {pack.id}, pack.path);
  }
  return {};
}

}  // namespace jiheng::packs
