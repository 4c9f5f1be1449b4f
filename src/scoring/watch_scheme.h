#pragma once

#include <vector>

#include "base/result.h"
#include "domain/comparator.h"
#include "domain/indicator.h"
#include "packs/monitoring_pack.h"
#include "packs/scoring_profile.h"
#include "scoring/scheme.h"

namespace jiheng::scoring {

/// A monitoring pack ready to give lights by: its conditions in the words of the domain.
///
/// The pack outlives it; two threads may use one.
class WatchScheme {
 public:
  /// Errors  invalid_input `packs.unknown_condition` at "path:line" for a kind, comparator or kind
  ///         of measure that does not exist.
  [[nodiscard]] static Result<WatchScheme> make(const packs::MonitoringPack& pack,
                                                Explain explain = Explain::yes);

  [[nodiscard]] const packs::MonitoringPack& pack() const {
    return *pack_;
  }

  [[nodiscard]] bool explains() const {
    return explain_ == Explain::yes;
  }

  /// What a comparison of target and value goes by.
  [[nodiscard]] const packs::ScoringProfile& comparing() const {
    return comparing_;
  }

  /// The curve of an indicator nobody gave one.
  [[nodiscard]] const packs::Curve& curve_of(const Indicator& row) const;

 private:
  /// Conditions of one default curve; empty ones hold always.
  struct Condition {
    std::vector<TargetKind> kinds{};
    std::vector<Comparator> comparators{};
    std::vector<MeasureKind> measures{};
    const packs::Curve* curve{};
  };

  WatchScheme() = default;
  [[nodiscard]] static bool fits(const Condition& condition, const Indicator& row);

  const packs::MonitoringPack* pack_{};
  packs::ScoringProfile comparing_{};
  Explain explain_{};
  std::vector<Condition> conditions_;
};

}  // namespace jiheng::scoring
