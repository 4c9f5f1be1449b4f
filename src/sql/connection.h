#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/result.h"
#include "sql/dialect.h"

namespace jiheng::sql {

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// A value on its way into a statement; views must live until the call returns. An empty text
/// becomes NULL: '' is never stored.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, Blob>;

/// A prepared statement with positional `?`.
class Statement {
 public:
  virtual ~Statement() = default;

  /// Binds the parameters and starts anew; rows of an earlier run are gone. What changes data has
  /// done so when this returns.
  /// Errors  conflict for a broken constraint, unavailable for everything else.
  virtual Result<void> run(std::span<const Value> values) = 0;

  Result<void> run(std::initializer_list<Value> values) {
    return run(std::span(values.begin(), values.size()));
  }

  /// Steps to the first or next row; false when there is none.
  virtual Result<bool> next() = 0;

  /// Columns count from 0. A NULL reads as 0 and as "". Views live until `next` or `run`.
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual std::string blob(int column) const = 0;
  /// Rows the last run inserted, updated or deleted.
  [[nodiscard]] virtual std::int64_t changed() const = 0;
};

/// Fills one table as fast as the engine can. Between the first `row` and `finish` the connection
/// must not be used otherwise.
class Bulk {
 public:
  virtual ~Bulk() = default;
  /// One row, its values in the order of the columns. No Blob.
  virtual Result<void> row(std::span<const Value> values) = 0;
  virtual Result<void> finish() = 0;

  Result<void> row(std::initializer_list<Value> values) {
    return row(std::span(values.begin(), values.size()));
  }
};

/// One connection to a database; used by one thread at a time.
class Connection {
 public:
  virtual ~Connection() = default;

  [[nodiscard]] virtual const Dialect& dialect() const = 0;
  virtual Result<std::unique_ptr<Statement>> prepare(std::string_view sql) = 0;
  /// Several statements without parameters.
  virtual Result<void> script(std::string_view statements) = 0;
  virtual Result<std::unique_ptr<Bulk>> bulk(std::string_view table, Columns columns) = 0;
  /// False when the other side has gone away and a new connection is needed.
  [[nodiscard]] virtual bool is_alive() const = 0;

  /// Runs one statement once; gives the number of rows it changed.
  Result<std::int64_t> execute(std::string_view sql, std::initializer_list<Value> values = {});
  /// The first column of the first row as a number; 0 when there is no row.
  Result<std::int64_t> number(std::string_view sql, std::initializer_list<Value> values = {});
};

/// Opens `sqlite:FILE`, `sqlite::memory:` or `postgresql://…`.
/// Errors  invalid_input for any other URL; unavailable when the database cannot be opened.
[[nodiscard]] Result<std::unique_ptr<Connection>> open(const std::string& url);

/// True for `sqlite::memory:`: a second connection would see another database.
[[nodiscard]] bool is_private(std::string_view url);

/// All or nothing: what is not committed is rolled back when this goes out of scope.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Connection& connection);

  Transaction(Transaction&& other) noexcept
      : connection_(std::exchange(other.connection_, nullptr)) {}

  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}

  Connection* connection_;
};

}  // namespace jiheng::sql
