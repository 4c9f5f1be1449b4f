#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "domain/column.h"
#include "intake/table.h"

namespace jiheng::intake {

/// Under what corrections of a table's rows are remembered; worked out when the first is asked for,
/// because few tables need any.
class RowKeys {
 public:
  /// The layout of the table outlives this.
  explicit RowKeys(const std::string& layout) : layout_(layout) {}

  /// Goes on to the next row of the table, its merged cells filled.
  void add(const TableRow& row);

  /// The key of the row added last. As `Indicator::row_key`: the table's layout, and the row's
  /// folded cells from the agency to the points, without blanks and case, with how many such rows
  /// stand above it. What a unit reports later (完成值, 得分, 原因) is no part of it.
  [[nodiscard]] std::string of_last();

 private:
  static constexpr std::array kColumns{Column::agency, Column::project, Column::level1,
                                       Column::level2, Column::name,    Column::comparator,
                                       Column::target, Column::measure, Column::points};

  using Cells = std::array<std::string, kColumns.size()>;

  void count_kept();
  void count(const Cells& cells);

  const std::string& layout_;
  bool asked_{};
  /// The rows until the first is asked for: of each cell 0 where it is that of the row above, else
  /// one more than its length in base 128, and its bytes.
  std::string kept_{};
  Cells last_{};
  std::string key_{};                                    // of the row added last, once asked for
  std::unordered_map<std::string, std::size_t> seen_{};  // rows by the key of the first like them
};

}  // namespace jiheng::intake
