#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/project.h"
#include "domain/project_money.h"
#include "domain/reported.h"

// Documents that say what became of targets: a filed 自评表 or 监控表, a workbook of our own that
// was filled, a plain list. They are read, not filed: what they say is kept as statements.
namespace jiheng::app {

/// Shape   `agency` stands for rows that name none; `project` 0, or the id of the one project the
///         document may speak of. `filed` for a form that was filed with somebody, else it is a
///         workbook that was sent in.
struct ReportedRequest {
  std::string name;
  std::string_view bytes;
  int year{};
  std::optional<Date> day{};  // 31 December of the year without it
  std::string agency{};
  std::int64_t project{};
  std::string profile{};
  bool filed{};
  bool dry_run{};
  std::stop_token stop{};
};

enum class RowMatch : std::uint8_t { matched, no_project, no_indicator, ambiguous };

[[nodiscard]] std::string_view word(RowMatch match);

/// What a document says differently from what is known.
enum class ReportedField : std::uint8_t { value, points, score, reason };

[[nodiscard]] std::string_view word(ReportedField field);

/// `place` is that of the cell that says `after`.
struct ReportedChange {
  ReportedField field{};
  std::string before{};
  std::string after{};
  std::string place{};
};

/// A row of the document.
///
/// Shape   `blank` where it has no actual value: blank is not 0, nothing is kept. `target` and
///         `current_target` differ where the document was made for another target. `other_score`
///         is a stated score that is not the computed one: told, and not kept, for what is computed
///         no document says. A person's judgement of a level is a change.
struct ReportedRow {
  std::string place{};
  std::string agency{};
  std::string project{};
  std::string name{};
  RowMatch match{};
  std::int64_t project_id{};
  std::int64_t indicator_id{};
  bool blank{};
  std::string target{};
  std::string current_target{};
  std::vector<ReportedChange> changes{};
  std::optional<ReportedChange> other_score{};
};

/// A project's money as the document says it, where that is news.
struct ReportedMoney {
  std::int64_t project_id{};
  std::string project{};
  ProjectMoney before{};
  ProjectMoney after{};
};

/// A cell of the money block that no amount is read from; nothing is kept of it.
struct UnreadMoney {
  std::int64_t project_id{};
  std::string project{};
  std::string source{};  // "" for the total
  std::string column{};
  std::string text{};
  std::string place{};
};

/// A text about a project as the document says it, where that is news.
struct ReportedText {
  std::int64_t project_id{};
  std::string project{};
  EvaluationPart part{};
  std::string before{};
  std::string after{};
  std::string place{};
};

/// Shape   counts of rows. `matched` is `changed` (those with a change), `blank` (no actual value,
///         and nothing else new) and `same` (what is known) together; `other_target` counts some of
///         them once more.
struct ReportedDocument {
  std::string name;
  std::string hash{};
  std::string format{};
  std::string title{};
  int year{};
  Date day{};
  bool dry_run{};
  std::vector<ReportedRow> rows{};
  std::vector<ReportedMoney> moneys{};
  std::vector<UnreadMoney> unread_moneys{};
  std::vector<ReportedText> texts{};
  std::size_t matched{};
  std::size_t changed{};
  std::size_t same{};
  std::size_t blank{};
  std::size_t other_target{};
  std::size_t unmatched{};
  std::size_t ambiguous{};
};

/// Reads a document and keeps what it says anew, all or nothing.
/// Errors  invalid_input `filing.is_archive`, `actuals.no_rows` (where: the name); those of
///         `app::read_document`.
[[nodiscard]] Result<ReportedDocument> report_document(const Workspace& workspace,
                                                       const ReportedRequest& asked);

}  // namespace jiheng::app
