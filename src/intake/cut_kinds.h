#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "domain/frame.h"
#include "intake/table.h"

namespace jiheng::intake {

/// Joins the level cells that a page end cuts in two: some programs close a merged cell with a line
/// and print the rest of its text as if it were a cell of the next page. Only the words of the
/// frames tell: 意度 is no kind, 服务对象满意度 is one. All rows of both parts get the whole word.
///
/// The rows of one table come in order, with their cells as they stand, parents not filled down.
class CutKinds {
 public:
  /// The frames outlive this.
  explicit CutKinds(const Frames& frames) : frames_(frames) {}

  void add(TableRow row);

  /// The next row if none that follows can change it, or at the `end`.
  [[nodiscard]] std::optional<TableRow> take(bool end);

  /// The row that is taken next; nullptr where there is none.
  [[nodiscard]] const TableRow* next() const {
    return rows_.empty() ? nullptr : &rows_.front();
  }

 private:
  /// The last text of a column, blank cells below it among its rows, and what its rest becomes.
  struct Run {
    Column column{};
    std::string text{};  // "" before the first
    std::size_t first{};
    std::string rest{};   // what cells below say that belong to it, "" for nothing
    std::string whole{};  // what they say then
  };

  static void go_on(std::string& cell, Run& run);
  void join(std::string& cell, Run& run);

  const Frames& frames_;
  std::deque<TableRow> rows_{};  // not taken
  std::size_t taken_{};
  std::optional<int> page_{};  // of the row added last
  std::array<Run, 2> runs_{{{.column = Column::level1}, {.column = Column::level2}}};
};

}  // namespace jiheng::intake
