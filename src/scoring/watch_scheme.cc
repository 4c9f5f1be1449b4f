#include "scoring/watch_scheme.h"

#include <algorithm>

#include "scoring/condition_words.h"

namespace jiheng::scoring {

Result<WatchScheme> WatchScheme::make(const packs::MonitoringPack& pack, Explain explain) {
  WatchScheme scheme;
  scheme.pack_ = &pack;
  scheme.explain_ = explain;
  scheme.comparing_.fraction_from = pack.fraction_from;
  // ＜ is kept only below its value: that is what tells it from ≤ here.
  scheme.comparing_.proportion.strict = true;
  scheme.comparing_.proportion.equal = pack.equal.by == packs::EqualWatch::met
                                           ? packs::EqualForm::exact
                                           : packs::EqualForm::at_least;
  for (const auto& said : pack.curves.defaults) {
    Condition condition{.curve = &said.curve};
    JH_TRY(condition.kinds, read_words(said.kinds, "kinds", target_kind_from_word, said.where));
    JH_TRY(condition.comparators,
           read_words(said.comparators, "comparators", comparator_from_symbol, said.where));
    JH_TRY(condition.measures,
           read_words(said.measures, "measures", measure_kind_from_word, said.where));
    scheme.conditions_.push_back(std::move(condition));
  }
  return scheme;
}

bool WatchScheme::fits(const Condition& condition, const Indicator& row) {
  const bool compared = condition.comparators.empty() ||
                        (row.comparator && holds(condition.comparators, *row.comparator));
  return compared && holds(condition.kinds, kind(row.typed)) &&
         holds(condition.measures, row.measured.kind);
}

const packs::Curve& WatchScheme::curve_of(const Indicator& row) const {
  static const packs::Curve straight{};
  const auto found = std::ranges::find_if(
      conditions_, [&](const Condition& condition) { return fits(condition, row); });
  return found == conditions_.end() ? straight : *found->curve;
}

}  // namespace jiheng::scoring
