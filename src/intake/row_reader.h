#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/finish_table.h"
#include "intake/form_reader.h"
#include "intake/head_stack.h"
#include "intake/intake.h"
#include "intake/knowledge.h"
#include "intake/row_account.h"
#include "intake/seen_row.h"
#include "intake/table.h"
#include "intake/table_words.h"
#include "intake/transposed.h"

namespace jiheng::intake {

/// Reads the sheets of one document in order: tells heads, titles, notes and rows apart, and where
/// one table ends and the next begins.
class RowReader {
 public:
  /// All outlive this. Without a taker the indicators stay in the intake.
  RowReader(const Vocabulary& vocabulary, const Corrections& corrections,
            IndicatorTaker* taker = nullptr);

  void read_sheet(const document::Sheet& sheet);

  /// The same of a sheet whose rows are not all there yet.
  void begin_sheet(document::Layout layout);
  void add_rows(std::vector<document::Row> rows);
  void end_sheet();

  /// The whole, once; `notices` are those of the document.
  [[nodiscard]] Intake finish(const std::vector<document::Notice>& notices);

 private:
  void read_rows(std::size_t end);
  void finish_rows();
  void forget_rows();
  void take(SeenRow row);

  // Heads.
  void end_head();
  void open_table(Columns columns, const Place& first);
  void use_layout(std::string layout, const TableHead& head);
  void close_table();
  [[nodiscard]] bool same_table(const TableHead& head) const;
  [[nodiscard]] bool is_apart(const Place& head) const;
  void leave_table(const SeenRow& row);

  // What stands around tables.
  bool take_title(const SeenRow& row);
  bool take_label(const SeenRow& row);
  bool take_form(const SeenRow& row);
  bool take_transposed(const SeenRow& row);
  void read_transposed(const SeenRow& row);
  void flush_before_head();
  void flush_before_row();
  void flush_below_table();
  void take_as_title(const RowName& row);
  void heed_title(std::string_view text);
  void note_loose(const RowName& row);
  void open_headless(const SeenRow& first, Columns columns);
  bool take_lacking(const SeenRow& row);
  void note_unusable(const TableHead& head, const std::string& layout);

  // Rows.
  bool take_line(const SeenRow& row);
  bool take_broken_row(const SeenRow& row);
  bool take_cells(const SeenRow& row);
  bool reopen(const SeenRow& row);
  void add_row(TableRow row);

  Knowledge knowledge_;
  Intake intake_{};
  RowAccount account_{intake_.report};
  Outcome outcome_;
  document::Layout layout_{};
  std::vector<document::Row> window_{};    // of a sheet whose rows are not all there
  std::span<const document::Row> rows_{};  // of the sheet, those that are there
  std::size_t next_row_{};                 // of them, behind the one being read
  std::vector<std::size_t> orders_{};      // how many rows had text up to each that was read
  std::size_t last_order_{};
  HeadStack head_{};
  FormReader form_{intake_, account_};
  std::deque<TurnedTable> transposed_{};  // of this document; their rows are referred to
  std::size_t transposed_left_{};         // rows still to come of the last of them
  Table table_{};
  bool table_turned_{};  // all its rows are there
  std::optional<TableFinish> finish_{};
  bool table_open_{};
  bool head_lacks_{};  // the last head is of indicators, but without their name or target
  bool head_not_understood_{};
  bool mark_{};  // a page start, a running title or a repeated head stands before the next row
  Columns columns_before_{};     // of the last table of this sheet
  std::string layout_before_{};  // and its layout
  bool mapped_before_{};
  std::vector<SeenRow> pending_{};  // may yet be titles, notes, or rows nobody understood
  std::string title_{};
  TitleSays said_{};  // by titles above the first table
  std::set<std::string> titles_of_table_{};
  std::size_t titles_since_row_{};
};

}  // namespace jiheng::intake
