#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace jiheng::intake {

/// A number at the front of a text.
///
/// Shape   `written` is what data files show: digits without separators, scale kept ("1100",
///         "90.00"); Chinese numerals as they stand ("三", "一百二十"). `bytes` is how much of the
///         text it took.
struct ReadNumber {
  Decimal value;
  std::string written;
  std::size_t bytes{};
  bool chinese{};
  bool overflow{};  // more digits than 128 bits hold; value is 0
};

/// Reads 5, -5, 1,100, 90.00, 2万5千, 三, 一百二十, 两, 半 at the front of folded text without
/// blanks. 万 and 亿 behind Arabic digits stay with the measure unless more digits follow.
[[nodiscard]] std::optional<ReadNumber> leading_number(std::string_view text);

/// True when the text holds a digit.
[[nodiscard]] bool has_digit(std::string_view text);

}  // namespace jiheng::intake
