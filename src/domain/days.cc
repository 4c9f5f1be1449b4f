#include "domain/days.h"

#include "base/date.h"

namespace jiheng {
namespace {

/// First and last month of what a date names.
struct Months {
  int first{1};
  int last{12};
};

constexpr int kEarlyDays = 10;  // 上旬
constexpr int kMiddleDays = 20;

Months months_of(const DateTarget& date) {
  if (date.month) {
    return {*date.month, *date.month};
  }
  if (date.quarter) {
    return {*date.quarter * 3 - 2, *date.quarter * 3};
  }
  if (date.half) {
    return {*date.half * 6 - 5, *date.half * 6};
  }
  return {};
}

/// Start, middle or end of a month, or of a longer time its first, a middle or its last month.
Days part_of(int year, const Months& months, DatePart part) {
  using std::chrono::sys_days;
  const auto first = *make_date(year, months.first, 1);
  const auto last = last_day_of_month(year, months.last);
  const bool one_month = months.first == months.last;
  const int middle = (months.first + months.last + 1) / 2;
  switch (part) {
    case DatePart::whole:
      return {sys_days(first), sys_days(last)};
    case DatePart::start:
      return {sys_days(first), one_month ? sys_days(*make_date(year, months.first, kEarlyDays))
                                         : sys_days(last_day_of_month(year, months.first))};
    case DatePart::middle:
      return one_month ? Days{sys_days(*make_date(year, months.first, kEarlyDays + 1)),
                              sys_days(*make_date(year, months.first, kMiddleDays))}
                       : Days{sys_days(*make_date(year, middle, 1)),
                              sys_days(last_day_of_month(year, middle))};
    case DatePart::end:
      return {one_month ? sys_days(*make_date(year, months.last, kMiddleDays + 1))
                        : sys_days(*make_date(year, months.last, 1)),
              sys_days(last)};
  }
  return {sys_days(first), sys_days(last)};
}

}  // namespace

std::optional<Days> days_of(const DateTarget& date, int year) {
  const auto months = months_of(date);
  if (months.first < 1 || months.last > 12) {
    return std::nullopt;
  }
  if (date.day) {
    const auto day = make_date(year, months.first, *date.day);
    return day ? std::optional(Days{std::chrono::sys_days(*day), std::chrono::sys_days(*day)})
               : std::nullopt;
  }
  return part_of(year, months, date.part);
}

}  // namespace jiheng
