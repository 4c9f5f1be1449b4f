#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/correction.h"
#include "store/filing.h"

namespace jiheng::store {

/// What a person says of a column or a row, and what that person saw.
///
/// Shape   `subject` is the row's key, or the layout, "/" and the column's number from 0.
///         Of a column: `head` its texts, the roles it had and has; of a row: `before` what was
///         read, `after` what it reads now (confirmed: the same; rejected: nothing), `row_text` and
///         `place` in the document. `after` is folded.
struct NewCorrection {
  Verdict verdict{};
  std::string layout;
  std::string subject;
  std::string head{};
  Column role_before{Column::other};
  Column role_after{Column::other};
  std::vector<RowReading> before{};
  std::vector<RowReading> after{};
  std::string document_name{};
  std::string document_hash{};
  std::string place{};
  std::string row_text{};
  std::string author{};
};

enum class CorrectionEnd : std::uint8_t { replaced, taken_back };

[[nodiscard]] std::string_view word(CorrectionEnd end);

/// A remembered correction. While it lives it is read by; afterwards it stays as history.
///
/// Shape   `document_id` is that of the document it was made in, 0 when it is not stored (yet).
struct Correction {
  std::int64_t id{};
  NewCorrection said{};
  std::int64_t document_id{};
  std::int64_t at_ms{};
  std::optional<CorrectionEnd> ended{};  // nothing while it lives
  std::string ended_by{};
  std::int64_t ended_at_ms{};
};

/// Shape   empty members filter nothing.
struct CorrectionFilter {
  std::string region{};
  std::optional<Verdict> verdict{};
  std::optional<bool> living{};
  std::string subject{};
  std::string document_hash{};
  std::string words{};  // in the head, the row's text or the document's name
};

/// Shape   `document` 0 for all of the year; with a document `year` may be 0.
struct DoubtFilter {
  std::string region{};
  int year{};
  std::int64_t document{};
  std::optional<Doubt> reason{};
};

/// A row in doubt that no living correction speaks of.
///
/// Shape   the ids are the first reading's; `version_id` is the import that holds the row.
struct StoredDoubt {
  std::int64_t document_id{};
  std::string document_name{};
  std::int64_t version_id{};
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  DoubtfulRow row{};
};

/// A document to be read anew: some of its doubtful rows have been decided since it was filed, or
/// it was filed before doubtful rows were kept for the queue.
struct WaitingDocument {
  std::int64_t document_id{};
  std::string name{};
  std::int64_t rows{};
};

/// The column's number behind the "/" of a subject.
[[nodiscard]] std::size_t column_of(std::string_view subject);

/// What a queue holds: rows by reason, in the order of Doubt, and what waits to be read anew.
struct DoubtCounts {
  std::vector<std::pair<Doubt, std::int64_t>> reasons{};
  std::vector<WaitingDocument> waiting{};
};

}  // namespace jiheng::store
