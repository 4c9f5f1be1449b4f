#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/date.h"
#include "base/decimal.h"

namespace jiheng {

/// 项目资金 at a day.
///
/// Shape   `source` is "" for 年度资金总额, else what it is made of (财政拨款, 上年结转资金);
/// nothing
///         where nothing was said: blank is not 0.
/// Units   元, at most two decimals. `initial` 年初预算数, `adjusted` 全年预算数, `executed` 执行数
/// from
///         1 January to the day, `expected` 全年预计执行数.
struct ProjectMoney {
  Date as_of{};
  std::string source{};
  std::optional<Decimal> initial{};
  std::optional<Decimal> adjusted{};
  std::optional<Decimal> executed{};
  std::optional<Decimal> expected{};

  /// The budget execution is measured by: the adjusted one, else the initial one.
  [[nodiscard]] const std::optional<Decimal>& budget() const {
    return adjusted ? adjusted : initial;
  }

  friend bool operator==(const ProjectMoney&, const ProjectMoney&) = default;
};

/// What is known of a source at a day: each amount as it was last said, up to that day.
///
/// Shape   `as_of` is the day of the newest `executed`, else of the newest statement; nothing where
///         nothing was said by then.
[[nodiscard]] std::optional<ProjectMoney> money_at(std::span<const ProjectMoney> said,
                                                   std::string_view source, Date day);

}  // namespace jiheng
