#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/resource.h"
#include "base/result.h"
#include "sql/connection.h"

namespace jiheng::sql {

/// One file of schema/: applied once, never changed afterwards.
struct Migration {
  std::string name;  // "0001_filings"
  std::string text;
  std::string checksum;  // SHA-256 of the text
};

/// The migrations among `resources` ("schema/NNNN_name.sql"), in order.
[[nodiscard]] std::vector<Migration> migrations_in(std::span<const Resource> resources);

/// What one engine runs of a migration: lines before the first `-- @sqlite`, `-- @postgres` or
/// `-- @both` line and those after a line that names it or both.
[[nodiscard]] std::string section_for(std::string_view text, Engine engine);

/// How many migrations the database has, and how many it still needs.
struct MigrationState {
  std::size_t applied{};
  std::size_t pending{};
};

/// Errors  conflict when an applied migration was changed, or the database is newer than this
///         program.
[[nodiscard]] Result<MigrationState> migration_state(Connection& connection,
                                                     std::span<const Migration> migrations);

/// Applies what is pending, each in its own transaction; gives how many were applied.
/// Errors  those of `migration_state`.
[[nodiscard]] Result<std::size_t> migrate(Connection& connection,
                                          std::span<const Migration> migrations,
                                          std::int64_t now_ms);

}  // namespace jiheng::sql
