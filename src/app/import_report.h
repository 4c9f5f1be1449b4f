#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/correction.h"
#include "store/filing.h"

namespace jiheng::app {

using store::ChangedCell;
using store::ConflictingCell;
using store::Counts;
using store::FilingOutcome;
using store::NamedRow;

/// "new", "new_version", "same_document".
[[nodiscard]] std::string_view word(FilingOutcome outcome);
[[nodiscard]] std::optional<FilingOutcome> filing_outcome_from_word(std::string_view text);

/// A row that became no indicator, or a doubtful one. `fate` is intake's word.
struct ReportNote {
  std::string place{};
  int line{};
  std::string fate{};
  Text reason{};
  std::string text{};
};

struct ReportTable {
  std::string table{};  // "t1"
  std::string first{};
  std::string last{};
  std::vector<std::string> columns{};
  std::int64_t indicators{};
};

/// A column of a layout; see `intake::LayoutColumn`.
struct ReportColumn {
  std::string head{};
  Column role{Column::other};
  std::int64_t correction{};
};

/// What the columns of a table were taken for; see `intake::LayoutNote`.
struct ReportLayout {
  std::string layout{};
  std::string table{};  // "t1"; "" for a head nothing was read under
  std::string place{};
  std::vector<ReportColumn> columns{};
};

/// A row that was read by a remembered correction.
struct ReportRemembered {
  std::int64_t correction{};
  Verdict verdict{};
  std::string place{};
  std::string text{};
};

struct ReportAgency {
  std::string name{};
  std::int64_t projects{};
  std::int64_t indicators{};
};

struct ReportNotice {
  Text message{};
  std::string place{};
};

/// Against the version before; on a first filing everything is new.
///
/// Shape   `added_rows` is empty where nothing was held before: all rows are new. Reports kept by
///         older programs name no rows.
struct ReportChanges {
  std::int64_t added{};
  std::int64_t unchanged{};
  std::int64_t gone{};
  std::int64_t carried{};  // edits laid over the new version
  std::vector<ChangedCell> changed{};
  std::vector<ConflictingCell> conflicts{};
  std::vector<NamedRow> added_rows{};
  std::vector<NamedRow> gone_rows{};
};

/// What reading a document gave and what filing it did or would do: the schema ImportReport of
/// api/openapi.yaml in values of the domain. Sentences are made from it in the reader's language.
///
/// Shape   `id` (of the filing version) and `document_id` are empty on a dry run of something new;
///         `version` counts from 1; `preview` holds the first 200 rows as read, `doubts` the first
///         200 in doubt. `agency` is the one the caller named for rows without one; `remembered`
///         counts the rows read by a correction, their own or of one of their columns.
struct ImportReport {
  std::optional<std::int64_t> id{};
  std::optional<std::int64_t> document_id{};
  bool dry_run{};
  FilingOutcome outcome{};
  int version{1};
  std::string name{};
  std::string hash{};      // SHA-256 of the bytes
  std::string format{};    // "text", "csv", "tsv"
  std::string encoding{};  // "utf-8", "gb18030", …
  std::string title{};
  std::string frame{};  // id of the one it is written in, "" where none is told
  int year{};
  std::string region{};
  std::string form{};
  std::string agency{};
  std::int64_t pages{};
  std::int64_t rows{};
  std::int64_t projects{};
  std::int64_t indicators{};
  std::int64_t repeated{};
  std::int64_t doubtful{};
  std::int64_t unread{};
  std::int64_t remembered{};
  std::vector<ReportAgency> agencies{};  // document order
  std::map<Repair, std::int64_t> repairs{};
  std::vector<ReportTable> tables{};
  std::vector<ReportLayout> layouts{};
  std::vector<ReportRemembered> remembered_rows{};
  std::vector<DoubtfulRow> doubts{};
  std::vector<ReportNote> notes{};
  std::vector<ReportNotice> notices{};
  Counts findings{};
  std::vector<Indicator> preview{};
  ReportChanges changes{};
};

/// How many rows `preview` and `doubts` keep.
inline constexpr std::size_t kPreviewRows = 200;

/// The outcome in one sentence: "已导入 147 条指标，跳过 8 条重复行，0 条未读懂".
[[nodiscard]] Text sentence_of(const ImportReport& report);
[[nodiscard]] Text sentence_of(const store::Import& import);

/// The report as the database keeps it: JSON with text keys instead of sentences, so that it can
/// be read in either language later. `preview`, `doubts`, `dry_run`, `pages` and the ids are not
/// kept.
[[nodiscard]] std::string stored_form(const ImportReport& report);

/// The inverse of `stored_form`.
/// Errors  unavailable `filing.report_unreadable`: the database holds something else.
[[nodiscard]] Result<ImportReport> from_stored_form(std::string_view text);

}  // namespace jiheng::app
