#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <limits>

#include "document/number_format.h"

namespace jiheng::document {
namespace {

using Kind = FormatToken::Kind;

constexpr std::int64_t kSecond = 1000;  // everything here counts thousandths of a second
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kLastSerial = 2'958'465;  // 9999-12-31

struct TimePart {
  Kind kind;
  std::int64_t unit;
  std::int64_t wraps_at;
};

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr auto kTimeParts = std::to_array<TimePart>({
    {Kind::hour, kHour, kDay},
    {Kind::minute, kMinute, kHour},
    {Kind::second, kSecond, kMinute},
    {Kind::elapsed_hour, kHour, kNever},
    {Kind::elapsed_minute, kMinute, kNever},
    {Kind::elapsed_second, kSecond, kNever},
});

constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
constexpr std::array<const char*, 12> kChineseMonths{"一月", "二月", "三月",   "四月",
                                                     "五月", "六月", "七月",   "八月",
                                                     "九月", "十月", "十一月", "十二月"};
constexpr std::array<const char*, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                           "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 7> kChineseDays{"日", "一", "二", "三", "四", "五", "六"};

/// A day of Excel's calendar, which has a 1900-02-29 and a 1900-01-00.
struct Day {
  int year{};
  unsigned month{};
  unsigned day{};
  unsigned weekday{};  // 0 is Sunday
};

std::int64_t whole_number(const std::string& digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Thousandths of a second since the system's first day; rounded to seconds unless `exact`.
std::int64_t ticks_of(const SheetNumber& serial, bool exact) {
  constexpr int kPlaces = 12;
  const auto fraction = whole_number(fraction_digits(serial, kPlaces));
  // 10^-12 day × 86,400,000 = fraction × 864 / 10^7, and a half of the last for rounding.
  auto ticks = (fraction * 864 + 5'000'000) / 10'000'000;
  if (!exact) {
    ticks = (ticks + kSecond / 2) / kSecond * kSecond;
  }
  return whole_number(integer_digits(serial)) * kDay + ticks;
}

Day day_of(std::int64_t serial, DateSystem system) {
  if (system == DateSystem::from_1900 && serial <= 60) {
    const auto weekday = static_cast<unsigned>((serial + 6) % 7);
    const unsigned month = serial > 31 ? 2 : 1;
    return {1900, month, static_cast<unsigned>(serial) - (month == 2 ? 31 : 0), weekday};
  }
  using std::chrono::days;
  using std::chrono::sys_days;
  const auto first = system == DateSystem::from_1900 ? sys_days{std::chrono::year{1899} / 12 / 30}
                                                     : sys_days{std::chrono::year{1904} / 1 / 1};
  const sys_days day = first + days{serial};
  const std::chrono::year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()), std::chrono::weekday{day}.c_encoding()};
}

class DateWriter {
 public:
  DateWriter(const FormatSection& section, std::int64_t ticks, DateSystem system)
      : section_(section), ticks_(ticks), day_(day_of(ticks / kDay, system)) {}

  std::string write() {
    for (const auto& token : section_.tokens) {
      text_ += token.kind < Kind::hour ? date_part(token) : time_part(token);
    }
    return std::move(text_);
  }

 private:
  static std::string number(std::int64_t value, int width) {
    return fmt::format("{:0{}}", value, std::clamp(width, 1, 9));
  }

  [[nodiscard]] std::string date_part(const FormatToken& token) const {
    if (token.kind == Kind::year) {
      return token.count == 2 ? number(day_.year % 100, 2) : number(day_.year, 4);
    }
    if (token.kind == Kind::month) {
      return month(token.count);
    }
    if (token.kind == Kind::day) {
      return token.count > 2 ? weekday(token.count) : number(day_.day, token.count);
    }
    if (token.kind == Kind::weekday) {
      return (token.count > 3 ? "星期" : "") + std::string(kChineseDays.at(day_.weekday));
    }
    return token.text;
  }

  [[nodiscard]] std::string month(int letters) const {
    if (letters < 3) {
      return number(day_.month, letters);
    }
    if (section_.chinese) {
      return kChineseMonths.at(day_.month - 1);
    }
    const std::string name = kMonths.at(day_.month - 1);
    return letters == 3 ? name.substr(0, 3) : (letters == 5 ? name.substr(0, 1) : name);
  }

  [[nodiscard]] std::string weekday(int letters) const {
    if (section_.chinese) {
      return (letters == 3 ? "周" : "星期") + std::string(kChineseDays.at(day_.weekday));
    }
    const std::string name = kDays.at(day_.weekday);
    return letters == 3 ? name.substr(0, 3) : name;
  }

  [[nodiscard]] std::string time_part(const FormatToken& token) const {
    const bool afternoon = ticks_ % kDay >= kDay / 2;
    if (token.kind == Kind::half_day) {
      return half_day(token.text, afternoon);
    }
    if (token.kind == Kind::subsecond) {
      return subsecond();
    }
    const auto* const part = std::ranges::find(kTimeParts, token.kind, &TimePart::kind);
    if (part == kTimeParts.end()) {
      return token.text;
    }
    auto value = ticks_ % part->wraps_at / part->unit;
    if (token.kind == Kind::hour && section_.half_days) {
      value = (value + 11) % 12 + 1;
    }
    return number(value, token.count);
  }

  /// The digit of the second's fraction that stands next, told by those already written.
  [[nodiscard]] std::string subsecond() const {
    const auto point = text_.rfind('.');
    const auto written = point == std::string::npos ? 0 : text_.size() - point - 1;
    const auto digits = number(ticks_ % kSecond, 3);
    return written < digits.size() ? digits.substr(written, 1) : "0";
  }

  static std::string half_day(const std::string& words, bool afternoon) {
    const auto slash = words.find('/');
    return afternoon ? words.substr(slash + 1) : words.substr(0, slash);
  }

  const FormatSection& section_;
  std::int64_t ticks_;
  Day day_;
  std::string text_;
};

}  // namespace

std::optional<std::string> show_date(const FormatSection& section, const SheetNumber& serial,
                                     DateSystem system) {
  constexpr int kMostDigits = 7;  // of a serial before the point
  if (serial.negative || serial.point > kMostDigits) {
    return std::nullopt;
  }
  const bool exact = std::ranges::find(section.tokens, Kind::subsecond, &FormatToken::kind) !=
                     section.tokens.end();
  const auto ticks = ticks_of(serial, exact);
  if (ticks / kDay > kLastSerial) {
    return std::nullopt;
  }
  return DateWriter(section, ticks, system).write();
}

}  // namespace jiheng::document
