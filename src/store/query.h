#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"

namespace jiheng::store {

/// A statement put together from fixed pieces, with the values of its `?` kept beside it.
class Query {
 public:
  explicit Query(std::string_view start) : sql_(start) {}

  Query& add(std::string_view piece) {
    sql_.append(piece);
    return *this;
  }

  Query& add(std::string_view piece, std::int64_t value) {
    values_.emplace_back(value);
    return add(piece);
  }

  Query& add(std::string_view piece, std::string_view value) {
    values_.emplace_back(std::string_view(texts_.emplace_back(value)));
    return add(piece);
  }

  /// " piece (?, ?, …)".
  Query& add_in(std::string_view piece, const std::vector<std::int64_t>& ids);

  Query& add_in(std::string_view piece, const std::vector<std::string>& texts);

  [[nodiscard]] Result<std::unique_ptr<sql::Statement>> run(sql::Connection& connection) const;

 private:
  std::string sql_;
  std::deque<std::string> texts_{};  // never moves what values_ look at
  std::vector<sql::Value> values_{};
};

/// Calls `each` for every row of a running statement.
template <typename Each>
[[nodiscard]] Result<void> for_each_row(sql::Statement& statement, const Each& each) {
  for (;;) {
    JH_TRY(const bool found, statement.next());
    if (!found) {
      return {};
    }
    each(statement);
  }
}

}  // namespace jiheng::store
