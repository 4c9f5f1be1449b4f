#include "sql/migrations.h"

#include <algorithm>
#include <map>

#include "base/hash.h"

namespace jiheng::sql {

namespace {

constexpr std::string_view kFolder = "schema/";
constexpr std::string_view kSuffix = ".sql";

// Not in schema/: it must stand before the first migration. No region: it belongs to the database.
constexpr std::string_view kCreateTable =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    "name text PRIMARY KEY, checksum text NOT NULL, applied_at bigint NOT NULL)";
constexpr std::string_view kSelectApplied = "SELECT name, checksum FROM schema_migration";
constexpr std::string_view kRecord =
    "INSERT INTO schema_migration (name, checksum, applied_at) VALUES (?, ?, ?)";

enum class Section { both, sqlite, postgres };

std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

using Checksums = std::map<std::string, std::string, std::less<>>;

Result<Checksums> applied_checksums(Connection& connection) {
  JH_TRY_DO(connection.execute(kCreateTable));
  JH_TRY(const auto select, connection.prepare(kSelectApplied));
  JH_TRY_DO(select->run({}));
  Checksums applied;
  for (;;) {
    JH_TRY(const bool found, select->next());
    if (!found) {
      return applied;
    }
    applied.emplace(select->text(0), select->text(1));
  }
}

Result<void> apply(Connection& connection, const Migration& migration, std::int64_t now_ms) {
  JH_TRY(auto transaction, Transaction::begin(connection));
  // Another process may have been faster while this one waited for the lock.
  JH_TRY(const auto applied, applied_checksums(connection));
  if (applied.contains(migration.name)) {
    return transaction.commit();
  }
  JH_TRY_DO(connection.script(section_for(migration.text, connection.dialect().engine())));
  JH_TRY_DO(connection.execute(kRecord, {migration.name, migration.checksum, now_ms}));
  return transaction.commit();
}

}  // namespace

std::vector<Migration> migrations_in(std::span<const Resource> resources) {
  std::vector<Migration> migrations;
  for (const auto& [path, bytes] : resources) {
    if (path.starts_with(kFolder) && path.ends_with(kSuffix)) {
      const auto name = path.substr(kFolder.size(), path.size() - kFolder.size() - kSuffix.size());
      migrations.push_back({std::string(name), std::string(bytes), sha256(bytes)});
    }
  }
  std::ranges::sort(migrations, {}, &Migration::name);
  return migrations;
}

std::string section_for(std::string_view text, Engine engine) {
  std::string chosen;
  Section section = Section::both;
  while (!text.empty()) {
    const auto line = next_line(text);
    if (line == "-- @sqlite") {
      section = Section::sqlite;
    } else if (line == "-- @postgres") {
      section = Section::postgres;
    } else if (line == "-- @both") {
      section = Section::both;
    } else if (section == Section::both ||
               (section == Section::sqlite) == (engine == Engine::sqlite)) {
      chosen.append(line).append("\n");
    }
  }
  return chosen;
}

Result<MigrationState> migration_state(Connection& connection,
                                       std::span<const Migration> migrations) {
  JH_TRY(auto applied, applied_checksums(connection));
  MigrationState state;
  for (const auto& migration : migrations) {
    const auto it = applied.find(migration.name);
    if (it == applied.end()) {
      ++state.pending;
      continue;
    }
    if (it->second != migration.checksum) {
      return fail(ErrorCode::conflict, {"sql.migration_changed", {migration.name}});
    }
    ++state.applied;
    applied.erase(it);
  }
  if (!applied.empty()) {
    return fail(ErrorCode::conflict, {"sql.database_newer", {applied.begin()->first}});
  }
  return state;
}

Result<std::size_t> migrate(Connection& connection, std::span<const Migration> migrations,
                            std::int64_t now_ms) {
  JH_TRY(const auto state, migration_state(connection, migrations));
  if (state.pending == 0) {
    return 0;
  }
  JH_TRY(const auto applied, applied_checksums(connection));
  for (const auto& migration : migrations) {
    if (!applied.contains(migration.name)) {
      JH_TRY_DO(apply(connection, migration, now_ms));
    }
  }
  return state.pending;
}

}  // namespace jiheng::sql
