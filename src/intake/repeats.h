#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace jiheng::intake {

/// A row as the search for reprinted blocks sees it.
///
/// Shape   `key` is equal for equal rows; `after_mark` says that a form feed, a page start or a
///         repeated head stands right before it.
struct RepeatRow {
  std::string key;
  bool after_mark{};
};

enum class Repeat : std::uint8_t { no, dropped, doubtful };

/// Tells which rows are a reprint of the table's first rows (print titles set over too many rows),
/// while they come in.
///
/// A block equal, row for row and in order, to the first k rows is a repeat when it follows a
/// mark, or when the same block was already dropped at two such places; otherwise it is kept, with
/// doubt.
/// Source  surface.md "Repeated rows".
class Repeats {
 public:
  void add(RepeatRow row);

  /// What the rows are that no further row can change, or at the `end` all of them; each is told
  /// once, in order.
  [[nodiscard]] std::vector<Repeat> settle(bool end);

 private:
  [[nodiscard]] std::size_t equal_rows() const;
  [[nodiscard]] Repeat judge(std::size_t& count);

  std::vector<RepeatRow> first_{};  // of the table, as many as a block may hold
  std::deque<RepeatRow> rows_{};    // not settled
  std::size_t settled_{};
  std::map<std::size_t, int> places_by_length_{};  // of dropped blocks
};

}  // namespace jiheng::intake
