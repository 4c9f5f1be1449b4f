#pragma once

#include <vector>

#include "base/date.h"
#include "domain/actual.h"
#include "domain/monitoring.h"
#include "scoring/fraction.h"
#include "scoring/watch_scheme.h"
#include "scoring/watch_steps.h"

namespace jiheng::scoring {

/// The day something is watched at, in its budget year.
///
/// Shape   `said` is the day the newest value is of, where that is known. What is due counts by
///         `day` all the same, for nobody said more; a pace counts by `said`.
struct WatchDay {
  int year{};
  Date day{};
  std::optional<Date> said{};

  [[nodiscard]] bool said_earlier() const {
    return said && *said < day;
  }
};

/// An indicator's light at a day, with its derivation where the scheme explains.
///
/// Shape   `curve` is the one a person set, nullptr for the pack's. A blank value is 未填报: no
///         light, whatever is due.
/// Source  regulations.md §4: v = A ÷ (T ÷ 12 × m); here along the indicator's curve.
[[nodiscard]] IndicatorWatch watch_indicator(const WatchScheme& scheme, const Indicator& row,
                                             const Actual& actual, const packs::Curve* curve,
                                             const WatchDay& at);

/// The light of the band that `reached` lies in, with its steps.
[[nodiscard]] Outcome<packs::Light> light_in(const std::vector<packs::LightBand>& bands,
                                             const Fraction& reached, WatchSteps& steps);

}  // namespace jiheng::scoring
