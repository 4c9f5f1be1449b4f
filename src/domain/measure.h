#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace jiheng {

/// What a measure measures.
enum class MeasureKind : std::uint8_t {
  unknown,
  count,
  ratio,
  money,
  duration,
  frequency,
  area,
  length,
  mass,
  volume,
  energy,
  power,
  speed,
  temperature,
  concentration,
  sound,
  points,  // 分, of a score
  rate,    // one thing per another: 元/平方米, 户/人.月
  date,    // 年 as in a year's number is not one; this is for columns that say 日期
  grade,
};

/// 计量单位, understood.
///
/// Shape   `filed` is the folded spelling ("万人次"); `canonical` the dictionary's ("人次");
///         `counted` what is counted, so that 人 and 人次 differ, empty unless kind is count.
/// Units   1 `filed` = `scale` `base` (万元: 10000 元; %: 0.01 of 1; 小时: 60 分钟).
struct Measure {
  std::string filed{};
  std::string canonical{};
  MeasureKind kind{};
  std::string base{};
  Decimal scale{Decimal::whole(1)};
  /// Several measures in one ("套/台", "次（期、条、篇）"): no single thing is counted.
  bool several{};

  friend bool operator==(const Measure&, const Measure&) = default;
};

/// snake_case word of a kind as data files and the API spell it.
[[nodiscard]] std::string_view word(MeasureKind kind);
[[nodiscard]] std::optional<MeasureKind> measure_kind_from_word(std::string_view word);

}  // namespace jiheng
