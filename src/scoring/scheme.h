#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "domain/comparator.h"
#include "domain/indicator.h"
#include "domain/vocabulary.h"
#include "packs/scoring_profile.h"

namespace jiheng::scoring {

/// Whether derivations are kept.
enum class Explain : bool { no, yes };

/// A profile ready to score by: its conditions in the words of the domain.
///
/// The profile and the vocabulary outlive it; two threads may use one.
class Scheme {
 public:
  /// Errors  invalid_input `packs.unknown_condition` at "path:line" for a role, kind or comparator
  ///         that does not exist.
  [[nodiscard]] static Result<Scheme> make(const packs::ScoringProfile& profile,
                                           const Vocabulary& vocabulary,
                                           Explain explain = Explain::yes);

  [[nodiscard]] const packs::ScoringProfile& profile() const {
    return *profile_;
  }

  [[nodiscard]] bool explains() const {
    return explain_ == Explain::yes;
  }

  /// The method of the first assignment that fits the row; in proportion where none does.
  [[nodiscard]] packs::Method method_of(const Indicator& row) const;

 private:
  /// Conditions of one assignment; empty ones hold always.
  struct Condition {
    packs::Method method{};
    std::vector<CategoryRole> roles{};
    std::vector<TargetKind> kinds{};
    std::vector<Comparator> comparators{};
    const std::vector<std::string>* endings{};
  };

  Scheme() = default;
  [[nodiscard]] bool fits(const Condition& condition, const Indicator& row) const;
  [[nodiscard]] CategoryRole role_of(const Indicator& row) const;

  const packs::ScoringProfile* profile_{};
  const Vocabulary* vocabulary_{};
  Explain explain_{};
  std::vector<Condition> conditions_;
};

}  // namespace jiheng::scoring
