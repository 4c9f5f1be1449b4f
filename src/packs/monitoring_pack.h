#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "packs/clause_settings.h"
#include "packs/curve.h"
#include "packs/pack_problems.h"

namespace jiheng::packs {

inline constexpr int kMonths = 12;

/// 红 黄 绿 蓝. No value is no light.
enum class Light : std::uint8_t { red, yellow, green, blue };

[[nodiscard]] std::string_view word(Light light);
[[nodiscard]] std::optional<Light> light_from_word(std::string_view word);

/// from ≤ percent of what is due < to; without `to` there is no end.
struct LightBand {
  Light light{};
  Decimal from{};
  std::optional<Decimal> to{};
  std::string where{};
};

struct ProgressSettings {
  std::vector<LightBand> bands{};
  ClauseSettings clause{};
};

/// `over`: the light of more than the whole budget, whatever its band.
struct ExecutionWatchSettings {
  std::vector<LightBand> bands{};
  std::optional<Light> over{};
  ClauseSettings clause{};
};

/// A light for what is met and one for what is not.
struct MetSettings {
  Light met{Light::green};
  Light missed{Light::red};
  ClauseSettings clause{};
};

/// How ＝ is judged before the year is over: as progress towards the value, or by being met.
enum class EqualWatch : std::uint8_t { progress, met };

struct EqualSettings {
  EqualWatch by{};
  MetSettings met{};
};

/// What words say of a qualitative indicator; `rate` counts in the project's mean, in percent.
struct WatchLevel {
  std::string name;
  Light light{};
  Decimal rate{};
  std::vector<std::string> words{};
  std::string where{};
};

struct QualitativeSettings {
  std::vector<WatchLevel> levels{};  // the best first
  ClauseSettings clause{};
};

/// When projects are watched: ends of months; `key` is the one that is reported.
struct PeriodSettings {
  std::vector<int> months{};
  int key{};
  ClauseSettings clause{};
  std::string where{};
};

/// Limits between the quadrants, in percent of what is due; an indicator counts at most `cap`.
struct QuadrantSettings {
  Decimal goals{};
  Decimal money{};
  Decimal cap{};
  ClauseSettings clause{};
};

/// The year's end at the present pace; not while less than `from` percent are due.
struct ForecastSettings {
  Decimal from{};
  ClauseSettings clause{};
};

/// The curve of indicators nobody gave one; all that is said must hold, what is empty holds always.
///
/// Shape   the words of the domain: target kinds, comparators, kinds of measure.
struct DefaultCurve {
  std::vector<std::string> kinds{};
  std::vector<std::string> comparators{};
  std::vector<std::string> measures{};
  Curve curve{};
  std::string where{};
};

struct CurvesSettings {
  std::vector<DefaultCurve> defaults{};
  ClauseSettings clause{};
};

/// 偏差原因.
struct DeviationReason {
  std::string id;
  std::string name;
  std::string en{};  // its English name, "" where the pack gives none
  std::string where{};
};

/// 完成目标可能性; `explain` where reason and measure must be given.
struct Possibility {
  std::string id;
  std::string name;
  std::string en{};
  bool explain{};
  std::string where{};
};

struct OpinionSettings {
  std::vector<std::string> explain_lights{};
  ClauseSettings clause{};
  std::string where{};
};

/// 监控办法: packs/monitoring/*.toml after inheritance; every number of a light is in it.
///
/// Shape   `worst_first` holds each light once. `fraction_from` as in a scoring profile.
struct MonitoringPack {  // NOLINT(clang-analyzer-optin.performance.Padding): as one reads
  std::string id;
  std::string title{};
  int version{};
  std::string inherits{};
  std::string path{};  // "path:line" of its id
  ClauseSettings clause{};
  int places{2};
  Decimal fraction_from{};
  std::vector<Light> worst_first{};
  std::string order_where{};
  PeriodSettings periods{};
  ProgressSettings positive{};
  MetSettings at_most{};
  MetSettings less_than{};
  EqualSettings equal{};
  MetSettings day{};
  QualitativeSettings qualitative{};
  ExecutionWatchSettings execution{};
  QuadrantSettings quadrant{};
  ForecastSettings forecast{};
  CurvesSettings curves{};
  std::vector<DeviationReason> reasons{};
  std::vector<Possibility> possibilities{};
  OpinionSettings opinions{};
};

/// The pack used when nobody names one.
inline constexpr std::string_view kDefaultMonitoringPack = "zhejiang-2022";

/// Notes bands that overlap, leave gaps or do not begin at 0, an order that lacks a light or has
/// one twice, months that are none, a key month that is not among them, and packs without what
/// every project needs.
/// Errors  invalid_input at "path:line": `packs.band_reversed`, `packs.band_overlap`,
///         `packs.band_gap`, `packs.band_start`, `packs.lights_order`, `packs.month_wrong`,
///         `packs.share_outside`, `packs.id_twice`, `packs.unknown_word`,
///         `packs.monitoring_incomplete`.
void check_monitoring(const MonitoringPack& pack, PackProblems& problems);

}  // namespace jiheng::packs
