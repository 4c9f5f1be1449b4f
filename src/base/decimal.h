#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jiheng {

/// An exact decimal number that remembers how it was written.
///
/// Shape   128-bit integer and a scale: 90.00 is 9000 with scale 2. Value comparison ignores the
///         scale (90.00 == 90); `to_string` gives it back as written.
/// Errors  arithmetic that leaves 128 bits is an Error (`decimal.overflow`), never a wrong number.
class Decimal {
 public:
  __extension__ using Integer = __int128;

  static constexpr int kMaxScale = 18;

  constexpr Decimal() = default;

  /// A whole number.
  [[nodiscard]] static constexpr Decimal whole(std::int64_t value) {
    return {value, 0};
  }

  /// `digits` × 10^-`scale`; scale is 0…kMaxScale.
  [[nodiscard]] static constexpr Decimal of(Integer digits, int scale) {
    return {digits, scale};
  }

  /// Reads "-1234.50": an optional sign, ASCII digits, an optional point with digits after it.
  /// No separators, no blanks, no exponent.
  /// Errors  invalid_input `decimal.not_a_number`, `decimal.overflow`.
  [[nodiscard]] static Result<Decimal> parse(std::string_view text);

  /// Digits with the scale it was written with: "90.00".
  [[nodiscard]] std::string to_string() const;
  /// The shortest spelling of the same value: "90".
  [[nodiscard]] std::string to_shortest_string() const;

  [[nodiscard]] constexpr Integer digits() const {
    return digits_;
  }

  [[nodiscard]] constexpr int scale() const {
    return scale_;
  }

  [[nodiscard]] constexpr bool is_zero() const {
    return digits_ == 0;
  }

  [[nodiscard]] constexpr bool is_negative() const {
    return digits_ < 0;
  }

  [[nodiscard]] bool is_whole() const;

  /// Rounds half up (away from zero on a tie) to `scale` places, or widens to them.
  [[nodiscard]] Result<Decimal> rounded(int scale) const;

  /// Value order; never overflows.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b);

  [[nodiscard]] Result<Decimal> plus(const Decimal& other) const;
  [[nodiscard]] Result<Decimal> minus(const Decimal& other) const;
  [[nodiscard]] Result<Decimal> times(const Decimal& other) const;
  /// This ÷ other, half up at `scale` places. Errors  `decimal.divided_by_zero`.
  [[nodiscard]] Result<Decimal> divided_by(const Decimal& other, int scale) const;

 private:
  constexpr Decimal(Integer digits, int scale) : digits_(digits), scale_(scale) {}

  Integer digits_{};
  int scale_{};
};

}  // namespace jiheng
