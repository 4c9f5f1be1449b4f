#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"
#include "store/query.h"

namespace jiheng::store {

/// One expression a list is sorted by. A text that may be NULL is written COALESCE(x, '').
struct SortKey {
  std::string_view expression;
  bool is_text{};
};

/// A list that goes on after the row last seen: sorted by keys that together are unique, all in
/// one direction. Its cursor holds the keys of that row, as one opaque word of [0-9a-f].
///
/// Shape   `list` names list and sort; a cursor of another list is refused.
class Keyset {
 public:
  Keyset(std::string_view list, std::vector<SortKey> keys, bool descending);

  /// The keys as columns to read, ", a, b".
  [[nodiscard]] std::string columns() const;
  /// " AND (a, b) > (?, ?)" for a cursor that is not empty.
  /// Errors  invalid_input `store.bad_cursor`.
  [[nodiscard]] Result<void> add_start(Query& query, std::string_view cursor) const;
  /// " ORDER BY … LIMIT ?".
  void add_order(Query& query, std::int64_t limit) const;
  /// The cursor of a row whose keys stand from column `first` on.
  [[nodiscard]] std::string cursor(const sql::Statement& row, int first) const;

 private:
  std::string list_;
  std::vector<SortKey> keys_;
  bool descending_;
};

}  // namespace jiheng::store
