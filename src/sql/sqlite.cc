#include "sql/sqlite.h"

#include <sqlite3.h>

#include "sql/sqlite_dialect.h"

namespace jiheng::sql {

namespace {

// A person waits at most this long for another writer.
constexpr int kBusyMs = 10'000;

struct CloseDatabase {
  void operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
  }
};

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
  }
};

using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Handle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

tl::unexpected<Error> failure(sqlite3* database) {
  const int code = sqlite3_errcode(database) & 0xFF;
  const std::string message = sqlite3_errmsg(database);
  switch (code) {
    case SQLITE_CONSTRAINT:
      return fail(ErrorCode::conflict, {"sql.constraint", {message}});
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorCode::unavailable, {"sql.busy"});
    case SQLITE_FULL:
      return fail(ErrorCode::unavailable, {"sql.disk_full"});
    case SQLITE_READONLY:
      return fail(ErrorCode::unavailable, {"sql.read_only"});
    case SQLITE_NOTADB:
      return fail(ErrorCode::unavailable, {"sql.not_a_database"});
    default:
      return fail(ErrorCode::unavailable, {"sql.failed", {message}});
  }
}

/// Binds one value; texts and blobs are copied unless they outlive the step.
struct Binder {
  sqlite3_stmt* statement;
  int position;

  [[nodiscard]] int operator()(std::monostate) const {
    return sqlite3_bind_null(statement, position);
  }

  [[nodiscard]] int operator()(std::int64_t value) const {
    return sqlite3_bind_int64(statement, position, value);
  }

  [[nodiscard]] int operator()(std::string_view value) const {
    if (value.empty()) {
      return sqlite3_bind_null(statement, position);
    }
    return sqlite3_bind_text64(statement, position, value.data(), value.size(),
                               SQLITE_TRANSIENT,  // NOLINT: the library's macro casts
                               SQLITE_UTF8);
  }

  [[nodiscard]] int operator()(const Blob& value) const {
    if (value.bytes.empty()) {
      return sqlite3_bind_zeroblob(statement, position, 0);
    }
    return sqlite3_bind_blob64(statement, position, value.bytes.data(), value.bytes.size(),
                               SQLITE_TRANSIENT);  // NOLINT: the library's macro casts
  }
};

class SqliteStatement final : public Statement {
 public:
  SqliteStatement(sqlite3* database, Handle handle)
      : database_(database), handle_(std::move(handle)) {}

  using Statement::run;

  Result<void> run(std::span<const Value> values) override {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
    if (values.size() != static_cast<std::size_t>(sqlite3_bind_parameter_count(handle_.get()))) {
      return fail(ErrorCode::unavailable, {"sql.failed", {"number of parameters"}});
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::visit(Binder{handle_.get(), static_cast<int>(i) + 1}, values[i]) != SQLITE_OK) {
        return failure(database_);
      }
    }
    return first_step();
  }

  Result<bool> next() override {
    if (row_waits_) {
      row_waits_ = false;
      return true;
    }
    if (done_) {
      return false;
    }
    return step();
  }

  [[nodiscard]] bool is_null(int column) const override {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
  }

  [[nodiscard]] std::int64_t integer(int column) const override {
    return sqlite3_column_int64(handle_.get(), column);
  }

  [[nodiscard]] std::string_view text(int column) const override {
    const auto* text = sqlite3_column_text(handle_.get(), column);
    if (text == nullptr) {
      return {};
    }
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
    return {reinterpret_cast<const char*>(text), size};
  }

  [[nodiscard]] std::string blob(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
    return bytes == nullptr ? std::string() : std::string(bytes, size);
  }

  [[nodiscard]] std::int64_t changed() const override {
    return changed_;
  }

 private:
  /// What changes data must have done so when `run` returns, so the first step is taken at once.
  Result<void> first_step() {
    done_ = false;
    row_waits_ = false;
    JH_TRY(row_waits_, step());
    changed_ = sqlite3_stmt_readonly(handle_.get()) != 0 ? 0 : sqlite3_changes64(database_);
    return {};
  }

  Result<bool> step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) {
      return true;
    }
    done_ = true;
    if (code != SQLITE_DONE) {
      auto error = failure(database_);
      sqlite3_reset(handle_.get());
      return error;
    }
    // An idle statement must not keep a read snapshot open.
    sqlite3_reset(handle_.get());
    return false;
  }

  sqlite3* database_;
  Handle handle_;
  bool row_waits_{};
  bool done_{true};
  std::int64_t changed_{};
};

Result<Handle> prepare_handle(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const auto code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), 0,
                                       &statement, nullptr);
  Handle handle(statement);
  if (code != SQLITE_OK) {
    return failure(database);
  }
  return handle;
}

/// Row inserts with one prepared statement: inside a transaction nothing is faster here.
class SqliteBulk final : public Bulk {
 public:
  explicit SqliteBulk(std::unique_ptr<Statement> insert) : insert_(std::move(insert)) {}

  using Bulk::row;

  Result<void> row(std::span<const Value> values) override {
    return insert_->run(values);
  }

  Result<void> finish() override {
    return {};
  }

 private:
  std::unique_ptr<Statement> insert_;
};

class SqliteConnection final : public Connection {
 public:
  explicit SqliteConnection(Database database) : database_(std::move(database)) {}

  [[nodiscard]] const Dialect& dialect() const override {
    return sqlite_dialect();
  }

  Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
    JH_TRY(auto handle, prepare_handle(database_.get(), sql));
    return std::make_unique<SqliteStatement>(database_.get(), std::move(handle));
  }

  Result<void> script(std::string_view statements) override {
    const std::string text(statements);
    if (sqlite3_exec(database_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      return failure(database_.get());
    }
    return {};
  }

  Result<std::unique_ptr<Bulk>> bulk(std::string_view table, Columns columns) override {
    std::string sql = "INSERT INTO " + std::string(table) + " (";
    std::string marks;
    for (const auto column : columns) {
      sql.append(marks.empty() ? "" : ", ").append(column);
      marks.append(marks.empty() ? "?" : ", ?");
    }
    JH_TRY(auto insert, prepare(sql + ") VALUES (" + marks + ")"));
    return std::make_unique<SqliteBulk>(std::move(insert));
  }

  [[nodiscard]] bool is_alive() const override {
    return sqlite3_get_autocommit(database_.get()) != 0;
  }

 private:
  Database database_;
};

}  // namespace

Result<std::unique_ptr<Connection>> open_sqlite(const std::string& file) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(
      file.c_str(), &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  Database database(opened);
  if (code != SQLITE_OK) {
    return fail(ErrorCode::unavailable, {"sql.cannot_open"}, file);
  }
  // Before the first prepare: even `PRAGMA journal_mode` may have to wait.
  sqlite3_busy_timeout(database.get(), kBusyMs);
  auto connection = std::make_unique<SqliteConnection>(std::move(database));
  if (auto done = connection->script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                     "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;"
                                     "PRAGMA temp_store = MEMORY;");
      !done) {
    done.error().where = file;
    return tl::unexpected(std::move(done.error()));
  }
  return connection;
}

}  // namespace jiheng::sql
