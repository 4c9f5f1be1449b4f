#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/finding.h"
#include "packs/library.h"

namespace jiheng::report {

/// By what a document was judged, as data: the ids of the rule pack and of the frame its rows are
/// written in, "" where none fits them.
struct JudgedBy {
  std::string pack{};
  int version{};
  std::string frame{};
};

/// A reviewed document: its rows and what was found in them (`Finding::row` indexes `rows`).
///
/// Shape   `judged_by` says the same as `by`, in words.
struct ReviewedRows {
  std::string source;
  std::string title{};
  JudgedBy by{};
  std::vector<Text> judged_by{};
  std::span<const Indicator> rows{};
  std::span<const Finding> findings{};
};

/// In which words a review is written.
struct ReviewWords {
  const packs::Catalogue& catalogue;
  packs::Language language{};
};

/// The columns of `jiheng review --format csv`. Scripts rely on them.
/// Source  docs/formats/review.md
[[nodiscard]] std::string review_csv_header();
[[nodiscard]] std::string review_csv(const ReviewedRows& reviewed, const ReviewWords& words);

/// One finding a line of JSON: the names of the CSV and the suggestion as changes.
[[nodiscard]] std::string review_json(const ReviewedRows& reviewed, const ReviewWords& words);

/// For a terminal: grouped by agency and project, one finding a paragraph.
[[nodiscard]] std::string review_text(const ReviewedRows& reviewed, const ReviewWords& words);

/// The filed table with findings as comments of their cells, and a sheet that lists them.
[[nodiscard]] Result<std::string> review_xlsx(std::span<const ReviewedRows> reviewed,
                                              const ReviewWords& words);

}  // namespace jiheng::report
