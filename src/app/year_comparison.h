#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/judged_rows.h"
#include "rules/output_cost.h"
#include "similarity/near_duplicates.h"

namespace jiheng::app {

/// Looks at rows that are judged together, an agency at a time, and says how they stand to each
/// other: what rules across agencies go by.
class YearComparison {
 public:
  /// The means outlive it.
  /// Errors  those of `load_library`.
  [[nodiscard]] static Result<YearComparison> make(const JudgingMeans& means);

  void add(std::span<const Indicator> rows, const ReviewFacts& facts);

  /// Facts that hold `copies` and `costs` alone.
  [[nodiscard]] ReviewFacts found() &&;

 private:
  YearComparison(const JudgingMeans& means, const std::vector<LibraryIndicator>& library)
      : means_(means), finder_({means.vocabulary.measures, library}) {}

  /// What a copy is said of.
  struct Seen {
    std::size_t project{};
    std::string name;
    std::string target;
  };

  JudgingMeans means_;
  similarity::DuplicateFinder finder_;
  std::map<ProjectOf, std::size_t> numbers_{};
  std::vector<ProjectOf> projects_{};
  std::vector<Seen> rows_{};
  std::vector<rules::ProjectCost> costs_{};
};

/// How the costs of outputs lie among the rows of one document.
[[nodiscard]] std::vector<OutputCosts> costs_within(std::span<const Indicator> rows,
                                                    const ReviewFacts& facts,
                                                    const packs::RulePack& pack,
                                                    const Vocabulary& vocabulary);

/// Gives every agency's facts the copies and costs that are said of its projects, in place of those
/// they have.
class FoundComparisons {
 public:
  explicit FoundComparisons(ReviewFacts found);

  void put_on(ReviewFacts& facts, const std::string& agency) const;

 private:
  std::map<std::string, ReviewFacts> by_agency_{};
};

}  // namespace jiheng::app
