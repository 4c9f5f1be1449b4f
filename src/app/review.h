#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/exporting.h"
#include "app/judged_rows.h"
#include "app/reading.h"
#include "app/workspace.h"
#include "domain/approved_version.h"
#include "domain/finding.h"
#include "packs/library.h"
#include "report/review_rows.h"

namespace jiheng::app {

/// A document or a year of the database, judged.
///
/// Shape   `edited`, `sources` and `source_of` as in `report::ReviewedRows`.
struct Review {
  std::string source;
  std::string title{};
  bool edited{};
  std::vector<report::RowSource> sources{};
  std::vector<std::size_t> source_of{};
  report::JudgedBy by{};
  std::vector<Text> judged_by{};  // the same in words
  std::vector<Indicator> rows{};
  std::vector<Finding> findings{};     // those that stand
  std::size_t set_aside{};             // by waivers
  std::optional<HeldProjects> held{};  // where there is anything approved to hold them against
};

/// How many findings of each severity.
struct SeverityCounts {
  std::size_t errors{};
  std::size_t warnings{};
  std::size_t hints{};

  void add(const std::vector<Finding>& findings);
};

enum class ReviewFormat { text, csv, json, xlsx };

/// Judges the rows of a reading, held against the approved version where there is one.
[[nodiscard]] Review review_reading(Reading reading, const JudgingMeans& means,
                                    const std::vector<ApprovedRow>& approved = {});

/// Judges what the database holds for a year, edits included, by a pack, "" by the one the year is
/// judged by; writes nothing.
/// Errors  not_found `review.no_rows`, `packs.no_rule_pack`; those of `pack_of`.
[[nodiscard]] Result<Review> review_year(const Workspace& workspace, int year,
                                         std::optional<std::int64_t> agency, std::string_view pack);

/// The findings the database keeps of the projects a list of projects shows: those of the filter's
/// rule and severity where it names them, without those set aside; `rows` are the rows they are
/// about. Judges nothing.
/// Errors  those of `pack_of` and of listing projects.
[[nodiscard]] Result<Review> kept_review(const Workspace& workspace, store::ProjectFilter filter);

/// The same as a file: the columns of a review.
/// Errors  invalid_input `review.file_format` for text; those of `kept_review`.
[[nodiscard]] Result<ExportedFile> findings_file(const Workspace& workspace,
                                                 store::ProjectFilter filter, ReviewFormat format,
                                                 packs::Language language);

/// The documents that hold rows of a year, in the order of their ids.
class YearSources {
 public:
  /// Errors  unavailable when the database is away.
  [[nodiscard]] static Result<YearSources> load(const Workspace& workspace,
                                                const std::string& region, int year);

  /// Notes in the review that its next row is of this document.
  void add(std::int64_t document_id, Review& review) const;

 private:
  std::vector<store::FiledDocument> documents_{};
};

/// What stands before the first review: the CSV header, for spreadsheets behind a BOM, or nothing.
[[nodiscard]] std::string review_header(ReviewFormat format, report::CsvFor reader);

/// One review as text, csv or json.
[[nodiscard]] std::string review_lines(const Review& review, ReviewFormat format,
                                       const packs::Catalogue& catalogue, packs::Language language,
                                       report::CsvFor reader = report::CsvFor::scripts);

/// All reviews as one workbook: each table with its findings, and a list of all findings.
/// Errors  unavailable `report.not_written`.
[[nodiscard]] Result<std::string> review_workbook(const std::vector<Review>& reviews,
                                                  const packs::Catalogue& catalogue,
                                                  packs::Language language);

}  // namespace jiheng::app
