#include "rules/period.h"

#include <charconv>
#include <vector>

namespace jiheng::rules {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

/// A whole number in the text and what stands around it.
struct Number {
  int value{};
  std::size_t digits{};
  std::string_view behind;
};

std::vector<Number> numbers_in(std::string_view text) {
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < text.size();) {
    Number number;
    const auto* first = text.data() + i;
    const auto [end, error] = std::from_chars(first, text.data() + text.size(), number.value);
    if (error != std::errc() || *first < '0' || *first > '9') {
      ++i;
      continue;
    }
    number.digits = static_cast<std::size_t>(end - first);
    i += number.digits;
    number.behind = text.substr(i);
    numbers.push_back(number);
  }
  return numbers;
}

bool is_year(const Number& number) {
  return number.digits == 4 && number.value >= kFirstYear && number.value <= kLastYear;
}

/// A month follows its year with 年 or a separator; in 2022-2024 the second number is a year.
bool is_month_of(const Number& number, const Number& year) {
  const bool joined = year.behind.starts_with("年") || year.behind.starts_with("-") ||
                      year.behind.starts_with(".") || year.behind.starts_with("/");
  return joined && number.digits <= 2 && number.value >= 1 && number.value <= 12;
}

}  // namespace

std::optional<Period> period_of(std::string_view text) {
  const auto numbers = numbers_in(text);
  std::vector<MonthOfYear> moments;
  for (std::size_t i = 0; i < numbers.size() && moments.size() < 2; ++i) {
    if (is_year(numbers[i])) {
      const bool month = i + 1 < numbers.size() && is_month_of(numbers[i + 1], numbers[i]);
      moments.push_back({numbers[i].value, month ? numbers[i + 1].value : 0});
    }
  }
  return moments.size() == 2 ? std::optional(Period{moments[0], moments[1]}) : std::nullopt;
}

bool is_reversed(const Period& period) {
  const auto& [begin, end] = period;
  const bool months = begin.month > 0 && end.month > 0;
  return end.year < begin.year || (end.year == begin.year && months && end.month < begin.month);
}

}  // namespace jiheng::rules
