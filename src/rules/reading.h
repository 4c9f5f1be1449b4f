#pragma once

#include <optional>
#include <string_view>

#include "rules/rule.h"

namespace jiheng::rules {

/// A name with the measure it writes at its end: "覆盖率(次)" is 覆盖率 and 次.
///
/// Shape   `bracket` is "" where the name ends without one; both are views of the name.
struct NameParts {
  std::string_view head;
  std::string_view bracket;
};

[[nodiscard]] NameParts parts_of(std::string_view name);

/// True for ≥ ≤ ＝ ＞ ＜ and a range.
[[nodiscard]] bool is_quantitative(const Indicator& row);
/// True when the target is a number or a range.
[[nodiscard]] bool is_numeric(const Indicator& row);
[[nodiscard]] const Decimal* number_of(const Indicator& row);
/// True when words stand where the value belongs: a grade or text; a placeholder is neither.
[[nodiscard]] bool is_words(const Indicator& row);
/// True for ≥ and ＞.
[[nodiscard]] bool is_floor(const Indicator& row);
/// True for ≤ and ＜.
[[nodiscard]] bool is_ceiling(const Indicator& row);
/// %, ‰ and 百分点; a multiple (倍) is no share.
[[nodiscard]] bool is_share(const Measure& measure);
/// The target as a part of the whole, the upper end of a range: 95 % is 0.95; nothing where the
/// measure is no share of a whole (百分点, 倍, 家).
[[nodiscard]] std::optional<Decimal> share_of(const Indicator& row);
[[nodiscard]] bool is_benefit(CategoryRole role);
[[nodiscard]] bool has_digit(std::string_view text);
/// "move to 产出指标/数量指标" as changes; empty when no frame has the role.
[[nodiscard]] std::vector<Change> move_to(const Row& row, CategoryRole role);

}  // namespace jiheng::rules
