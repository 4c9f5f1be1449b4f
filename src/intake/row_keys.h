#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/table.h"

namespace jiheng::intake {

/// Under what corrections of a table's rows are remembered; worked out when the first is asked for,
/// because few tables need any.
class RowKeys {
 public:
  /// The table, its merged cells filled, outlives this.
  explicit RowKeys(const Table& table) : table_(table) {}

  /// As `Indicator::row_key`: the table's layout, and the row's folded cells from the agency to the
  /// points, without blanks and case, with how many such rows stand above it. What a unit reports
  /// later (完成值, 得分, 原因) is no part of it.
  [[nodiscard]] const std::string& of(std::size_t row);

 private:
  const Table& table_;
  std::vector<std::string> keys_{};
};

}  // namespace jiheng::intake
