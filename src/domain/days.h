#pragma once

#include <chrono>
#include <optional>

#include "domain/target.h"

namespace jiheng {

/// A leap year, for days whose year nobody says: the 29th of February is one.
constexpr int kSomeYear = 2024;

/// The days a date may mean, both included.
struct Days {
  std::chrono::sys_days first;
  std::chrono::sys_days last;

  friend bool operator==(const Days&, const Days&) = default;
};

/// The days of a year that what the date names has, whatever its bound; nothing where the calendar
/// has no such day. 10月底 are its last eleven days, 第三季度 is July to September.
[[nodiscard]] std::optional<Days> days_of(const DateTarget& date, int year);

}  // namespace jiheng
