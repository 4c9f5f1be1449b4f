#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng {

/// A day of the calendar; always valid.
using Date = std::chrono::year_month_day;

/// The day, or nothing when the calendar has no such day.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);
/// 2022-08-31
[[nodiscard]] std::string iso(Date date);
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
[[nodiscard]] Date last_day_of_month(int year, int month);
/// "2022-08-31T06:02:11Z" for milliseconds since 1970 UTC.
[[nodiscard]] std::string iso_time(std::int64_t ms);

}  // namespace jiheng
