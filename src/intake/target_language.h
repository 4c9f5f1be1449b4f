#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicator.h"
#include "domain/vocabulary.h"

namespace jiheng::intake {

/// The three cells of a target as the document holds them, unfolded; any may be empty.
struct TargetCells {
  std::string_view comparator;
  std::string_view target;
  std::string_view measure;
};

/// One target, read.
///
/// Shape   `target` and `measure` as in surface.md: a quantitative target is digits without
///         separators with its scale, 万/亿 kept in `measure`; a qualitative one is the whole
///         folded text. `subject` is what a list item says before its value ("慰问人数").
struct ReadTarget {
  std::optional<Comparator> comparator{};
  std::string target;
  std::string measure;
  TypedTarget typed{};
  Measure measured{};
  std::vector<Repair> repaired{};
  std::vector<Doubt> doubt{};
  std::string subject{};
};

/// Reads the cells of one target: comparator in every spelling, before or after the value,
/// numbers, ratios, ranges, dates, durations, frequencies, approximations, grades; a cell with
/// several values gives several, each with doubt several_values. Never fails: what cannot be typed
/// is a TextTarget with its reason.
[[nodiscard]] std::vector<ReadTarget> read_target(const TargetCells& cells,
                                                  const Vocabulary& vocabulary);

/// The comparator a whole cell (or the front of one) spells, and how many bytes it took.
struct ReadComparator {
  Comparator comparator{};
  std::size_t bytes{};
};

/// A sign or 定性 at the start of the folded or unfolded text: ≥ ≧ ⩾ >= ＞＝ ＝ ═ ﹦ ＜ … 定性.
/// Words (不低于) are not signs; `read_target` knows those.
[[nodiscard]] std::optional<ReadComparator> leading_sign(std::string_view text);

/// The same row with other cells: `cells` replace comparator, target and measure, the rest stays.
/// Used when a person edits a cell or a suggestion is applied. Uses the first value of a list.
void retype(Indicator& indicator, const TargetCells& cells, const Vocabulary& vocabulary);

}  // namespace jiheng::intake
