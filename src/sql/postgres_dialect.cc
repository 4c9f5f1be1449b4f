#include "sql/postgres_dialect.h"

#include <fmt/format.h>

#include <array>

#include "sql/connection.h"

namespace jiheng::sql {

namespace {

constexpr std::array<std::string_view, 3> kSearchColumns{"region_code", "id", "grams"};

std::string array_literal(const std::vector<std::string>& grams) {
  std::string literal = "{";
  for (const auto& gram : grams) {
    literal += literal.size() > 1 ? ",\"" : "\"";
    for (const char c : gram) {
      if (c == '"' || c == '\\') {
        literal += '\\';
      }
      literal += c;
    }
    literal += '"';
  }
  return literal + '}';
}

/// Rows are removed at once and added by one COPY at the end.
class GinIndex final : public SearchIndex {
 public:
  GinIndex(Connection& connection, std::string_view table)
      : connection_(connection), table_(table) {}

  Result<void> add(std::string_view region, std::int64_t id,
                   const std::vector<std::string>& grams) override {
    if (!grams.empty()) {
      waiting_.push_back({std::string(region), id, array_literal(grams)});
    }
    return {};
  }

  Result<void> remove(std::string_view region, std::int64_t id,
                      const std::vector<std::string>&) override {
    if (remove_ == nullptr) {
      JH_TRY(remove_, connection_.prepare(
                          fmt::format("DELETE FROM {} WHERE region_code = ? AND id = ?", table_)));
    }
    return remove_->run({region, id});
  }

  Result<void> finish() override {
    if (waiting_.empty()) {
      return {};
    }
    JH_TRY(const auto bulk, connection_.bulk(table_, kSearchColumns));
    for (const auto& row : waiting_) {
      JH_TRY_DO(bulk->row({row.region, row.id, row.grams}));
    }
    waiting_.clear();
    return bulk->finish();
  }

 private:
  struct Row {
    std::string region;
    std::int64_t id;
    std::string grams;
  };

  Connection& connection_;
  std::string table_;
  std::vector<Row> waiting_{};
  std::unique_ptr<Statement> remove_{};
};

class PostgresDialect final : public Dialect {
 public:
  [[nodiscard]] Engine engine() const override {
    return Engine::postgres;
  }

  [[nodiscard]] std::string_view begin_write() const override {
    return "BEGIN";
  }

  [[nodiscard]] std::string contains(std::string_view expression) const override {
    return fmt::format("strpos({}, ?) > 0", expression);
  }

  // EXISTS, because the planner turns it into a join it may start from either side.
  [[nodiscard]] std::string has_grams(std::string_view table, std::string_view region,
                                      std::string_view id) const override {
    return fmt::format(
        "EXISTS (SELECT 1 FROM {0} found WHERE found.region_code = {2} AND found.id = {1} AND "
        "found.grams @> CAST(? AS text[]))",
        table, id, region);
  }

  // Its planner has statistics.
  [[nodiscard]] std::string unindexed(std::string_view column) const override {
    return std::string(column);
  }

  [[nodiscard]] std::string grams_value(const std::vector<std::string>& grams) const override {
    return array_literal(grams);
  }

  [[nodiscard]] std::string analyze(Columns tables) const override {
    return fmt::format("ANALYZE {}", fmt::join(tables.begin(), tables.end(), ", "));
  }

  [[nodiscard]] std::string count_search_rows(std::string_view table) const override {
    return fmt::format("SELECT COUNT(*) FROM {}", table);
  }

  [[nodiscard]] std::string_view integrity_check() const override {
    return "SELECT 'ok'";
  }

  [[nodiscard]] std::unique_ptr<SearchIndex> search_index(Connection& connection,
                                                          std::string_view table) const override {
    return std::make_unique<GinIndex>(connection, table);
  }
};

}  // namespace

const Dialect& postgres_dialect() {
  static const PostgresDialect dialect;
  return dialect;
}

}  // namespace jiheng::sql
