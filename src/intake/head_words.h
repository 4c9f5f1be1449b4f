#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "intake/columns.h"

namespace jiheng::intake {

/// One cell of a head row, understood.
enum class HeadWord : std::uint8_t { none, column, group, ambiguous_unit };

struct ReadHead {
  HeadWord kind{};
  Column column{Column::other};
};

/// What a folded head cell says: a column, a group over columns (绩效指标), or 单位, which is the
/// agency at the left of a table and the measure at its right. 年度, 中期, 2024年 and 1-7月 before
/// a head word change nothing here: `span_of` tells them.
[[nodiscard]] ReadHead head_of(std::string_view folded);

/// True for a column only a table of indicators has: levels, name, comparator, target, measure.
[[nodiscard]] bool is_core(Column column);

/// Which years a head or a heading speaks of.
enum class Span : std::uint8_t { unsaid, annual, mid_term };

/// The span a folded text names: 中期, 中长期, 长期 or 三年 is mid-term, 年度 or a year is annual.
[[nodiscard]] Span span_of(std::string_view folded);

/// The text without blanks, brackets, stars and other signs heads are written with.
[[nodiscard]] std::string bare_word(std::string_view folded);

}  // namespace jiheng::intake
