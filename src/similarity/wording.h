#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/measure_dictionary.h"

namespace jiheng::similarity {

/// Whose a name is: what it repeats of its agency or project says nothing about the indicator.
struct Whose {
  std::string_view agency{};
  std::string_view project{};
};

/// What of a name is compared with other names.
///
/// Shape   the search key without measures in brackets ("(人次)"), punctuation, numbers and the 年,
///         年度 of a year, and without the agency's and the project's own name where two characters
///         or more remain. Numbers that tell things apart stay: 第1批, 第一批, 一期.
[[nodiscard]] std::string wording(std::string_view name, const MeasureDictionary& measures,
                                  const Whose& whose = {});

/// The overlapping two-character grams of a wording as numbers, sorted, each once; a wording of one
/// character gives itself.
[[nodiscard]] std::vector<std::uint64_t> gram_codes(std::string_view wording);

/// Which way a wording points: 不合格率 is not 合格率, 下降 not 增长.
///
/// Shape   one bit for each word that turns a name around, where it does not belong to another word
///         (不动产, 无障碍, 未成年).
enum class Polarity : std::uint8_t {};

[[nodiscard]] Polarity polarity(std::string_view wording);
/// True when the two mean contrary things: only one denies, or one rises and the other falls.
[[nodiscard]] bool contrary(Polarity a, Polarity b);

/// How much two sets of grams share (Dice).
///
/// Units   thousandths, rounded down; half of that where the two are contrary.
[[nodiscard]] std::int32_t likeness(std::size_t shared, std::size_t both, bool contrary);

/// The same of two wordings: 1000 for the same grams, 0 for none in common.
[[nodiscard]] std::int32_t likeness(std::string_view a, std::string_view b);

}  // namespace jiheng::similarity
