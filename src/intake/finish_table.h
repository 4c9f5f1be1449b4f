#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "domain/vocabulary.h"
#include "intake/cut_kinds.h"
#include "intake/indicator_rows.h"
#include "intake/intake.h"
#include "intake/knowledge.h"
#include "intake/repeats.h"
#include "intake/row_account.h"
#include "intake/table.h"

namespace jiheng::intake {

/// Makes a table's rows indicators, as soon as nothing that follows can change them: drops
/// reprinted blocks, carries parents down, types targets, and reads the rows a person has looked at
/// as that person said. Adds the blank kinds and the table's note to the intake.
class TableFinish {
 public:
  /// The table, whose layout is known, and everything else outlive this.
  TableFinish(Table& table, const Knowledge& knowledge, const Outcome& outcome);

  /// Takes the rows out of the table; those that are settled are finished.
  void take_rows() {
    finish_rows(false);
  }

  /// Finishes the table with the rows it holds, once.
  void end();

  /// The order of the first row that is not finished; nothing when all are.
  [[nodiscard]] std::optional<std::size_t> first_order() const;

 private:
  static constexpr std::array kParents{Column::agency, Column::project, Column::level1,
                                       Column::level2};

  void finish_rows(bool end);
  void drop_repeats(bool end);
  void finish(TableRow& row);
  void fill_down(TableRow& row);
  void add_secrecy(const TableRow& row);
  void add_blank_kind(const TableRow& row);

  Table& table_;
  const Vocabulary& vocabulary_;
  const Outcome& outcome_;
  Repeats repeats_{};
  std::deque<TableRow> unsettled_{};  // may be repeats
  CutKinds cut_kinds_;
  IndicatorRows rows_;
  std::array<bool, kParents.size()> has_{};  // the table has the column
  std::array<std::string, kParents.size()> above_{};
  std::array<std::vector<Box>, kParents.size()> boxes_above_{};
  std::vector<SecrecyMark> secrecy_{};
};

}  // namespace jiheng::intake
