#pragma once

#include <string>
#include <vector>

#include "app/judged_rows.h"
#include "app/reading.h"
#include "app/review.h"
#include "domain/score.h"
#include "scoring/scheme.h"

namespace jiheng::app {

/// A document, scored anew.
struct Scoring {
  std::string source;
  std::string title{};
  std::string profile{};  // its title
  report::JudgedBy by{};  // its findings
  std::vector<Indicator> rows{};
  std::vector<ProjectScore> projects{};
  std::vector<Finding> findings{};  // of the rules about self-evaluation
  std::vector<Execution> executions{};
  std::vector<FiledTotal> totals{};
};

/// What a scored document comes to, for a summary.
struct ScoringCounts {
  std::size_t projects{};
  std::size_t scored{};  // indicators
  std::size_t unscored{};
  std::size_t differences{};  // filed scores that are not the computed ones

  void add(const Scoring& scoring);
};

/// A profile made ready, with derivations. Both outlive it.
/// Errors  invalid_input `packs.unknown_condition` at "path:line".
[[nodiscard]] Result<scoring::Scheme> scheme_of(const packs::ScoringProfile& profile,
                                                const Vocabulary& vocabulary);

/// Scores the rows of a reading and reviews them by the rules about self-evaluation.
[[nodiscard]] Scoring score_reading(Reading reading, const JudgingMeans& means);

/// What stands before the first document: the CSV header, or nothing.
[[nodiscard]] std::string score_header(ReviewFormat format);

/// One document as text, csv or json.
[[nodiscard]] std::string score_lines(const Scoring& scoring, ReviewFormat format,
                                      const packs::Catalogue& catalogue, packs::Language language);

/// All documents as one workbook.
/// Errors  unavailable `report.not_written`.
[[nodiscard]] Result<std::string> score_workbook(const std::vector<Scoring>& scorings,
                                                 const packs::Catalogue& catalogue,
                                                 packs::Language language);

}  // namespace jiheng::app
