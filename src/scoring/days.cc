#include "scoring/days.h"

#include <algorithm>

#include "base/date.h"

namespace jiheng::scoring {
namespace {

/// The days a date may mean, both included.
struct Days {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
};

/// First and last month of what a date names.
struct Months {
  int first{1};
  int last{12};
};

// A leap year: the 29th of February is a day where nobody says the year.
constexpr int kSomeYear = 2024;

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

}  // namespace

Outcome<Lateness> lateness_of(const DateTarget& target, const DateTarget& actual,
                              std::optional<int> year) {
  // 12月底前 beside 2024年1月15日: which 12月 nobody said.
  if (!year && !target.year && actual.year) {
    return tl::unexpected(Unscored::year_unknown);
  }
  const int otherwise = target.year.value_or(actual.year.value_or(kSomeYear));
  const int common = year.value_or(otherwise);
  const auto wanted = days_of(target, target.year.value_or(common));
  const auto done = days_of(actual, actual.year.value_or(common));
  if (!wanted || !done) {
    return tl::unexpected(Unscored::day_unclear);
  }
  if (target.bound == DateBound::after) {
    if (done->first >= wanted->first) {
      return Lateness{true, 0};
    }
    // Too early is missed by days as well.
    return done->last < wanted->first
               ? Outcome<Lateness>(Lateness{false, (wanted->first - done->last).count()})
               : tl::unexpected(Unscored::day_unclear);
  }
  const auto deadline =
      target.bound == DateBound::before ? wanted->first - std::chrono::days(1) : wanted->last;
  if (done->last <= deadline) {
    return Lateness{true, 0};
  }
  if (done->first <= deadline) {
    return tl::unexpected(Unscored::day_unclear);
  }
  return Lateness{false, (done->last - deadline).count()};
}

}  // namespace jiheng::scoring
