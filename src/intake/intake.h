#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "domain/indicator.h"
#include "domain/project.h"
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

/// Accounts for every non-empty row of the document.
struct IntakeReport {
  std::size_t rows{};  // non-empty rows
  std::size_t repeated{};
  std::size_t doubtful{};
  std::size_t unread{};
  std::size_t mid_term{};
  std::map<Repair, std::size_t> repairs{};
  std::vector<TableNote> tables{};
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
struct Intake {
  std::string title{};        // "2022年市级部门预算财政拨款项目支出预算表"
  std::string form{};         // "table11" where the document says 表11, else ""
  std::optional<int> year{};  // from title or running head, never from a cell
  std::vector<Indicator> indicators{};
  std::vector<BlankKind> blank_kinds{};
  std::vector<ProjectRecord> projects{};
  std::vector<Goal> goals{};
  std::vector<Funding> funding{};
  IntakeReport report{};
};

/// Rows out of cells: finds the tables, maps their columns by head words and by the shape of
/// values, drops reprinted blocks, fills merged parents down, types every target. Never stops at a
/// wrong row. A document without any table gives no indicators and says so in the report.
[[nodiscard]] Intake read_rows(const document::Document& document, const Vocabulary& vocabulary);

}  // namespace jiheng::intake
