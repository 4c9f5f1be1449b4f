#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/decimal.h"
#include "domain/measure.h"

namespace jiheng {

/// Why a target could not be typed. `word` gives the snake_case spelling for data files.
enum class TextReason : std::uint8_t {
  empty,         // the cell is blank; not the same as 0
  vague,         // 按时, 进一步健全完善: words without a value
  whole_period,  // 全年, 常年: no moment in time
  relative,      // 不低于上年度水平: relative to a value the document does not hold
  description,   // a sentence that describes a result
  placeholder,   // ** or ×× stands where the value belongs
  overflow,      // a number beyond 128 bits
};

/// A number, in units of the row's measure.
struct NumberTarget {
  Decimal value;
  bool approximate{};  // 约, 左右
  friend bool operator==(const NumberTarget&, const NumberTarget&) = default;
};

/// low…high, both included, in units of the row's measure.
struct RangeTarget {
  Decimal low;
  Decimal high;
  friend bool operator==(const RangeTarget&, const RangeTarget&) = default;
};

enum class DatePart : std::uint8_t { whole, start, middle, end };
enum class DateBound : std::uint8_t { on, by, before, after };

/// A moment or a deadline, as exact as the words are.
///
/// Shape   10月底前 = month 10, end, by; 11月前 = month 11, start, before; 第三季度 = quarter 3,
///         whole, on; 年底 = end, on. A year that is not written is not invented.
struct DateTarget {
  std::optional<int> year{};
  std::optional<int> quarter{};
  std::optional<int> half{};  // 上半年 1, 下半年 2
  std::optional<int> month{};
  std::optional<int> day{};
  DatePart part{};
  DateBound bound{};
  friend bool operator==(const DateTarget&, const DateTarget&) = default;
};

/// A span of time: 6小时, or a deadline after an event: 收到材料后1个月内 (after = "收到材料").
struct DurationTarget {
  Decimal value;
  Measure unit;
  bool within{};  // 内, 以内
  std::string after{};
  bool approximate{};
  friend bool operator==(const DurationTarget&, const DurationTarget&) = default;
};

/// So many times per period: 每月1次 = 1 次 per 1 月; 5*8小时 = 5 days a week, 8 hours each.
///
/// Shape   `times` `counted` in each `period_count` `period`; `hours_per_day` only for 5*8, 7×24.
struct FrequencyTarget {
  Decimal times;
  std::string counted{};
  Decimal period_count{Decimal::whole(1)};
  std::string period;  // 日 周 月 季度 半年 年
  std::optional<Decimal> hours_per_day{};
  friend bool operator==(const FrequencyTarget&, const FrequencyTarget&) = default;
};

/// A word of the closed list in packs/measures/grades.toml, in its canonical spelling.
struct GradeTarget {
  std::string grade;
  friend bool operator==(const GradeTarget&, const GradeTarget&) = default;
};

struct TextTarget {
  TextReason reason{};
  friend bool operator==(const TextTarget&, const TextTarget&) = default;
};

/// 指标值, typed. The text as filed stays with the row.
using TypedTarget = std::variant<TextTarget, NumberTarget, RangeTarget, DateTarget, DurationTarget,
                                 FrequencyTarget, GradeTarget>;

enum class TargetKind : std::uint8_t { text, number, range, date, duration, frequency, grade };

[[nodiscard]] TargetKind kind(const TypedTarget& target);
[[nodiscard]] std::string_view word(TargetKind kind);
[[nodiscard]] std::string_view word(TextReason reason);
[[nodiscard]] std::string_view word(DatePart part);
[[nodiscard]] std::string_view word(DateBound bound);

}  // namespace jiheng
