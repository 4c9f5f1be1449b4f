#pragma once

#include <optional>
#include <string_view>

#include "domain/comparator.h"

namespace jiheng::intake {

/// Takes one of the words or signs that say how to compare off the front or the end of a text.
///
/// Shape   `text` is folded, without blanks; it is shortened in place. Words that say nothing
///         about the comparison (共, 累计, 为) are taken too.
struct ComparatorWords {
  std::optional<Comparator> comparator{};
  bool approximate{};  // 约, 近, 左右, 余
  bool within{};       // 内, 以内: a span that must not be exceeded
  bool words{};        // words said it, not a sign
};

void take_before(std::string_view& text, ComparatorWords& found);
void take_behind(std::string_view& text, ComparatorWords& found);

/// What a whole comparator cell says: a sign, 定性, or one of the words.
[[nodiscard]] std::optional<Comparator> comparator_of_cell(std::string_view folded);

}  // namespace jiheng::intake
