#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jiheng {

/// 计算符号: how an actual value is judged against a target.
enum class Comparator : std::uint8_t {
  at_least,
  at_most,
  equal,
  more_than,
  less_than,
  qualitative,
  between,
};

inline constexpr std::array kComparators{
    Comparator::at_least,  Comparator::at_most,     Comparator::equal,  Comparator::more_than,
    Comparator::less_than, Comparator::qualitative, Comparator::between};

/// The word in data files and in the API: ">=" "<=" "=" ">" "<" "qualitative" "between".
[[nodiscard]] std::string_view symbol(Comparator comparator);

/// The sign on official forms: ≥ ≤ ＝ ＞ ＜ 定性; a range is 区间.
[[nodiscard]] std::string_view sign(Comparator comparator);

/// The inverse of `symbol`, and nothing else. Spellings of filed tables are intake's matter.
[[nodiscard]] std::optional<Comparator> comparator_from_symbol(std::string_view symbol);

}  // namespace jiheng
