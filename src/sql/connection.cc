#include "sql/connection.h"

#include "sql/postgres.h"
#include "sql/sqlite.h"

namespace jiheng::sql {

namespace {

constexpr std::string_view kSqlitePrefix = "sqlite:";

}  // namespace

Result<std::unique_ptr<Connection>> open(const std::string& url) {
  if (url.starts_with(kSqlitePrefix) && url.size() > kSqlitePrefix.size()) {
    return open_sqlite(url.substr(kSqlitePrefix.size()));
  }
  if (url.starts_with("postgresql://") || url.starts_with("postgres://")) {
    return open_postgres(url);
  }
  return fail(ErrorCode::invalid_input, {"sql.unknown_url"});
}

bool is_private(std::string_view url) {
  return url == "sqlite::memory:";
}

Result<std::int64_t> Connection::execute(std::string_view sql,
                                         std::initializer_list<Value> values) {
  JH_TRY(const auto statement, prepare(sql));
  JH_TRY_DO(statement->run(values));
  return statement->changed();
}

Result<std::int64_t> Connection::number(std::string_view sql, std::initializer_list<Value> values) {
  JH_TRY(const auto statement, prepare(sql));
  JH_TRY_DO(statement->run(values));
  JH_TRY(const bool found, statement->next());
  return found ? statement->integer(0) : 0;
}

Result<Transaction> Transaction::begin(Connection& connection) {
  JH_TRY_DO(connection.script(connection.dialect().begin_write()));
  return Transaction(connection);
}

Transaction::~Transaction() {
  if (connection_ != nullptr) {
    // Nothing more can be done about a failure here: the engine rolls back by itself then.
    static_cast<void>(connection_->script("ROLLBACK"));
  }
}

Result<void> Transaction::commit() {
  auto* connection = std::exchange(connection_, nullptr);
  if (auto done = connection->script("COMMIT"); !done) {
    static_cast<void>(connection->script("ROLLBACK"));
    return done;
  }
  return {};
}

}  // namespace jiheng::sql
