#include <algorithm>

#include "store/keyset.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/store.h"

namespace jiheng::store {

namespace {

constexpr std::int64_t kLongestPage = 200;

constexpr std::string_view kColumns =
    "SELECT v.version_id, v.filing_id, v.document_id, d.name, v.title, f.year, f.region_code, "
    "f.form, v.version, v.filed_at, v.indicators, v.repeated, v.doubtful, v.unread, v.pack_id, "
    "v.pack_version";
constexpr int kColumnCount = 16;
constexpr std::string_view kFrom =
    " FROM filing_version v "
    "JOIN filing f ON f.region_code = v.region_code AND f.filing_id = v.filing_id "
    "JOIN document d ON d.region_code = v.region_code AND d.document_id = v.document_id "
    "WHERE v.region_code = ?";
constexpr std::string_view kSelectDocument =
    "SELECT d.document_id, d.hash, d.name, d.format, d.encoding, c.bytes FROM document d "
    "JOIN document_content c ON c.region_code = d.region_code AND c.document_id = d.document_id "
    "WHERE d.region_code = ? AND d.document_id = ?";
// Current rows by identity: the lines of an old version lead to the rows as they stand.
constexpr std::string_view kSelectLines =
    "SELECT i.indicator_id, i.project_id, i.name, r.line, r.last_line FROM filing_version v "
    "JOIN filed_row r ON r.region_code = v.region_code AND r.version_id = v.version_id "
    "JOIN indicator i ON i.region_code = r.region_code AND i.indicator_id = r.indicator_id "
    "WHERE v.region_code = ? AND v.document_id = ? AND r.line > 0 AND r.line <= ? AND "
    "r.last_line >= ? AND i.is_current = 1";
// A document that was read anew counts as it was read last.
constexpr std::string_view kReadLast =
    " AND NOT EXISTS (SELECT 1 FROM filing_version n WHERE n.region_code = v.region_code AND "
    "n.filing_id = v.filing_id AND n.document_id = v.document_id AND n.version > v.version)";

constexpr std::string_view kSelectPlaces =
    "SELECT i.indicator_id, i.project_id, i.name, r.place, r.boxes FROM filing_version v "
    "JOIN filed_row r ON r.region_code = v.region_code AND r.version_id = v.version_id "
    "JOIN indicator i ON i.region_code = r.region_code AND i.indicator_id = r.indicator_id";

Import read_import(const sql::Statement& row) {
  return {.id = row.integer(0),
          .filing_id = row.integer(1),
          .document_id = row.integer(2),
          .name = std::string(row.text(3)),
          .title = std::string(row.text(4)),
          .year = static_cast<int>(row.integer(5)),
          .region = std::string(row.text(6)),
          .form = std::string(row.text(7)),
          .version = static_cast<int>(row.integer(8)),
          .at_ms = row.integer(9),
          .indicators = row.integer(10),
          .repeated = row.integer(11),
          .doubtful = row.integer(12),
          .unread = row.integer(13),
          .pack_id = std::string(row.text(14)),
          .pack_version = row.integer(15)};
}

/// Runs a query that began with `kSelectPlaces`.
Result<std::vector<PlacedRow>> read_places(sql::Connection& connection, Query query) {
  query.add(" AND i.is_current = 1").add(kReadLast).add(" ORDER BY r.version_id, r.position");
  JH_TRY(const auto found, query.run(connection));
  std::vector<PlacedRow> rows;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    rows.push_back({.indicator_id = row.integer(0),
                    .project_id = row.integer(1),
                    .name = std::string(row.text(2)),
                    .place = place(row.text(3)),
                    .boxes = cell_boxes(row.text(4))});
  }));
  return rows;
}

void add_filter(Query& query, std::string_view region, int year) {
  query.add(kFrom, region);
  if (year != 0) {
    query.add(" AND f.year = ?", std::int64_t{year});
  }
}

}  // namespace

Result<Page<Import>> Store::imports(std::string_view region, int year, std::string_view cursor,
                                    std::int64_t limit) {
  JH_TRY(const auto lease, pool_->lease());
  const Keyset keyset("imports", {{"v.filed_at"}, {"v.version_id"}}, true);
  limit = std::clamp<std::int64_t>(limit, 1, kLongestPage);
  Query query(kColumns);
  query.add(keyset.columns());
  add_filter(query, region, year);
  JH_TRY_DO(keyset.add_start(query, cursor));
  keyset.add_order(query, limit + 1);
  JH_TRY(const auto found, query.run(*lease));
  Page<Import> page;
  std::string last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (static_cast<std::int64_t>(page.items.size()) == limit) {
      page.next = last;
      return;
    }
    page.items.push_back(read_import(row));
    last = keyset.cursor(row, kColumnCount);
  }));
  Query counting("SELECT COUNT(*)");
  add_filter(counting, region, year);
  JH_TRY(const auto counted, counting.run(*lease));
  JH_TRY_DO(counted->next());
  page.total = counted->integer(0);
  return page;
}

Result<ImportWithReport> Store::import(std::string_view region, std::int64_t version_id) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kColumns);
  query.add(", v.report").add(kFrom, region).add(" AND v.version_id = ?", version_id);
  JH_TRY(const auto found, query.run(*lease));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_import"});
  }
  return ImportWithReport{read_import(*found), std::string(found->text(kColumnCount))};
}

Result<std::optional<Import>> Store::newest_import(std::string_view region,
                                                   std::int64_t document_id) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kColumns);
  query.add(kFrom, region).add(" AND v.document_id = ?", document_id);
  query.add(" ORDER BY v.version_id DESC LIMIT 1");
  JH_TRY(const auto found, query.run(*lease));
  JH_TRY(const bool exists, found->next());
  return exists ? std::optional(read_import(*found)) : std::nullopt;
}

Result<StoredDocument> Store::document(std::string_view region, std::int64_t id) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kSelectDocument));
  JH_TRY_DO(found->run({region, id}));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_document"});
  }
  return StoredDocument{.id = found->integer(0),
                        .hash = std::string(found->text(1)),
                        .name = std::string(found->text(2)),
                        .format = std::string(found->text(3)),
                        .encoding = std::string(found->text(4)),
                        .bytes = found->blob(5)};
}

Result<std::vector<RowLines>> Store::rows_on_lines(std::string_view region,
                                                   std::int64_t document_id, int first, int last) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(std::string(kSelectLines) + std::string(kReadLast) +
                                          " ORDER BY r.line, r.position"));
  JH_TRY_DO(found->run({region, document_id, std::int64_t{last}, std::int64_t{first}}));
  std::vector<RowLines> rows;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    rows.push_back({.indicator_id = row.integer(0),
                    .project_id = row.integer(1),
                    .name = std::string(row.text(2)),
                    .first = static_cast<int>(row.integer(3)),
                    .last = static_cast<int>(row.integer(4))});
  }));
  return rows;
}

Result<std::vector<PlacedRow>> Store::rows_on_pages(std::string_view region,
                                                    std::int64_t document_id, int first, int last) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kSelectPlaces);
  query.add(" WHERE v.region_code = ?", region).add(" AND v.document_id = ?", document_id);
  query.add(" AND r.page >= ?", std::int64_t{first}).add(" AND r.page <= ?", std::int64_t{last});
  return read_places(*lease, std::move(query));
}

Result<std::vector<PlacedRow>> Store::rows_of_document(std::string_view region,
                                                       std::int64_t document_id) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kSelectPlaces);
  query.add(" WHERE v.region_code = ?", region).add(" AND v.document_id = ?", document_id);
  return read_places(*lease, std::move(query));
}

}  // namespace jiheng::store
