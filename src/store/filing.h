#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/finding.h"
#include "domain/indicator.h"
#include "domain/project.h"
#include "domain/review_facts.h"

namespace jiheng::store {

/// How many findings of each severity.
struct Counts {
  std::int64_t error{};
  std::int64_t warning{};
  std::int64_t hint{};

  friend bool operator==(const Counts&, const Counts&) = default;
};

/// Types a row anew after an edit was laid over it: sets `typed` and `measured` from comparator,
/// target and measure, which are folded.
using Retype = std::function<void(Indicator& row)>;

/// The findings of rows; `Finding::row` indexes them. The facts name the year.
using Review = std::function<Result<std::vector<Finding>>(std::span<const Indicator> rows,
                                                          const ReviewFacts& facts)>;

/// What the store needs of the layers above while it writes. Called inside the transaction; they
/// must not call the store. Without `review` there are no findings.
struct Hooks {
  Retype retype{};
  Review review{};
};

/// Who looks on while the agencies of a year are gone through: may stop it, and hears how many are
/// done.
struct YearWatch {
  std::stop_token stop{};
  std::function<void(std::size_t done, std::size_t all)> told{};
};

enum class FilingOutcome : std::uint8_t { new_filing, new_version, same_document };

/// A cell the new version says differently; folded values.
struct ChangedCell {
  std::string agency;
  std::string project;
  std::string name;
  Field field{};
  std::string before;
  std::string after;

  friend bool operator==(const ChangedCell&, const ChangedCell&) = default;
};

/// A row that is new, or that the new version no longer has; folded values. `document_id` is the
/// document `place` is in, 0 for the one that is being filed.
struct NamedRow {
  std::string agency;
  std::string project;
  std::string name;
  std::string place;  // as reports write it: "Sheet1!E7"
  std::int64_t document_id{};

  friend bool operator==(const NamedRow&, const NamedRow&) = default;
};

/// An edit that is not carried forward: `filed` is what the cell under it says now ("" when the
/// row is gone), `edited` what the edit says.
struct ConflictingCell {
  std::string agency;
  std::string project;
  std::string name;
  Field field{};
  std::string filed;
  std::string edited;

  friend bool operator==(const ConflictingCell&, const ConflictingCell&) = default;
};

/// What filing a document did or would do, against the rows that were current before.
///
/// Shape   ids are 0 on a dry run of something new; with `same_document` they are those of the
///         version it is, and nothing was changed; `superseded` where none of its rows counts any
///         more. `carried` counts edited cells.
struct FilingResult {
  FilingOutcome outcome{};
  bool superseded{};
  int version{1};
  std::int64_t version_id{};
  std::int64_t document_id{};
  std::int64_t added{};
  std::int64_t unchanged{};
  std::int64_t gone{};
  std::int64_t carried{};
  std::int64_t reported{};             // rows of forms of what was reached, behind an approval
  std::vector<ChangedCell> changed{};  // document order
  std::vector<ConflictingCell> conflicts{};
  std::vector<NamedRow> added_rows{};    // document order
  std::vector<NamedRow> gone_rows{};     // as they were filed
  Counts findings{};                     // when `Hooks::review` is there
  std::vector<std::int64_t> projects{};  // ids of the document's projects, document order
};

/// One document with its rows, to be filed.
///
/// Shape   `region` nine digits; `form` not empty; `document_bytes` lives until the call returns.
///         `agency` stands for rows that name none. `agencies` says what else is known of agencies
///         (code, parent), found by name. Rows in document order, folded and typed.
struct FilingRequest {
  std::string region;
  int year{};
  std::string form;
  std::string title{};
  std::string document_hash;
  std::string document_name;
  std::string document_format;
  std::string document_encoding{};
  std::string_view document_bytes;
  std::string agency{};
  std::vector<Agency> agencies{};
  std::span<const Indicator> indicators;
  ReviewFacts facts{};  // what stands around the rows
  bool approved{};      // the approved version (批复) of its projects, from now on
  std::int64_t repeated{};
  std::int64_t doubtful{};
  std::int64_t unread{};
  std::string pack_id{};
  std::int64_t pack_version{};
  std::string corrections{};  // SHA-256 of the ids of those the document was read by, "" for none
  bool again{};               // a document whose rows no longer count becomes the next version
  /// Makes the report to keep with the version, when everything else is known.
  std::function<std::string(const FilingResult& result)> report{};
};

/// One filing version, as the list of imports shows it.
struct Import {
  std::int64_t id{};  // of the version
  std::int64_t filing_id{};
  std::int64_t document_id{};
  std::string name;  // of the document
  std::string title;
  int year{};
  std::string region;
  std::string form;
  int version{};
  std::int64_t at_ms{};
  std::int64_t indicators{};
  std::int64_t repeated{};
  std::int64_t doubtful{};
  std::int64_t unread{};
  std::string pack_id;
  std::int64_t pack_version{};
};

/// The same with the report that was kept.
struct ImportWithReport {
  Import import;
  std::string report;
};

/// A stored document.
struct StoredDocument {
  std::int64_t id{};
  std::string hash;
  std::string name;
  std::string format;
  std::string encoding;
  std::string bytes;
};

/// A current row in a document that has lines; `first` … `last` are the lines it takes.
struct RowLines {
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  std::string name;
  int first{};
  int last{};
};

/// A current row and where a document filed it.
struct PlacedRow {
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  std::string name;
  Place place{};
  std::vector<CellBox> boxes{};
};

}  // namespace jiheng::store
