#pragma once

#include <span>
#include <string>

#include "domain/score.h"
#include "report/review_rows.h"

namespace jiheng::report {

/// A scored document: its rows, its projects' scores (`ProjectScore::rows` indexes `rows`), and
/// what the rules of self-evaluation found.
struct ScoredRows {
  std::string source;
  std::string title{};
  std::string profile{};  // its title
  JudgedBy by{};          // its findings
  std::span<const Indicator> rows{};
  std::span<const ProjectScore> projects{};
  std::span<const Finding> findings{};
  std::span<const Execution> executions{};
  std::span<const FiledTotal> totals{};
};

/// The columns of `jiheng score --format csv`. Scripts rely on them.
/// Source  docs/formats/score.md
[[nodiscard]] std::string score_csv_header();
/// One line an indicator, one for the execution of the budget (EXECUTION), one for the project
/// (TOTAL).
[[nodiscard]] std::string score_csv(const ScoredRows& scored, const ReviewWords& words);

/// The same lines as JSON, with the steps of each derivation as data, and the findings.
[[nodiscard]] std::string score_json(const ScoredRows& scored, const ReviewWords& words);

/// For a terminal: grouped by project, each score with its derivation, differences marked.
[[nodiscard]] std::string score_text(const ScoredRows& scored, const ReviewWords& words);

/// One sheet a document in the columns of a self-evaluation, computed beside filed scores, and a
/// sheet of findings.
/// Errors  unavailable `report.not_written`.
[[nodiscard]] Result<std::string> score_xlsx(std::span<const ScoredRows> scored,
                                             const ReviewWords& words);

}  // namespace jiheng::report
