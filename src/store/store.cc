#include "store/store.h"

#include "base/hash.h"
#include "base/resource.h"
#include "sql/migrations.h"
#include "store/query.h"

namespace jiheng::store {

namespace {

constexpr std::string_view kRegions =
    "SELECT r.region_code, CASE WHEN EXISTS (SELECT 1 FROM filing f WHERE f.region_code = "
    "r.region_code) THEN 0 ELSE 1 END FROM region r ORDER BY 2, 1";
constexpr std::string_view kSearchableRows =
    "SELECT COUNT(*) FROM indicator WHERE is_current = 1 AND LENGTH(search) > 2";
constexpr std::string_view kRowsWithoutFiled =
    "SELECT COUNT(*) FROM indicator i WHERE NOT EXISTS (SELECT 1 FROM filed_row r WHERE "
    "r.region_code = i.region_code AND r.version_id = i.version_id AND r.position = i.position "
    "AND r.indicator_id = i.indicator_id)";
constexpr std::string_view kWrongCounters =
    "SELECT COUNT(*) FROM project p WHERE p.indicators <> (SELECT COUNT(*) FROM indicator i WHERE "
    "i.region_code = p.region_code AND i.project_id = p.project_id AND i.is_current = 1) OR "
    "p.errors + p.warnings + p.hints <> (SELECT COUNT(*) FROM finding f WHERE f.region_code = "
    "p.region_code AND f.project_id = p.project_id AND f.waiver_id IS NULL)";
constexpr std::string_view kDocuments =
    "SELECT d.name, d.hash, c.bytes FROM document d LEFT JOIN document_content c ON "
    "c.region_code = d.region_code AND c.document_id = d.document_id "
    "ORDER BY d.region_code, d.document_id";

using Complaints = std::vector<Text>;

Result<void> check_engine(sql::Connection& connection, Complaints& complaints) {
  JH_TRY(const auto found, connection.prepare(connection.dialect().integrity_check()));
  JH_TRY_DO(found->run({}));
  return for_each_row(*found, [&](const sql::Statement& row) {
    if (row.text(0) != "ok") {
      complaints.push_back({"store.damaged", {std::string(row.text(0))}});
    }
  });
}

Result<void> check_counts(sql::Connection& connection, Complaints& complaints) {
  JH_TRY(const auto unfiled, connection.number(kRowsWithoutFiled));
  if (unfiled != 0) {
    complaints.push_back({"store.rows_without_filing", {std::to_string(unfiled)}});
  }
  JH_TRY(const auto wrong, connection.number(kWrongCounters));
  if (wrong != 0) {
    complaints.push_back({"store.wrong_counters", {std::to_string(wrong)}});
  }
  JH_TRY(const auto rows, connection.number(kSearchableRows));
  JH_TRY(const auto searchable,
         connection.number(connection.dialect().count_search_rows("indicator_search")));
  if (rows != searchable) {
    complaints.push_back(
        {"store.search_differs", {std::to_string(rows), std::to_string(searchable)}});
  }
  return {};
}

Result<void> check_documents(sql::Connection& connection, Complaints& complaints) {
  JH_TRY(const auto found, connection.prepare(kDocuments));
  JH_TRY_DO(found->run({}));
  return for_each_row(*found, [&](const sql::Statement& row) {
    if (row.is_null(2) || sha256(row.blob(2)) != row.text(1)) {
      complaints.push_back({"store.document_differs", {std::string(row.text(0))}});
    }
  });
}

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const std::string& url, const Clock& clock,
                                           IdMaker& ids) {
  JH_TRY(auto pool, sql::Pool::open(url));
  return std::unique_ptr<Store>(new Store(std::move(pool), clock, ids));
}

Result<std::size_t> Store::migrate() {
  JH_TRY(const auto lease, pool_->lease());
  return sql::migrate(*lease, sql::migrations_in(builtin_resources()), clock_.now_ms());
}

Result<void> Store::ready() {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto state, sql::migration_state(*lease, sql::migrations_in(builtin_resources())));
  if (state.pending != 0) {
    return fail(ErrorCode::unavailable, {"store.not_migrated"});
  }
  return {};
}

Result<std::vector<Text>> Store::check() {
  JH_TRY_DO(ready());
  JH_TRY(const auto lease, pool_->lease());
  Complaints complaints;
  JH_TRY_DO(check_engine(*lease, complaints));
  JH_TRY_DO(check_counts(*lease, complaints));
  JH_TRY_DO(check_documents(*lease, complaints));
  return complaints;
}

Result<std::vector<std::string>> Store::regions() {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kRegions));
  JH_TRY_DO(found->run({}));
  std::vector<std::string> regions;
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { regions.emplace_back(row.text(0)); }));
  return regions;
}

}  // namespace jiheng::store
