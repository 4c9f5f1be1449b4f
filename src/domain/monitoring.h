#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "domain/score.h"
#include "packs/monitoring_pack.h"

namespace jiheng {

/// 灯的推导: what a clerk follows by hand, in order; the last step of a light gives it.
struct LightDerivation {
  std::vector<Text> steps{};
  std::string clause{};
  bool clause_verified{};

  friend bool operator==(const LightDerivation&, const LightDerivation&) = default;
};

/// An indicator as it stands at a day.
///
/// Shape   `light` and `unlit` exclude each other; `unlit` no_actual is 未填报: blank is not 0, and
///         never green. `rate` is what was reached of what is due, of a ceiling, a day or words
///         what they count in the mean; `due_share` is absent where nothing comes due by and by.
///         `forecast` is the year's end at the present pace, `forecast_met` whether that meets the
///         target. `target` "90%" as it is written.
/// Units   percent; `due`, `actual` and `forecast` in `measure`.
struct IndicatorWatch {
  std::optional<packs::Light> light{};
  std::optional<Unscored> unlit{};
  std::optional<Decimal> rate{};
  std::optional<Decimal> due_share{};
  std::optional<Decimal> due{};
  std::optional<Decimal> actual{};
  std::optional<Decimal> forecast{};
  std::optional<bool> forecast_met{};
  std::string measure{};
  LightDerivation derivation{};

  friend bool operator==(const IndicatorWatch&, const IndicatorWatch&) = default;
};

/// The money of a project as it stands at a day.
///
/// Shape   `rate` executed of the whole-year budget, `pace` of what is due of it by the day.
/// Units   percent; `forecast` as the amounts.
struct ExecutionWatch {
  std::optional<packs::Light> light{};
  std::optional<Unscored> unlit{};
  std::optional<Decimal> rate{};
  std::optional<Decimal> pace{};
  std::optional<Decimal> forecast{};
  LightDerivation derivation{};

  friend bool operator==(const ExecutionWatch&, const ExecutionWatch&) = default;
};

/// 钱 × 事: which of the two is behind.
enum class Quadrant : std::uint8_t { on_track, money_behind, goals_behind, both_behind };

[[nodiscard]] std::string_view word(Quadrant quadrant);
[[nodiscard]] std::optional<Quadrant> quadrant_from_word(std::string_view word);

/// How many lights of each colour; `unclear` are values nobody can judge.
struct LightCounts {
  int red{};
  int yellow{};
  int green{};
  int blue{};
  int not_reported{};
  int unclear{};

  friend bool operator==(const LightCounts&, const LightCounts&) = default;
};

/// A project as it stands at a day.
///
/// Shape   `indicators` in the order of its rows; `counts` are theirs, without the execution's.
///         `light` is the worst of all, nothing where nothing is lit. `goal_rate` is the mean of
///         the rates. `quadrant` only where both money and goals are known. `missing_forecast`
///         counts indicators that will not meet their targets at the present pace.
struct ProjectWatch {
  std::vector<IndicatorWatch> indicators{};
  ExecutionWatch execution{};
  std::optional<packs::Light> light{};
  LightCounts counts{};
  std::optional<Decimal> goal_rate{};
  std::optional<Quadrant> quadrant{};
  int missing_forecast{};
  LightDerivation derivation{};

  friend bool operator==(const ProjectWatch&, const ProjectWatch&) = default;
};

}  // namespace jiheng
