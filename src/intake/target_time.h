#pragma once

#include <optional>
#include <string_view>

#include "domain/measure_dictionary.h"
#include "domain/target.h"

namespace jiheng::intake {

// Each reads a whole folded text without blanks, and gives nothing when the text is something else.

/// 10月底前 · 2022年8月底前完成 · 12月31日前 · 第三季度 · 年底 · 2022-08-31 · 1月至12月.
/// Words around the date are allowed as long as they hold no number: "3月底前完成拨付".
[[nodiscard]] std::optional<DateTarget> date_of(std::string_view text);

/// 6小时 · 一小时 · 1个月内 · 收到材料后1个月内 · 24小时内响应.
[[nodiscard]] std::optional<DurationTarget> duration_of(std::string_view text,
                                                        const MeasureDictionary& measures);

/// 每月1次 · 每季度 · 12次/年 · 一年两次 · 按月 · 5*8小时 · 7×24小时.
[[nodiscard]] std::optional<FrequencyTarget> frequency_of(std::string_view text,
                                                          const MeasureDictionary& measures);

/// `times` of a measure "次/年": a frequency when the measure counts something in a period.
[[nodiscard]] std::optional<FrequencyTarget> frequency_of(const Decimal& times,
                                                          std::string_view measure,
                                                          const MeasureDictionary& measures);

}  // namespace jiheng::intake
