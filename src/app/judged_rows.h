#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "domain/finding.h"
#include "domain/review_facts.h"
#include "domain/vocabulary.h"
#include "packs/library.h"
#include "scoring/scheme.h"

namespace jiheng::app {

/// By what rows are judged and scored. All three outlive it.
struct JudgingMeans {
  const scoring::Scheme& scheme;
  const packs::RulePack& pack;
  const Vocabulary& vocabulary;
};

/// The profile that filed self-evaluations are held against where nobody names one, made ready.
class ReadyProfile {
 public:
  /// Errors  not_found where the packs have no such profile; those of `scoring::Scheme::make`.
  [[nodiscard]] static Result<std::shared_ptr<const ReadyProfile>> make(
      const packs::Library& library, const Vocabulary& vocabulary);

  [[nodiscard]] const scoring::Scheme& scheme() const {
    return *scheme_;
  }

 private:
  packs::ScoringProfile profile_{};
  std::optional<scoring::Scheme> scheme_{};
};

/// Every project's scores by the scheme, from the actual values, points and money the rows and the
/// facts around them state.
[[nodiscard]] std::vector<ProjectScore> scores_of(std::span<const Indicator> rows,
                                                  const ReviewFacts& facts,
                                                  const scoring::Scheme& scheme,
                                                  const Vocabulary& vocabulary);

/// The findings of rows by the pack; those of a self-evaluation, where any row has a score or an
/// actual value, also by what the scheme makes of it.
[[nodiscard]] std::vector<Finding> findings_of(std::span<const Indicator> rows,
                                               const ReviewFacts& facts, const JudgingMeans& means);

}  // namespace jiheng::app
