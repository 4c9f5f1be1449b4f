#include "sql/postgres.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "sql/postgres_dialect.h"

namespace jiheng::sql {

namespace {

// COPY data is sent in pieces of about this size.
constexpr std::size_t kCopyBytes = 1U << 18U;

struct CloseSession {
  void operator()(PGconn* session) const {
    PQfinish(session);
  }
};

struct ClearAnswer {
  void operator()(PGresult* answer) const {
    PQclear(answer);
  }
};

using Session = std::unique_ptr<PGconn, CloseSession>;
using Answer = std::unique_ptr<PGresult, ClearAnswer>;

std::string one_line(std::string message) {
  while (!message.empty() && message.back() == '\n') {
    message.pop_back();
  }
  std::ranges::replace(message, '\n', ' ');
  return message;
}

tl::unexpected<Error> failure(PGconn* session, const PGresult* answer) {
  const char* state = answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  const std::string message =
      one_line(answer == nullptr ? PQerrorMessage(session) : PQresultErrorMessage(answer));
  if (state != nullptr && std::string_view(state).starts_with("23")) {
    return fail(ErrorCode::conflict, {"sql.constraint", {message}});
  }
  if (PQstatus(session) != CONNECTION_OK) {
    return fail(ErrorCode::unavailable, {"sql.gone_away"});
  }
  return fail(ErrorCode::unavailable, {"sql.failed", {message}});
}

bool succeeded(const Answer& answer) {
  const auto status = PQresultStatus(answer.get());
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// The arguments of one execution, as libpq wants them: texts end with a zero byte.
class Arguments {
 public:
  explicit Arguments(std::span<const Value> values) {
    // Numbers and texts are copied; `texts_` must not move them afterwards.
    texts_.reserve(values.size());
    for (const auto& value : values) {
      std::visit(*this, value);
    }
  }

  void operator()(std::monostate) {
    push(nullptr, 0, 0);
  }

  void operator()(std::int64_t value) {
    push_text(std::to_string(value));
  }

  void operator()(std::string_view value) {
    if (value.empty()) {
      push(nullptr, 0, 0);
    } else {
      push_text(std::string(value));
    }
  }

  void operator()(const Blob& value) {
    // An empty blob is not NULL.
    push(value.bytes.empty() ? "" : value.bytes.data(), static_cast<int>(value.bytes.size()), 1);
  }

  [[nodiscard]] int count() const {
    return static_cast<int>(values_.size());
  }

  [[nodiscard]] const char* const* values() const {
    return values_.data();
  }

  [[nodiscard]] const int* lengths() const {
    return lengths_.data();
  }

  [[nodiscard]] const int* formats() const {
    return formats_.data();
  }

 private:
  void push_text(std::string text) {
    texts_.push_back(std::move(text));
    push(texts_.back().c_str(), 0, 0);
  }

  void push(const char* value, int length, int format) {
    values_.push_back(value);
    lengths_.push_back(length);
    formats_.push_back(format);
  }

  std::vector<std::string> texts_{};
  std::vector<const char*> values_{};
  std::vector<int> lengths_{};
  std::vector<int> formats_{};
};

class PostgresStatement final : public Statement {
 public:
  PostgresStatement(PGconn* session, std::string sql, std::string name)
      : session_(session), sql_(std::move(sql)), name_(std::move(name)) {}

  PostgresStatement(const PostgresStatement&) = delete;
  PostgresStatement& operator=(const PostgresStatement&) = delete;

  ~PostgresStatement() override {
    if (prepared_) {
      const Answer answer(PQexec(session_, ("DEALLOCATE " + name_).c_str()));
    }
  }

  using Statement::run;

  Result<void> run(std::span<const Value> values) override {
    const Arguments arguments(values);
    row_ = -1;
    JH_TRY_DO(prepare_if_reused(arguments));
    answer_.reset(execute(arguments));
    if (!succeeded(answer_)) {
      return failure(session_, answer_.get());
    }
    return {};
  }

  Result<bool> next() override {
    if (row_ + 1 >= PQntuples(answer_.get())) {
      return false;
    }
    ++row_;
    return true;
  }

  [[nodiscard]] bool is_null(int column) const override {
    return PQgetisnull(answer_.get(), row_, column) != 0;
  }

  [[nodiscard]] std::int64_t integer(int column) const override {
    const auto digits = text(column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  [[nodiscard]] std::string_view text(int column) const override {
    return {PQgetvalue(answer_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
  }

  [[nodiscard]] std::string blob(int column) const override {
    std::size_t size = 0;
    const auto* escaped = PQgetvalue(answer_.get(), row_, column);
    auto* bytes = PQunescapeBytea(reinterpret_cast<const unsigned char*>(escaped), &size);
    std::string value(reinterpret_cast<const char*>(bytes), size);
    PQfreemem(bytes);
    return value;
  }

  [[nodiscard]] std::int64_t changed() const override {
    const std::string_view digits = PQcmdTuples(answer_.get());
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return PQresultStatus(answer_.get()) == PGRES_TUPLES_OK ? 0 : value;
  }

 private:
  /// One round trip for what runs once; a second run is worth preparing.
  Result<void> prepare_if_reused(const Arguments& arguments) {
    if (prepared_ || answer_ == nullptr) {
      return {};
    }
    const Answer answer(
        PQprepare(session_, name_.c_str(), sql_.c_str(), arguments.count(), nullptr));
    if (!succeeded(answer)) {
      return failure(session_, answer.get());
    }
    prepared_ = true;
    return {};
  }

  [[nodiscard]] PGresult* execute(const Arguments& arguments) const {
    if (prepared_) {
      return PQexecPrepared(session_, name_.c_str(), arguments.count(), arguments.values(),
                            arguments.lengths(), arguments.formats(), 0);
    }
    return PQexecParams(session_, sql_.c_str(), arguments.count(), nullptr, arguments.values(),
                        arguments.lengths(), arguments.formats(), 0);
  }

  PGconn* session_;
  std::string sql_;
  std::string name_;
  Answer answer_{};
  int row_{-1};
  bool prepared_{};
};

/// COPY … FROM STDIN in text format.
class PostgresBulk final : public Bulk {
 public:
  explicit PostgresBulk(PGconn* session) : session_(session) {}

  PostgresBulk(const PostgresBulk&) = delete;
  PostgresBulk& operator=(const PostgresBulk&) = delete;

  ~PostgresBulk() override {
    if (!finished_) {
      PQputCopyEnd(session_, "not finished");
      drain();
    }
  }

  using Bulk::row;

  Result<void> row(std::span<const Value> values) override {
    bool first = true;
    for (const auto& value : values) {
      if (!first) {
        buffer_ += '\t';
      }
      first = false;
      append(value);
    }
    buffer_ += '\n';
    return buffer_.size() < kCopyBytes ? Result<void>() : send();
  }

  Result<void> finish() override {
    JH_TRY_DO(send());
    finished_ = true;
    if (PQputCopyEnd(session_, nullptr) != 1) {
      return failure(session_, nullptr);
    }
    return drain();
  }

 private:
  void append(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      fmt::format_to(std::back_inserter(buffer_), "{}", *number);
      return;
    }
    const auto* text = std::get_if<std::string_view>(&value);
    if (text == nullptr || text->empty()) {
      buffer_ += "\\N";
      return;
    }
    append_text(*text);
  }

  void append_text(std::string_view text) {
    for (const char c : text) {
      switch (c) {
        case '\\':
          buffer_ += "\\\\";
          break;
        case '\t':
          buffer_ += "\\t";
          break;
        case '\n':
          buffer_ += "\\n";
          break;
        case '\r':
          buffer_ += "\\r";
          break;
        default:
          buffer_ += c;
      }
    }
  }

  Result<void> send() {
    const int size = static_cast<int>(buffer_.size());
    if (size > 0 && PQputCopyData(session_, buffer_.data(), size) != 1) {
      return failure(session_, nullptr);
    }
    buffer_.clear();
    return {};
  }

  Result<void> drain() {
    Result<void> outcome;
    for (Answer answer(PQgetResult(session_)); answer != nullptr;
         answer.reset(PQgetResult(session_))) {
      if (!succeeded(answer)) {
        outcome = failure(session_, answer.get());
      }
    }
    return outcome;
  }

  PGconn* session_;
  std::string buffer_{};
  bool finished_{};
};

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(Session session) : session_(std::move(session)) {}

  [[nodiscard]] const Dialect& dialect() const override {
    return postgres_dialect();
  }

  Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
    return std::make_unique<PostgresStatement>(session_.get(), numbered(sql),
                                               fmt::format("s{}", ++statements_));
  }

  Result<void> script(std::string_view statements) override {
    const Answer answer(PQexec(session_.get(), std::string(statements).c_str()));
    if (!succeeded(answer) && PQresultStatus(answer.get()) != PGRES_EMPTY_QUERY) {
      return failure(session_.get(), answer.get());
    }
    return {};
  }

  Result<std::unique_ptr<Bulk>> bulk(std::string_view table, Columns columns) override {
    const auto sql = fmt::format("COPY {} ({}) FROM STDIN", table,
                                 fmt::join(columns.begin(), columns.end(), ", "));
    const Answer answer(PQexec(session_.get(), sql.c_str()));
    if (PQresultStatus(answer.get()) != PGRES_COPY_IN) {
      return failure(session_.get(), answer.get());
    }
    return std::make_unique<PostgresBulk>(session_.get());
  }

  [[nodiscard]] bool is_alive() const override {
    return PQstatus(session_.get()) == CONNECTION_OK &&
           PQtransactionStatus(session_.get()) == PQTRANS_IDLE;
  }

 private:
  Session session_;
  std::uint64_t statements_{};
};

void ignore_notice(void*, const PGresult*) {
  // "relation already exists, skipping" belongs in no output of ours.
}

}  // namespace

std::string numbered(std::string_view sql) {
  std::string text;
  text.reserve(sql.size() + 16);
  int number = 0;
  bool quoted = false;
  for (const char c : sql) {
    quoted = quoted != (c == '\'');
    if (c == '?' && !quoted) {
      text += fmt::format("${}", ++number);
    } else {
      text += c;
    }
  }
  return text;
}

Result<std::unique_ptr<Connection>> open_postgres(const std::string& url) {
  Session session(PQconnectdb(url.c_str()));
  if (session == nullptr || PQstatus(session.get()) != CONNECTION_OK) {
    const char* message = session == nullptr ? "" : PQerrorMessage(session.get());
    return fail(ErrorCode::unavailable, {"sql.cannot_connect", {one_line(message)}});
  }
  PQsetNoticeReceiver(session.get(), ignore_notice, nullptr);
  if (PQsetClientEncoding(session.get(), "UTF8") != 0) {
    return failure(session.get(), nullptr);
  }
  return std::make_unique<PostgresConnection>(std::move(session));
}

}  // namespace jiheng::sql
