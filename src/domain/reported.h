#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"

namespace jiheng {

/// How a value came into the database.
enum class ReportOrigin : std::uint8_t {
  entered,   // 填报
  pasted,    // 粘贴
  workbook,  // 上传的填报表
  filed,     // 从已报的自评表、监控表读取
};

[[nodiscard]] std::string_view word(ReportOrigin origin);
[[nodiscard]] std::optional<ReportOrigin> report_origin_from_word(std::string_view word);

/// 完成值 at a day, as it was said.
///
/// Shape   `unit` is the sub-unit the value is of, "" for the whole. `value` is the folded text, ""
///         where only `numerator` and `denominator` are known; the three are "" together where
///         somebody says that there is no value yet: blank is not 0.
/// Units   `value` in the indicator's measure unless it writes its own; `amount` in 元.
struct ReportedValue {
  Date as_of{};
  std::string unit{};
  std::string value{};
  std::string numerator{};
  std::string denominator{};
  std::optional<Decimal> amount{};

  friend bool operator==(const ReportedValue&, const ReportedValue&) = default;
};

}  // namespace jiheng
