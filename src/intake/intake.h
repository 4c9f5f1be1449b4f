#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "domain/correction.h"
#include "domain/indicator.h"
#include "domain/project.h"
#include "domain/score.h"
#include "domain/vocabulary.h"

namespace jiheng::intake {

/// What became of one non-empty row that gave no indicator, or gave a doubtful one.
enum class RowFate {
  repeated,
  doubtful,
  unread,
  head,
  title,
  note,
  form,      // read as something of the form around the table: project, goal, funding
  mid_term,  // a mid-term target: read, but no indicator of the year
};

[[nodiscard]] std::string_view word(RowFate fate);

/// Shape   `reason` is a key of the text catalogue; `text` the row as it stands, cut at 200
///         characters.
struct RowNote {
  Place place;
  RowFate fate{};
  Text reason;
  std::string text;
};

/// One table found in the document: t1, t2, …
struct TableNote {
  int number{};  // from 1
  Place first;
  Place last;
  std::vector<std::string> columns{};  // extract's column names, in order; "" = not understood
  std::size_t indicators{};
};

/// One column of a layout.
///
/// Shape   `head` the texts over it from top to bottom, with " / " between; `role` what it is read
///         as, `other` for nothing; `correction` the id of the remembered one that said so, or 0.
struct LayoutColumn {
  std::string head{};
  Column role{Column::other};
  std::int64_t correction{};
};

/// The layout of a table, or of a head that lacks a column so that nothing below it was read.
///
/// Shape   `table` is the table's number (t1: 1), 0 for such a head. Without columns in running
///         text.
struct LayoutNote {
  std::string layout{};
  Place place{};
  int table{};
  std::vector<LayoutColumn> columns{};
};

/// A row that was read as a person once said.
struct RememberedRow {
  std::int64_t correction{};
  Verdict verdict{};
  Place place{};
  std::string text{};
};

/// Accounts for every non-empty row of the document.
///
/// Shape   `remembered` counts the rows read by a correction, their own or one of their columns.
struct IntakeReport {
  std::size_t rows{};  // non-empty rows
  std::size_t repeated{};
  std::size_t doubtful{};
  std::size_t unread{};
  std::size_t mid_term{};
  std::size_t remembered{};
  std::map<Repair, std::size_t> repairs{};
  std::vector<TableNote> tables{};
  std::vector<LayoutNote> layouts{};
  std::vector<RememberedRow> remembered_rows{};
  std::vector<RowNote> notes{};
  std::vector<document::Notice> notices{};
};

/// 指标类别 that a table lists and leaves blank: no indicator, but said not to be there.
struct BlankKind {
  Place place;
  std::string agency;
  std::string project;
  std::string level1;
  std::string level2;
};

/// 表 as read: indicators in document order, and the report.
///
/// Shape   `disclosed` where the document is one that is shown to the public: a 表11, or 公开 in
/// its
///         title, and no application (申报); `approved` where its title says 批复.
struct Intake {
  std::string title{};        // "2022年市级部门预算财政拨款项目支出预算表"
  std::string form{};         // "table11" where the document says 表11, else ""
  std::optional<int> year{};  // from title or running head, never from a cell
  bool disclosed{};
  bool approved{};
  std::vector<Indicator> indicators{};
  std::vector<BlankKind> blank_kinds{};
  std::vector<ProjectRecord> projects{};
  std::vector<Goal> goals{};
  std::vector<EvaluationText> evaluation_texts{};
  std::vector<Funding> funding{};
  std::vector<Execution> executions{};
  std::vector<FiledTotal> totals{};
  std::vector<SecrecyMark> secrecy{};
  IntakeReport report{};
};

/// Rows out of cells: finds the tables, maps their columns by head words and by the shape of
/// values, drops reprinted blocks, fills merged parents down, types every target. Never stops at a
/// wrong row. A document without any table gives no indicators and says so in the report. What is
/// remembered of such tables goes before what their heads and cells say.
[[nodiscard]] Intake read_rows(const document::Document& document, const Vocabulary& vocabulary,
                               const Corrections& corrections = {});

}  // namespace jiheng::intake
