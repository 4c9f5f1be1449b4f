#include "document/sheet_number.h"

#include <algorithm>
#include <charconv>

namespace jiheng::document {
namespace {

constexpr int kSignificant = 15;     // what Excel keeps of a number
constexpr int kFarthestPoint = 400;  // beyond what a double can be

int size_of(std::string_view text) {
  return static_cast<int>(text.size());
}

std::size_t count(int places) {
  return static_cast<std::size_t>(std::max(places, 0));
}

/// Takes ASCII digits off the front.
std::string_view take_digits(std::string_view& text) {
  const auto digits = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
  text.remove_prefix(digits.size());
  return digits;
}

/// Takes "E-2" off the front; 0 where there is none, nothing where it is out of any range.
std::optional<int> take_exponent(std::string_view& text) {
  if (text.empty() || (text.front() != 'E' && text.front() != 'e')) {
    return 0;
  }
  text.remove_prefix(text.substr(1).starts_with('+') ? 2 : 1);
  int exponent = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc{} || std::abs(exponent) > kFarthestPoint) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return exponent;
}

void trim_zeros(SheetNumber& number) {
  const auto last = number.digits.find_last_not_of('0');
  number.digits.resize(last == std::string::npos ? 0 : last + 1);
  const auto first = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, first);
  number.point -= static_cast<int>(first);
  if (number.digits.empty()) {
    number.point = 0;
    number.negative = false;
  }
}

/// Keeps the first `keep` digits, half up.
SheetNumber cut(SheetNumber number, int keep) {
  if (keep >= size_of(number.digits)) {
    return number;
  }
  const bool up = keep >= 0 && number.digits[count(keep)] >= '5';
  number.digits.resize(count(keep));
  if (up) {
    // 0.0 + a carry: one digit of room in front for 999 → 1000.
    number.digits.insert(number.digits.begin(), '0');
    ++number.point;
    auto at = number.digits.size() - 1;
    while (number.digits[at] == '9') {
      number.digits[at--] = '0';
    }
    ++number.digits[at];
  }
  trim_zeros(number);
  return number;
}

std::string scientific(const SheetNumber& number) {
  const auto mantissa = cut(number, 6);
  std::string text = mantissa.digits.substr(0, 1);
  if (mantissa.digits.size() > 1) {
    text += "." + mantissa.digits.substr(1);
  }
  const int exponent = mantissa.point - 1;
  const auto digits = std::to_string(std::abs(exponent));
  return text + (exponent < 0 ? "E-" : "E+") + (digits.size() < 2 ? "0" : "") + digits;
}

}  // namespace

std::optional<SheetNumber> parse_sheet_number(std::string_view text) {
  SheetNumber number;
  if (text.starts_with('-') || text.starts_with('+')) {
    number.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const auto whole = take_digits(text);
  std::string_view fraction;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = take_digits(text);
  }
  const auto exponent = take_exponent(text);
  if (!exponent || !text.empty() || (whole.empty() && fraction.empty()) ||
      size_of(whole) > kFarthestPoint || size_of(fraction) > kFarthestPoint) {
    return std::nullopt;
  }
  number.digits.append(whole).append(fraction);
  number.point = size_of(whole) + *exponent;
  trim_zeros(number);
  return cut(std::move(number), kSignificant);
}

SheetNumber rounded(SheetNumber number, int places) {
  const int keep = number.point + places;
  return cut(std::move(number), keep);
}

std::string integer_digits(const SheetNumber& number) {
  if (number.point <= 0) {
    return "";
  }
  auto digits = number.digits.substr(0, count(number.point));
  digits.resize(count(number.point), '0');
  return digits;
}

std::string fraction_digits(const SheetNumber& number, int places) {
  std::string digits(count(-number.point), '0');
  digits += number.digits.substr(std::min(count(number.point), number.digits.size()));
  digits.resize(count(places), '0');
  return digits;
}

int compare(const SheetNumber& a, const SheetNumber& b) {
  if (a.negative != b.negative) {
    return a.negative ? -1 : 1;
  }
  int magnitude =
      a.is_zero() || b.is_zero() ? size_of(a.digits) - size_of(b.digits) : a.point - b.point;
  if (magnitude == 0) {
    magnitude = a.digits.compare(b.digits);
  }
  return a.negative ? -magnitude : magnitude;
}

std::string general(const SheetNumber& number) {
  constexpr int kWidth = 11;
  constexpr int kLeastPoint = -8;
  if (number.is_zero()) {
    return "0";
  }
  const std::string sign = number.negative ? "-" : "";
  if (number.point > kSignificant || number.point < kLeastPoint) {
    return sign + scientific(number);
  }
  // Six digits of a small number, as Excel shows of 1.23457E-05.
  const bool small = number.point < -3;
  const int places = small ? 6 - number.point : kWidth - 1 - std::max(number.point, 1);
  const auto shown = rounded(number, std::max(places, 0));
  const auto whole = integer_digits(shown);
  auto fraction = fraction_digits(shown, std::max(size_of(shown.digits) - shown.point, 0));
  return sign + (whole.empty() ? "0" : whole) + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace jiheng::document
