#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace jiheng::sql {

class Connection;

enum class Engine : std::uint8_t { sqlite, postgres };

/// The names of columns, in order.
using Columns = std::span<const std::string_view>;

/// Keeps a search table in step with its rows. Rows may wait until `finish`.
class SearchIndex {
 public:
  virtual ~SearchIndex() = default;
  virtual Result<void> add(std::string_view region, std::int64_t id,
                           const std::vector<std::string>& grams) = 0;
  /// `grams` must be those that were added: an index without content cannot know them.
  virtual Result<void> remove(std::string_view region, std::int64_t id,
                              const std::vector<std::string>& grams) = 0;
  virtual Result<void> finish() = 0;
};

/// What the engines say differently; every other statement is the same text on both.
class Dialect {
 public:
  virtual ~Dialect() = default;

  [[nodiscard]] virtual Engine engine() const = 0;
  /// Starts a transaction that will write.
  [[nodiscard]] virtual std::string_view begin_write() const = 0;
  /// A condition: the text `expression` holds the text of one parameter.
  [[nodiscard]] virtual std::string contains(std::string_view expression) const = 0;
  /// A condition: the row's `region` and `id` columns are in the search table `table` with all
  /// grams of one parameter, which is `grams_value`.
  [[nodiscard]] virtual std::string has_grams(std::string_view table, std::string_view region,
                                              std::string_view id) const = 0;
  /// The column, written so that the planner takes no index for it: SQLite cannot know that a
  /// search gave few candidates.
  [[nodiscard]] virtual std::string unindexed(std::string_view column) const = 0;
  [[nodiscard]] virtual std::string grams_value(const std::vector<std::string>& grams) const = 0;
  /// Tells the planner that these tables have grown; "" where it needs no telling.
  [[nodiscard]] virtual std::string analyze(Columns tables) const = 0;
  /// One number: how many rows the search table holds.
  [[nodiscard]] virtual std::string count_search_rows(std::string_view table) const = 0;
  /// Rows of complaints about the file itself; "ok" or none when there are none.
  [[nodiscard]] virtual std::string_view integrity_check() const = 0;
  [[nodiscard]] virtual std::unique_ptr<SearchIndex> search_index(Connection& connection,
                                                                  std::string_view table) const = 0;
  /// Inserts a row or, where one with these keys stands, gives it the new values.
  [[nodiscard]] virtual std::string upsert(std::string_view table, Columns keys,
                                           Columns values) const;
};

}  // namespace jiheng::sql
