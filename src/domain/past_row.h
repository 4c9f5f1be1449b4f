#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/indicator.h"

namespace jiheng {

/// A row that an earlier year filed.
struct PastRow {
  int year{};
  std::string agency;
  std::string project;
  std::string name;
  TypedTarget typed{};
  Measure measured{};
  std::string actual{};  // as written, "" where that year says none

  friend bool operator==(const PastRow&, const PastRow&) = default;
};

/// What an earlier year said of an indicator.
///
/// Units   in the base of the indicator's measure (元, 1 of a share, 分钟); nothing where that year
///         says no number.
struct PastValue {
  int year{};
  std::optional<Decimal> target{};
  std::optional<Decimal> actual{};

  friend bool operator==(const PastValue&, const PastValue&) = default;
};

/// A number in the base of its measure; nothing when that leaves 128 bits.
[[nodiscard]] std::optional<Decimal> in_base(const Decimal& value, const Measure& measure);

/// The inverse: 0.95 of a share is 95 in %, to six places.
[[nodiscard]] std::optional<Decimal> in_measure(const Decimal& value, const Measure& measure);

/// How many years back a past is kept and asked for.
inline constexpr int kPastYears = 5;

/// By agency and name, the newest year first, else as they were.
void sort_past(std::vector<PastRow>& past);

/// The row's own past, the newest year first: the rows of its agency with its name and a measure of
/// the same base; where a year has several, that of the same project, else none. `past` is sorted.
[[nodiscard]] std::vector<PastValue> past_of(const Indicator& row, std::span<const PastRow> past);

}  // namespace jiheng
