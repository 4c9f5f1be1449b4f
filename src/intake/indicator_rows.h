#pragma once

#include <cstddef>
#include <vector>

#include "intake/knowledge.h"
#include "intake/row_keys.h"
#include "intake/table.h"

namespace jiheng::intake {

/// Reads the rows of one table, by their cells and by what is remembered of them.
class IndicatorRows {
 public:
  /// The table and everything else outlive this.
  IndicatorRows(const Table& table, const Knowledge& knowledge, const Outcome& outcome);

  /// Goes on to the next row of the table, its merged cells filled, whatever it is used for.
  void go_to(const TableRow& row) {
    if (keyed_ || looked_up_) {
      keys_.add(row);
    }
  }

  /// Gives what the row gone to says to the outcome, and accounts for it.
  void read(const TableRow& row);

  /// How many indicators the rows gave.
  [[nodiscard]] std::size_t count() const {
    return count_;
  }

 private:
  const Table& table_;
  const Knowledge& knowledge_;
  const Outcome& outcome_;
  RowKeys keys_;
  bool keyed_;      // indicators are given their key
  bool looked_up_;  // among what is remembered
  std::size_t count_{};
  std::vector<Indicator> rows_{};  // of the row being read
};

}  // namespace jiheng::intake
