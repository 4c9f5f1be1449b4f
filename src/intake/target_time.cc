#include "intake/target_time.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "base/utf8.h"
#include "intake/target_comparator.h"
#include "intake/target_number.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kLongestTail = 14;  // characters of words behind a date or a span
constexpr std::size_t kLongestHead = 8;   // and before a date

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) {
    return false;
  }
  text.remove_prefix(word.size());
  return true;
}

template <typename List>
bool take_any(std::string_view& text, const List& list) {
  return std::ranges::any_of(list, [&](auto word) { return take(text, word); });
}

/// Words that only go with a value and hold no other: no digits, no comma, not too long.
bool is_plain_words(std::string_view text, std::size_t longest) {
  if (has_digit(text) || length(text) > longest) {
    return false;
  }
  constexpr std::array<std::string_view, 6> kBreaks{",", ";", "、", "。", "%", "/"};
  return std::ranges::none_of(kBreaks,
                              [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

std::optional<int> small_number(std::string_view& text, int low, int high) {
  const auto number = leading_number(text);
  if (!number || number->overflow || !number->value.is_whole() || number->written == "半" ||
      number->value < Decimal::whole(low) || number->value > Decimal::whole(high)) {
    return std::nullopt;
  }
  text.remove_prefix(number->bytes);
  return static_cast<int>(number->value.digits());
}

/// A number followed by one of its units, or nothing taken.
template <typename List>
std::optional<int> numbered(std::string_view& text, int low, int high, const List& units) {
  auto rest = text;
  const auto number = small_number(rest, low, high);
  if (!number || !take_any(rest, units)) {
    return std::nullopt;
  }
  text = rest;
  return number;
}

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2100;
constexpr std::array<std::string_view, 2> kYearWord{"年度", "年"};
constexpr std::array<std::string_view, 2> kMonthWord{"月份", "月"};
constexpr std::array<std::string_view, 2> kDayWord{"日", "号"};
constexpr std::array<std::string_view, 1> kQuarterWord{"季度"};

/// 2022-08-31, 2022.8.31, 2022/8/31; the day may be missing only with a dash ("2022-08").
bool take_numeric_date(std::string_view& text, DateTarget& date) {
  const auto year_digits = text.find_first_not_of("0123456789");
  if (year_digits != 4) {
    return false;
  }
  const char separator = text[4];
  if (separator != '-' && separator != '.' && separator != '/') {
    return false;
  }
  const auto number = [](std::string_view part) {
    int value = 0;
    for (const char c : part) {
      value = value * 10 + (c - '0');
    }
    return value;
  };
  auto rest = text.substr(5);
  const auto month_digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (month_digits == 0 || month_digits > 2) {
    return false;
  }
  const int year = number(text.substr(0, 4));
  const int month = number(rest.substr(0, month_digits));
  rest.remove_prefix(month_digits);
  std::optional<int> day;
  if (rest.size() > 1 && rest[0] == separator) {
    const auto day_digits = std::min(rest.find_first_not_of("0123456789", 1), rest.size()) - 1;
    if (day_digits == 0 || day_digits > 2) {
      return false;
    }
    day = number(rest.substr(1, day_digits));
    rest.remove_prefix(day_digits + 1);
    take_any(rest, kDayWord);
  } else if (separator != '-') {
    return false;  // 2022.8 is a number
  }
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 ||
      !make_date(year, month, day.value_or(1))) {
    return false;
  }
  date.year = year;
  date.month = month;
  date.day = day;
  text = rest;
  return true;
}

bool take_quarter(std::string_view& text, DateTarget& date) {
  auto rest = text;
  if (take(rest, "Q") || take(rest, "q")) {
    date.quarter = small_number(rest, 1, 4);
  } else {
    take(rest, "第");
    date.quarter = numbered(rest, 1, 4, kQuarterWord);
  }
  if (date.quarter) {
    text = rest;
  }
  return date.quarter.has_value();
}

bool take_half(std::string_view& text, DateTarget& date) {
  if (take(text, "上半年")) {
    date.half = 1;
  } else if (take(text, "下半年")) {
    date.half = 2;
  }
  return date.half.has_value();
}

void take_part(std::string_view& text, DateTarget& date) {
  constexpr std::array<std::string_view, 3> kEnd{"底", "末", "下旬"};
  constexpr std::array<std::string_view, 2> kMiddle{"中旬", "中"};
  constexpr std::array<std::string_view, 2> kStart{"初", "上旬"};
  if (take_any(text, kEnd)) {
    date.part = DatePart::end;
  } else if (take_any(text, kMiddle)) {
    date.part = DatePart::middle;
  } else if (take_any(text, kStart)) {
    date.part = DatePart::start;
  }
}

/// Before a stretch (11月前) means before it starts; before its end or a day means by then.
void take_bound(std::string_view& text, DateTarget& date) {
  constexpr std::array<std::string_view, 3> kBefore{"之前", "以前", "前"};
  constexpr std::array<std::string_view, 4> kAfter{"之后", "以后", "后", "起"};
  constexpr std::array<std::string_view, 3> kInside{"以内", "之内", "内"};
  if (take_any(text, kBefore)) {
    const bool stretch = !date.day && date.part == DatePart::whole;
    date.bound = stretch ? DateBound::before : DateBound::by;
    if (stretch) {
      date.part = DatePart::start;
    }
  } else if (take_any(text, kAfter)) {
    date.bound = DateBound::after;
  } else {
    take_any(text, kInside);
  }
}

/// 年底, 年内 and 年末 without a number: of the year the table is for.
bool take_bare_year(std::string_view& text, DateTarget& date) {
  constexpr std::array<std::string_view, 5> kThis{"当年", "本年度", "本年", "今年", "该年"};
  auto rest = text;
  const bool said = take_any(rest, kThis) || take(rest, "年度") || take(rest, "年");
  if (!said) {
    return false;
  }
  take(rest, "度");
  if (rest.starts_with("底") || rest.starts_with("末") || rest.starts_with("初") ||
      rest.starts_with("中")) {
    take_part(rest, date);
  } else if (rest.starts_with("内") || rest.starts_with("以内") || rest.starts_with("之内")) {
    date.part = DatePart::end;
    date.bound = DateBound::by;
    take(rest, "以");
    take(rest, "之");
    take(rest, "内");
  } else {
    return false;
  }
  text = rest;
  return true;
}

/// Month and day, or a day alone after 每月.
bool take_month(std::string_view& text, DateTarget& date) {
  date.month = numbered(text, 1, 12, kMonthWord);
  if (!date.month) {
    return false;
  }
  date.day = numbered(text, 1, 31, kDayWord);
  return true;
}

std::string_view taken(std::string_view before, std::string_view after) {
  return before.substr(0, before.size() - after.size());
}

/// 2022年8月, 第三季度, 上半年, 每月10日, 年底.
bool take_spelled_date(std::string_view& text, DateTarget& date) {
  constexpr std::array<std::string_view, 5> kThisYear{"当年", "本年度", "本年", "今年", "每年"};
  const auto whole = text;
  date.year = numbered(text, kFirstYear, kLastYear, kYearWord);
  const bool this_year = !date.year && take_any(text, kThisYear);
  if (!date.year && !this_year && take(text, "每月")) {
    date.day = numbered(text, 1, 31, kDayWord);
    return date.day.has_value();
  }
  if (take_quarter(text, date) || take_half(text, date) || take_month(text, date) || date.year) {
    return true;
  }
  text = whole;
  return take_bare_year(text, date);
}

/// The date at the front of `text`; the rest stays in `text`.
std::optional<DateTarget> take_date(std::string_view& text) {
  DateTarget date;
  auto rest = text;
  if (!take_numeric_date(rest, date) && !take_spelled_date(rest, date)) {
    return std::nullopt;
  }
  if (date.month && date.day && !make_date(date.year.value_or(2024), *date.month, *date.day)) {
    return std::nullopt;  // 2月30日: 2024 knows every day there can be
  }
  if (!date.day && date.part == DatePart::whole) {
    take_part(rest, date);
  }
  if (date.bound == DateBound::on) {
    take_bound(rest, date);
  }
  if (taken(text, rest).empty()) {
    return std::nullopt;
  }
  text = rest;
  return date;
}

/// 1月至12月, 2022年1-12月: a stretch of months is done by the end of its last one.
std::optional<DateTarget> months_of(std::string_view text) {
  constexpr std::array<std::string_view, 5> kTo{"至", "到", "-", "~", "—"};
  const auto year = numbered(text, kFirstYear, kLastYear, kYearWord);
  const auto first = small_number(text, 1, 12);
  if (!first) {
    return std::nullopt;
  }
  take(text, "月");
  if (!take_any(text, kTo)) {
    return std::nullopt;
  }
  const auto other = numbered(text, kFirstYear, kLastYear, kYearWord);
  const auto last = numbered(text, 1, 12, kMonthWord);
  const bool in_order = last && (other.has_value() || *first < *last);
  if (!in_order || !is_plain_words(text, kLongestTail)) {
    return std::nullopt;
  }
  return DateTarget{
      .year = other ? other : year, .month = last, .part = DatePart::end, .bound = DateBound::by};
}

/// Years told from another one (次年, 上年) have no number here: no date is made of them.
bool is_other_year(std::string_view head) {
  constexpr std::array<std::string_view, 7> kOther{"次年", "下年", "翌年", "明年",
                                                   "上年", "去年", "往年"};
  return std::ranges::any_of(kOther,
                             [&](auto word) { return head.find(word) != std::string_view::npos; });
}

std::string_view period_at(std::string_view text, std::size_t& bytes) {
  struct Spelling {
    std::string_view text;
    std::string_view period;
  };

  constexpr std::array<Spelling, 14> kPeriods{{{"个工作日", "工作日"},
                                               {"工作日", "工作日"},
                                               {"个季度", "季度"},
                                               {"季度", "季度"},
                                               {"季", "季度"},
                                               {"半年", "半年"},
                                               {"年度", "年"},
                                               {"年", "年"},
                                               {"个月", "月"},
                                               {"月", "月"},
                                               {"星期", "周"},
                                               {"周", "周"},
                                               {"日", "日"},
                                               {"天", "日"}}};
  for (const auto& spelling : kPeriods) {
    if (text.starts_with(spelling.text)) {
      bytes = spelling.text.size();
      return spelling.period;
    }
  }
  return {};
}

std::string take_period(std::string_view& text) {
  std::size_t bytes = 0;
  std::string period(period_at(text, bytes));
  text.remove_prefix(bytes);
  return period;
}

/// What is counted (次, 期): a known count, or nothing at all.
std::optional<std::string> take_counted(std::string_view& text, const MeasureDictionary& measures) {
  const auto bytes = measures.prefix_length(text);
  if (bytes == 0) {
    return std::nullopt;
  }
  const auto measure = measures.understand(text.substr(0, bytes));
  if (measure.kind != MeasureKind::count) {
    return std::nullopt;
  }
  text.remove_prefix(bytes);
  return measure.canonical;
}

/// 每月1次, 每2年不少于1次, 每季度.
std::optional<FrequencyTarget> each_period(std::string_view text,
                                           const MeasureDictionary& measures) {
  if (!take(text, "每")) {
    return std::nullopt;
  }
  FrequencyTarget frequency{.times = Decimal::whole(1), .period = {}};
  if (!text.starts_with("半年")) {
    if (const auto count = leading_number(text); count && !count->overflow) {
      frequency.period_count = count->value;
      text.remove_prefix(count->bytes);
    }
  }
  frequency.period = take_period(text);
  if (frequency.period.empty()) {
    return std::nullopt;
  }
  if (text.empty()) {
    return frequency;
  }
  constexpr std::array<std::string_view, 5> kVerbs{"开展", "举办", "召开", "检查", "组织"};
  take_any(text, kVerbs);
  ComparatorWords words;
  take_before(text, words);
  const auto times = leading_number(text);
  if (!times || times->overflow) {
    return is_plain_words(text, 6) && !text.starts_with("人") ? std::optional(frequency)
                                                              : std::nullopt;
  }
  text.remove_prefix(times->bytes);
  frequency.times = times->value;
  const auto counted = take_counted(text, measures);
  if (!counted) {
    return std::nullopt;
  }
  frequency.counted = *counted;
  take_behind(text, words);
  if (text == "以上" || text == "及以上" || text == "左右") {
    text = {};
  }
  return is_plain_words(text, 6) ? std::optional(frequency) : std::nullopt;
}

/// 12次/年, 1次每月.
std::optional<FrequencyTarget> times_per(std::string_view text, const MeasureDictionary& measures) {
  const auto times = leading_number(text);
  if (!times || times->overflow) {
    return std::nullopt;
  }
  text.remove_prefix(times->bytes);
  return frequency_of(times->value, text, measures);
}

/// 一年两次, 每 left out.
std::optional<FrequencyTarget> period_times(std::string_view text,
                                            const MeasureDictionary& measures) {
  const auto count = leading_number(text);
  if (!count || count->overflow || text.starts_with("半年")) {
    return std::nullopt;
  }
  text.remove_prefix(count->bytes);
  FrequencyTarget frequency{
      .times = Decimal::whole(1), .period_count = count->value, .period = take_period(text)};
  const auto times = frequency.period.empty() ? std::nullopt : leading_number(text);
  if (!times || times->overflow) {
    return std::nullopt;
  }
  text.remove_prefix(times->bytes);
  frequency.times = times->value;
  const auto counted = take_counted(text, measures);
  if (!counted || !text.empty()) {
    return std::nullopt;
  }
  frequency.counted = *counted;
  return frequency;
}

/// 5*8小时: so many days a week, so many hours each.
std::optional<FrequencyTarget> days_and_hours(std::string_view text) {
  constexpr std::array<std::string_view, 5> kTimes{"*", "×", "x", "X", "✕"};
  constexpr std::array<std::string_view, 4> kHours{"个小时", "小时", "时", "h"};
  const auto days = small_number(text, 1, 7);
  if (!days || !take_any(text, kTimes)) {
    return std::nullopt;
  }
  const auto hours = small_number(text, 1, 24);
  if (!hours || !(text.empty() || take_any(text, kHours)) || !is_plain_words(text, 6)) {
    return std::nullopt;
  }
  return FrequencyTarget{.times = Decimal::whole(*days),
                         .counted = "天",
                         .period = "周",
                         .hours_per_day = Decimal::whole(*hours)};
}

/// 按月, 逐季.
std::optional<FrequencyTarget> by_period(std::string_view text) {
  if (!take(text, "按") && !take(text, "逐")) {
    return std::nullopt;
  }
  FrequencyTarget frequency{.times = Decimal::whole(1), .period = take_period(text)};
  if (frequency.period.empty() || !is_plain_words(text, 6)) {
    return std::nullopt;
  }
  return frequency;
}

/// The event a span counts from: what stands before 后, 之日起 or 起.
bool take_event(std::string_view& text, std::string& after) {
  constexpr std::array<std::string_view, 5> kEvents{"之日起", "之后", "以后", "后", "起"};
  const auto digit = text.find_first_of("0123456789");
  for (const auto word : kEvents) {
    const auto at = text.find(word);
    if (at == std::string_view::npos || at == 0 || at > digit) {
      continue;
    }
    const auto event = text.substr(0, at);
    if (!is_plain_words(event, 24)) {
      return false;
    }
    after = std::string(event);
    text.remove_prefix(at + word.size());
    take(text, "的");
    take(text, ",");
    return true;
  }
  return false;
}

}  // namespace

std::optional<DateTarget> date_of(std::string_view text) {
  if (const auto months = months_of(text)) {
    return months;
  }
  if (is_other_year(text)) {
    return std::nullopt;
  }
  // Words may stand before the date; each character may begin it, none may be a digit.
  std::size_t at = 0;
  for (std::size_t words = 0; at < text.size() && words <= kLongestHead; ++words) {
    auto rest = text.substr(at);
    if (const auto date = take_date(rest); date && is_plain_words(rest, kLongestTail)) {
      const bool nothing_said = !date->month && !date->quarter && !date->half && !date->day &&
                                date->part == DatePart::whole && date->bound == DateBound::on;
      // "2022年" alone is a year; "2022年度目标任务" is a sentence.
      if (!nothing_said || rest.empty()) {
        return date;
      }
    }
    const auto point = decode_point(text, at);
    if (point.point < 0x80) {
      break;
    }
    at += point.bytes;
  }
  return std::nullopt;
}

std::optional<DurationTarget> duration_of(std::string_view text,
                                          const MeasureDictionary& measures) {
  DurationTarget duration{.value = {}, .unit = {}};
  ComparatorWords words;
  take_event(text, duration.after);
  take_before(text, words);
  const auto number = leading_number(text);
  if (!number || number->overflow) {
    return std::nullopt;
  }
  duration.value = number->value;
  text.remove_prefix(number->bytes);
  constexpr std::array<std::string_view, 2> kSome{"多", "余"};
  duration.approximate = take_any(text, kSome);
  const auto bytes = measures.prefix_length(text);
  if (bytes == 0) {
    return std::nullopt;
  }
  duration.unit = measures.understand(text.substr(0, bytes));
  if (duration.unit.kind != MeasureKind::duration) {
    return std::nullopt;
  }
  text.remove_prefix(bytes);
  constexpr std::array<std::string_view, 3> kInside{"以内", "之内", "内"};
  constexpr std::array<std::string_view, 4> kBehind{"及以上", "以上", "及以下", "以下"};
  duration.within = take_any(text, kInside) || words.within;
  if (!duration.within && !take_any(text, kBehind)) {
    take_behind(text, words);
    duration.within = words.within;
  }
  constexpr std::array<std::string_view, 2> kAbout{"左右", "上下"};
  duration.approximate = take_any(text, kAbout) || duration.approximate || words.approximate;
  const bool tail = text.empty() || (duration.within && is_plain_words(text, kLongestTail));
  return tail ? std::optional(duration) : std::nullopt;
}

std::optional<FrequencyTarget> frequency_of(const Decimal& times, std::string_view measure,
                                            const MeasureDictionary& measures) {
  auto text = measure;
  FrequencyTarget frequency{.times = times, .period = {}};
  const auto counted = take_counted(text, measures);
  if (!counted || (!take(text, "/") && !take(text, "每"))) {
    return std::nullopt;
  }
  frequency.counted = *counted;
  if (!text.starts_with("半年")) {
    if (const auto count = leading_number(text); count && !count->overflow) {
      frequency.period_count = count->value;
      text.remove_prefix(count->bytes);
    }
  }
  frequency.period = take_period(text);
  return frequency.period.empty() || !text.empty() ? std::nullopt : std::optional(frequency);
}

std::optional<FrequencyTarget> frequency_of(std::string_view text,
                                            const MeasureDictionary& measures) {
  if (auto found = days_and_hours(text)) {
    return found;
  }
  if (auto found = each_period(text, measures)) {
    return found;
  }
  if (auto found = times_per(text, measures)) {
    return found;
  }
  if (auto found = period_times(text, measures)) {
    return found;
  }
  return by_period(text);
}

}  // namespace jiheng::intake
