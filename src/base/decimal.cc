#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <optional>

namespace jiheng {

namespace {

__extension__ using Unsigned = unsigned __int128;
using Integer = Decimal::Integer;

constexpr Integer kMax = static_cast<Integer>(~Unsigned{} >> 1U);
constexpr Integer kMin = -kMax - 1;

constexpr auto kPowers = [] {
  std::array<Integer, 2 * Decimal::kMaxScale + 1> powers{};
  Integer power = 1;
  for (auto& entry : powers) {
    entry = power;
    power *= 10;
  }
  return powers;
}();

Integer power_of_ten(int exponent) {
  return kPowers.at(static_cast<std::size_t>(exponent));
}

Unsigned magnitude(Integer value) {
  return value < 0 ? Unsigned{} - static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
}

tl::unexpected<Error> overflow(std::string_view text = {}) {
  return fail(ErrorCode::invalid_input, {"decimal.overflow", {std::string(text)}});
}

/// `magnitude` with a sign, unless that leaves 128 bits.
std::optional<Integer> with_sign(Unsigned value, bool negative) {
  const Unsigned limit = static_cast<Unsigned>(kMax) + (negative ? 1U : 0U);
  if (value > limit) {
    return std::nullopt;
  }
  return static_cast<Integer>(negative ? Unsigned{} - value : value);
}

/// The same value with the smallest scale.
Decimal reduced(const Decimal& value) {
  auto digits = value.digits();
  auto scale = value.scale();
  while (scale > 0 && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  return Decimal::of(digits, scale);
}

std::optional<Integer> scaled_up(Integer digits, int places) {
  Integer result{};
  if (__builtin_mul_overflow(digits, power_of_ten(places), &result)) {
    return std::nullopt;
  }
  return result;
}

std::optional<Decimal> try_plus(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const auto left = scaled_up(a.digits(), scale - a.scale());
  const auto right = scaled_up(b.digits(), scale - b.scale());
  Integer sum{};
  if (!left || !right || __builtin_add_overflow(*left, *right, &sum)) {
    return std::nullopt;
  }
  return Decimal::of(sum, scale);
}

std::optional<Decimal> try_times(const Decimal& a, const Decimal& b) {
  Integer product{};
  if (a.scale() + b.scale() > Decimal::kMaxScale ||
      __builtin_mul_overflow(a.digits(), b.digits(), &product)) {
    return std::nullopt;
  }
  return Decimal::of(product, a.scale() + b.scale());
}

struct Division {
  Unsigned quotient{};
  Unsigned remainder{};
};

/// One more decimal place of a long division. remainder × 10 may not fit, so it is added up
/// ten times, taking the divisor away as soon as it fits.
/// Returns false when the quotient leaves 128 bits.
bool next_place(Division& division, Unsigned divisor) {
  Unsigned digit = 0;
  Unsigned rest = 0;
  for (int i = 0; i < 10; ++i) {
    rest += division.remainder;
    if (rest >= divisor) {
      rest -= divisor;
      ++digit;
    }
  }
  division.remainder = rest;
  return !__builtin_mul_overflow(division.quotient, Unsigned{10}, &division.quotient) &&
         !__builtin_add_overflow(division.quotient, digit, &division.quotient);
}

/// dividend × 10^places ÷ divisor, half up; nothing when it leaves 128 bits.
std::optional<Unsigned> divide(Unsigned dividend, Unsigned divisor, int places) {
  for (int i = places; i < 0; ++i) {
    if (__builtin_mul_overflow(divisor, Unsigned{10}, &divisor)) {
      return Unsigned{};  // the divisor is more than twice any dividend
    }
  }
  Division division{dividend / divisor, dividend % divisor};
  for (int i = 0; i < places; ++i) {
    if (!next_place(division, divisor)) {
      return std::nullopt;
    }
  }
  if (division.remainder >= divisor - division.remainder) {
    return division.quotient + 1;
  }
  return division.quotient;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Accumulates digits towards the sign's side, so that the smallest number can be read too.
bool append_digit(Integer& value, char digit, bool negative) {
  const int step = negative ? '0' - digit : digit - '0';
  return !__builtin_mul_overflow(value, Integer{10}, &value) &&
         !__builtin_add_overflow(value, Integer{step}, &value);
}

/// True for digits with at most one point between two of them.
bool is_number_shape(std::string_view body) {
  const auto point = body.find('.');
  const auto whole = body.substr(0, point);
  if (whole.empty() || !std::ranges::all_of(whole, is_digit)) {
    return false;
  }
  if (point == std::string_view::npos) {
    return true;
  }
  const auto fraction = body.substr(point + 1);
  return !fraction.empty() && std::ranges::all_of(fraction, is_digit);
}

}  // namespace

Result<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  const auto body = text.substr(negative || text.starts_with('+') ? 1 : 0);
  if (!is_number_shape(body)) {
    return fail(ErrorCode::invalid_input, {"decimal.not_a_number", {std::string(text)}});
  }
  const auto point = body.find('.');
  const auto places = point == std::string_view::npos ? 0 : body.size() - point - 1;
  if (places > static_cast<std::size_t>(kMaxScale)) {
    return overflow(text);
  }
  Integer digits{};
  for (const char c : body) {
    if (c != '.' && !append_digit(digits, c, negative)) {
      return overflow(text);
    }
  }
  return Decimal(digits, static_cast<int>(places));
}

std::string Decimal::to_string() const {
  std::string text;
  auto rest = magnitude(digits_);
  for (int place = 0; rest != 0 || place <= scale_; ++place) {
    if (place == scale_ && scale_ != 0) {
      text.push_back('.');
    }
    text.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  }
  if (digits_ < 0) {
    text.push_back('-');
  }
  std::ranges::reverse(text);
  return text;
}

std::string Decimal::to_shortest_string() const {
  return reduced(*this).to_string();
}

bool Decimal::is_whole() const {
  return digits_ % power_of_ten(scale_) == 0;
}

Result<Decimal> Decimal::rounded(int scale) const {
  if (scale >= scale_) {
    const auto wide = scaled_up(digits_, scale - scale_);
    if (!wide) {
      return overflow(to_string());
    }
    return Decimal(*wide, scale);
  }
  // A shorter magnitude always fits.
  const auto narrow = divide(magnitude(digits_), 1, scale - scale_).value_or(Unsigned{});
  return Decimal(with_sign(narrow, digits_ < 0).value_or(0), scale);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto unit_a = power_of_ten(a.scale_);
  const auto unit_b = power_of_ten(b.scale_);
  const auto whole_a = a.digits_ / unit_a;
  const auto whole_b = b.digits_ / unit_b;
  if (whole_a != whole_b) {
    return whole_a < whole_b ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  // Fractions are below 10^scale: widened to the largest scale they still fit.
  const auto part_a = a.digits_ % unit_a * power_of_ten(Decimal::kMaxScale - a.scale_);
  const auto part_b = b.digits_ % unit_b * power_of_ten(Decimal::kMaxScale - b.scale_);
  if (part_a == part_b) {
    return std::strong_ordering::equal;
  }
  return part_a < part_b ? std::strong_ordering::less : std::strong_ordering::greater;
}

bool operator==(const Decimal& a, const Decimal& b) {
  return (a <=> b) == std::strong_ordering::equal;
}

Result<Decimal> Decimal::plus(const Decimal& other) const {
  if (const auto sum = try_plus(*this, other)) {
    return *sum;
  }
  if (const auto sum = try_plus(reduced(*this), reduced(other))) {
    return *sum;
  }
  return overflow();
}

Result<Decimal> Decimal::minus(const Decimal& other) const {
  if (other.digits_ != kMin) {
    return plus(Decimal(-other.digits_, other.scale_));
  }
  // -(the smallest) does not exist: take away the largest, then one more last place.
  return plus(Decimal(kMax, other.scale_)).and_then([&](const Decimal& rest) {
    return rest.plus(Decimal(1, other.scale_));
  });
}

Result<Decimal> Decimal::times(const Decimal& other) const {
  if (const auto product = try_times(*this, other)) {
    return *product;
  }
  if (const auto product = try_times(reduced(*this), reduced(other))) {
    return *product;
  }
  return overflow();
}

Result<Decimal> Decimal::divided_by(const Decimal& other, int scale) const {
  if (other.is_zero()) {
    return fail(ErrorCode::invalid_input, {"decimal.divided_by_zero"});
  }
  const auto quotient =
      divide(magnitude(digits_), magnitude(other.digits_), scale + other.scale_ - scale_);
  const bool negative = (digits_ < 0) != (other.digits_ < 0);
  const auto digits = quotient ? with_sign(*quotient, negative) : std::nullopt;
  if (!digits) {
    return overflow();
  }
  return Decimal(*digits, scale);
}

}  // namespace jiheng
