#pragma once

#include <cstddef>
#include <vector>

#include "intake/finish_table.h"
#include "intake/row_keys.h"

namespace jiheng::intake {

/// Reads the rows of one table, by their cells and by what is remembered of them.
class IndicatorRows {
 public:
  /// The table, its merged cells filled, and everything else outlive this.
  IndicatorRows(const Table& table, const Knowledge& knowledge, Intake& intake,
                RowAccount& account);

  /// Adds what one row says to the intake, and accounts for it.
  void add(std::size_t index);

 private:
  const Table& table_;
  const Knowledge& knowledge_;
  Intake& intake_;
  RowAccount& account_;
  RowKeys keys_;
  bool looked_up_;
  std::vector<Indicator> rows_{};  // of the row being read
};

}  // namespace jiheng::intake
