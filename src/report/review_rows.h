#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/finding.h"
#include "packs/library.h"
#include "report/csv.h"

namespace jiheng::report {

/// By what a document was judged, as data: the ids of the rule pack and of the frame its rows are
/// written in, "" where none fits them.
struct JudgedBy {
  std::string pack{};
  int version{};
  std::string frame{};
};

/// A document rows come from, and the id of the frame it is written in, "" where none fits it.
struct RowSource {
  std::string document{};
  std::string frame{};
};

/// A reviewed document: its rows and what was found in them (`Finding::row` indexes `rows`).
///
/// Shape   `judged_by` says the same as `by`, in words. Rows of several documents: `source_of`
///         indexes `sources`, row by row; both are empty where all rows are of `source`. `edited`
///         where rows may show something else than was filed.
struct ReviewedRows {
  std::string source;
  std::string title{};
  bool edited{};
  std::span<const RowSource> sources{};
  std::span<const std::size_t> source_of{};
  JudgedBy by{};
  std::vector<Text> judged_by{};
  std::span<const Indicator> rows{};
  std::span<const Finding> findings{};

  /// The document and the frame of a row.
  [[nodiscard]] RowSource origin_of(std::size_t row) const {
    return sources.empty() ? RowSource{source, by.frame} : sources[source_of[row]];
  }
};

/// In which words a review is written.
struct ReviewWords {
  const packs::Catalogue& catalogue;
  packs::Language language{};
};

/// The columns of `jiheng review --format csv`. Scripts rely on them.
/// Source  docs/formats/review.md
[[nodiscard]] std::string review_csv_header();
[[nodiscard]] std::string review_csv(const ReviewedRows& reviewed, const ReviewWords& words,
                                     CsvFor reader = CsvFor::scripts);

/// One finding a line of JSON: the names of the CSV and the suggestion as changes.
[[nodiscard]] std::string review_json(const ReviewedRows& reviewed, const ReviewWords& words);

/// For a terminal: grouped by agency and project, one finding a paragraph.
[[nodiscard]] std::string review_text(const ReviewedRows& reviewed, const ReviewWords& words);

/// The filed table with findings as comments of their cells, and a sheet that lists them.
[[nodiscard]] Result<std::string> review_xlsx(std::span<const ReviewedRows> reviewed,
                                              const ReviewWords& words);

}  // namespace jiheng::report
