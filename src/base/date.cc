#include "base/date.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace jiheng {

namespace {

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  const bool only_digits = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  if (error != std::errc{} || stop != end || !only_digits) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || day < 1) {
    return std::nullopt;
  }
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  if (month > 12 || day > 31 || !date.ok()) {
    return std::nullopt;
  }
  return date;
}

std::string iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = whole_number(text.substr(0, 4));
  const auto month = whole_number(text.substr(5, 2));
  const auto day = whole_number(text.substr(8, 2));
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return make_date(*year, *month, *day);
}

Date last_day_of_month(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year},
      std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return Date{last};
}

std::string iso_time(std::int64_t ms) {
  using std::chrono::days;
  using std::chrono::milliseconds;
  using std::chrono::seconds;
  const std::chrono::sys_time<milliseconds> moment{milliseconds{ms}};
  const auto day = std::chrono::floor<days>(moment);
  const std::chrono::hh_mm_ss time{std::chrono::floor<seconds>(moment - day)};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso(Date{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace jiheng
