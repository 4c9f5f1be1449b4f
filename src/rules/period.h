#pragma once

#include <optional>
#include <string_view>

namespace jiheng::rules {

/// A month of a year; `month` 0 where only the year is written.
struct MonthOfYear {
  int year{};
  int month{};
};

/// When a project begins and ends.
struct Period {
  MonthOfYear begin;
  MonthOfYear end;
};

/// The first two moments a folded text names, as forms write them: 2022年1月至2023年12月,
/// 2022-01-01到2022-12-31, 2022.1-2023.6, 2022-2024年. Nothing when it does not name two.
[[nodiscard]] std::optional<Period> period_of(std::string_view text);

/// True when the end lies before the begin; a month that is not written proves nothing.
[[nodiscard]] bool is_reversed(const Period& period);

}  // namespace jiheng::rules
