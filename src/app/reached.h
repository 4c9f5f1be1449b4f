#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "domain/actual.h"
#include "domain/indicator.h"
#include "domain/reported.h"
#include "domain/score.h"
#include "domain/vocabulary.h"

namespace jiheng::app {

/// What an indicator had reached by a day.
///
/// Shape   `actual` is blank where nothing was said; `as_of` the newest day that counts, nothing
///         for a value that stands in the filed row itself. `units` is how many sub-units are in
///         it, `silent` how many of those named have said nothing yet. `unclear` says why values
///         of sub-units make no whole; the value is blank then. `steps` say how the value was made
///         of theirs, or which of them stands in the way.
struct Reached {
  Actual actual{};
  std::optional<Date> as_of{};
  std::size_t units{};
  std::size_t silent{};
  std::optional<Unscored> unclear{};
  std::vector<Step> steps{};
};

/// By what values are understood: the words they are in, and from how many percent on a bare number
/// beside a target is a part of the whole (`ScoringProfile::fraction_from`). Both outlive it.
struct Understanding {
  const Vocabulary& vocabulary;
  const Decimal& fraction_from;
};

/// The newest value up to the day. Of the whole and its sub-units those count that were said last,
/// of one day the whole unless it is blank; sub-units are summed, ratios by their numerators and
/// denominators, else weighted by their amounts. 95 %, 比例 0.95 and 0.95 beside a target of at
/// least `fraction_from` % are one value. Without anything said it is what the filed row says.
/// Source  regulations.md §2: sum absolute values; ratios = amount-weighted mean.
[[nodiscard]] Reached reached_by(const Indicator& row, std::span<const ReportedValue> values,
                                 Date day, const Understanding& by);

}  // namespace jiheng::app
