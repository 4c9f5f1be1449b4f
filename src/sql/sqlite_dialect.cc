#include "sql/sqlite_dialect.h"

#include <fmt/format.h>

#include <utility>

#include "sql/connection.h"

namespace jiheng::sql {

namespace {

/// A gram as a token no tokenizer can cut: its bytes in hexadecimal.
void append_token(std::string& tokens, std::string_view gram) {
  if (!tokens.empty()) {
    tokens += ' ';
  }
  for (const char c : gram) {
    fmt::format_to(std::back_inserter(tokens), "{:02x}", static_cast<unsigned char>(c));
  }
}

std::string tokens_of(const std::vector<std::string>& grams) {
  std::string tokens;
  for (const auto& gram : grams) {
    append_token(tokens, gram);
  }
  return tokens;
}

/// FTS5 without content has neither UPDATE nor DELETE: the old words are handed back to it.
class Fts5Index final : public SearchIndex {
 public:
  Fts5Index(Connection& connection, std::string_view table)
      : connection_(connection), table_(table) {}

  Result<void> add(std::string_view, std::int64_t id,
                   const std::vector<std::string>& grams) override {
    if (grams.empty()) {
      return {};
    }
    return run(add_, fmt::format("INSERT INTO {}(rowid, grams) VALUES (?, ?)", table_), id, grams);
  }

  Result<void> remove(std::string_view, std::int64_t id,
                      const std::vector<std::string>& grams) override {
    if (grams.empty()) {
      return {};
    }
    return run(remove_,
               fmt::format("INSERT INTO {0}({0}, rowid, grams) VALUES ('delete', ?, ?)", table_),
               id, grams);
  }

  Result<void> finish() override {
    return {};
  }

 private:
  Result<void> run(std::unique_ptr<Statement>& statement, const std::string& sql, std::int64_t id,
                   const std::vector<std::string>& grams) {
    if (statement == nullptr) {
      JH_TRY(statement, connection_.prepare(sql));
    }
    const std::string tokens = tokens_of(grams);
    return statement->run({id, tokens});
  }

  Connection& connection_;
  std::string table_;
  std::unique_ptr<Statement> add_{};
  std::unique_ptr<Statement> remove_{};
};

class SqliteDialect final : public Dialect {
 public:
  [[nodiscard]] Engine engine() const override {
    return Engine::sqlite;
  }

  // IMMEDIATE: a transaction that reads first and writes later could not wait for another writer.
  [[nodiscard]] std::string_view begin_write() const override {
    return "BEGIN IMMEDIATE";
  }

  [[nodiscard]] std::string contains(std::string_view expression) const override {
    return fmt::format("instr({}, ?) > 0", expression);
  }

  // Ids are unique over all regions, so the region adds nothing to a rowid.
  [[nodiscard]] std::string has_grams(std::string_view table, std::string_view,
                                      std::string_view id) const override {
    return fmt::format("{1} IN (SELECT rowid FROM {0} WHERE {0} MATCH ?)", table, id);
  }

  [[nodiscard]] std::string unindexed(std::string_view column) const override {
    return fmt::format("+{}", column);
  }

  [[nodiscard]] std::string grams_value(const std::vector<std::string>& grams) const override {
    return tokens_of(grams);
  }

  // Its plans follow the order of the keys, not statistics.
  [[nodiscard]] std::string analyze(Columns) const override {
    return {};
  }

  [[nodiscard]] std::string count_search_rows(std::string_view table) const override {
    return fmt::format("SELECT COUNT(*) FROM {}_docsize", table);
  }

  [[nodiscard]] std::string_view integrity_check() const override {
    return "PRAGMA integrity_check";
  }

  [[nodiscard]] std::unique_ptr<SearchIndex> search_index(Connection& connection,
                                                          std::string_view table) const override {
    return std::make_unique<Fts5Index>(connection, table);
  }
};

}  // namespace

const Dialect& sqlite_dialect() {
  static const SqliteDialect dialect;
  return dialect;
}

}  // namespace jiheng::sql
