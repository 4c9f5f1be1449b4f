#pragma once

#include <cstdint>
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

/// Which rows are a reprint of the table's first rows (print titles set over too many rows).
///
/// A block equal, row for row and in order, to the first k rows is a repeat when it follows a
/// mark, or when the same block was already dropped at two such places; otherwise it is kept, with
/// doubt.
/// Source  surface.md "Repeated rows".
[[nodiscard]] std::vector<Repeat> find_repeats(const std::vector<RepeatRow>& rows);

}  // namespace jiheng::intake
