// The queue: filed rows in doubt that no living correction speaks of.
#include <algorithm>
#include <map>

#include "store/corrections.h"
#include "store/keyset.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/rows.h"
#include "store/store.h"

namespace jiheng::store {

namespace {

constexpr std::int64_t kLongestPage = 200;

// Doubtful rows are few: the index of their keys leads.
constexpr std::string_view kFrom =
    " FROM filed_row r JOIN indicator i ON i.region_code = r.region_code AND "
    "i.indicator_id = r.indicator_id AND i.version_id = r.version_id AND "
    "i.position = r.position JOIN filing_version v ON v.region_code = r.region_code AND "
    "v.version_id = r.version_id JOIN document d ON d.region_code = v.region_code AND "
    "d.document_id = v.document_id WHERE r.region_code = ? AND r.row_key IS NOT NULL AND "
    "i.is_current = 1";
// One reading of several stands for its row: the first.
constexpr std::string_view kFirstReading =
    " AND NOT EXISTS (SELECT 1 FROM filed_row e WHERE e.region_code = r.region_code AND "
    "e.version_id = r.version_id AND e.row_key = r.row_key AND e.position = r.position - 1)";
constexpr std::string_view kLivingCorrection =
    "EXISTS (SELECT 1 FROM correction c WHERE c.region_code = r.region_code AND c.living = 1 AND "
    "c.subject = r.row_key)";

// Versions whose rows are current, filed before doubtful rows had keys.
constexpr std::string_view kKeyless =
    "SELECT v.document_id, d.name, v.doubtful FROM filing_version v JOIN filing f ON "
    "f.region_code = v.region_code AND f.filing_id = v.filing_id JOIN document d ON "
    "d.region_code = v.region_code AND d.document_id = v.document_id WHERE v.region_code = ? AND "
    "v.doubtful > 0 AND EXISTS (SELECT 1 FROM holding h WHERE h.region_code = v.region_code AND "
    "h.year = f.year AND h.form = f.form AND h.version_id = v.version_id) AND NOT EXISTS (SELECT 1 "
    "FROM filed_row r WHERE r.region_code = v.region_code AND r.version_id = v.version_id AND "
    "r.row_key IS NOT NULL)";

void add_filter(Query& query, const DoubtFilter& filter, const sql::Dialect& dialect) {
  query.add(kFrom, filter.region);
  if (filter.year != 0) {
    query.add(" AND i.year = ?", std::int64_t{filter.year});
  }
  if (filter.document != 0) {
    query.add(" AND v.document_id = ?", filter.document);
  }
  if (filter.reason) {
    query.add(
        " AND EXISTS (SELECT 1 FROM filed_row s WHERE s.region_code = r.region_code AND "
        "s.version_id = r.version_id AND s.row_key = r.row_key AND ");
    query.add(dialect.contains("(',' || s.doubt || ',')") + ")",
              "," + std::string(word(*filter.reason)) + ",");
  }
}

/// The rows' readings as they were filed, in document order.
Result<std::vector<Indicator>> filed_rows(sql::Connection& connection, std::string_view region,
                                          std::int64_t version,
                                          const std::vector<std::string>& keys) {
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add(" AND r.version_id = ?", version);
  query.add(" AND i.is_current = 1 AND (1 = 0");
  for (const auto& key : keys) {
    query.add(" OR r.row_key = ?", key);
  }
  query.add(") ORDER BY r.version_id, r.position");
  JH_TRY(const auto found, query.run(connection));
  std::vector<Indicator> rows;
  JH_TRY_DO(for_each_row(
      *found, [&](const sql::Statement& row) { rows.push_back(read_indicator(row).filed); }));
  return rows;
}

/// Fills the rows of a page.
Result<void> load_rows(sql::Connection& connection, std::string_view region,
                       std::vector<StoredDoubt>& items) {
  std::map<std::int64_t, std::vector<StoredDoubt*>> by_version;
  for (auto& item : items) {
    by_version[item.version_id].push_back(&item);
  }
  for (const auto& [version, doubts] : by_version) {
    std::vector<std::string> keys;
    for (const auto* doubt : doubts) {
      keys.push_back(doubt->row.key);
    }
    JH_TRY(const auto filed, filed_rows(connection, region, version, keys));
    for (auto& row : doubtful_rows(filed, filed.size())) {
      const auto at = std::ranges::find_if(
          doubts, [&](const StoredDoubt* doubt) { return doubt->row.key == row.key; });
      if (at != doubts.end()) {
        (*at)->row = std::move(row);
      }
    }
  }
  return {};
}

}  // namespace

Result<Page<StoredDoubt>> Store::list_doubts(const DoubtFilter& filter, std::string_view cursor,
                                             std::int64_t limit) {
  JH_TRY(const auto lease, pool_->lease());
  const Keyset keyset("doubts", {{"i.filing_id"}, {"i.position"}}, false);
  limit = std::clamp<std::int64_t>(limit, 1, kLongestPage);
  Query query(
      "SELECT v.document_id, d.name, r.version_id, r.indicator_id, i.project_id, r.row_key");
  constexpr int kSelected = 6;
  query.add(keyset.columns());
  add_filter(query, filter, lease->dialect());
  query.add(kFirstReading).add(" AND NOT ").add(kLivingCorrection);
  JH_TRY_DO(keyset.add_start(query, cursor));
  keyset.add_order(query, limit + 1);
  JH_TRY(const auto found, query.run(*lease));
  Page<StoredDoubt> page;
  std::string last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (static_cast<std::int64_t>(page.items.size()) == limit) {
      page.next = last;
      return;
    }
    page.items.push_back({.document_id = row.integer(0),
                          .document_name = std::string(row.text(1)),
                          .version_id = row.integer(2),
                          .indicator_id = row.integer(3),
                          .project_id = row.integer(4),
                          .row = {.key = std::string(row.text(5))}});
    last = keyset.cursor(row, kSelected);
  }));
  JH_TRY_DO(load_rows(*lease, filter.region, page.items));
  Query counting("SELECT COUNT(*)");
  add_filter(counting, filter, lease->dialect());
  counting.add(kFirstReading).add(" AND NOT ").add(kLivingCorrection);
  JH_TRY(const auto counted, counting.run(*lease));
  JH_TRY_DO(counted->next());
  page.total = counted->integer(0);
  return page;
}

Result<DoubtCounts> Store::count_doubts(const DoubtFilter& filter) {
  JH_TRY(const auto lease, pool_->lease());
  auto all = filter;
  all.reason.reset();
  Query query("SELECT r.version_id, r.row_key, r.doubt");
  add_filter(query, all, lease->dialect());
  query.add(" AND r.doubt IS NOT NULL AND NOT ").add(kLivingCorrection);
  query.add(" ORDER BY r.version_id, r.position");
  JH_TRY(const auto found, query.run(*lease));
  // The readings of a row stand together and may share a doubt: the row counts once for it.
  std::map<Doubt, std::int64_t> rows;
  std::map<Doubt, std::string> last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    const auto key = std::to_string(row.integer(0)) + std::string(row.text(1));
    for (const auto doubt : doubts(row.text(2))) {
      rows[doubt] += last[doubt] == key ? 0 : 1;
      last[doubt] = key;
    }
  }));
  DoubtCounts counts;
  counts.reasons.assign(rows.begin(), rows.end());
  Query waiting("SELECT v.document_id, d.name, COUNT(*)");
  add_filter(waiting, all, lease->dialect());
  waiting.add(kFirstReading).add(" AND ").add(kLivingCorrection);
  waiting.add(" GROUP BY v.document_id, d.name ORDER BY v.document_id");
  JH_TRY(const auto decided, waiting.run(*lease));
  JH_TRY_DO(for_each_row(*decided, [&](const sql::Statement& row) {
    counts.waiting.push_back({row.integer(0), std::string(row.text(1)), row.integer(2)});
  }));
  Query keyless(kKeyless);
  keyless.add("", filter.region);
  if (filter.year != 0) {
    keyless.add(" AND f.year = ?", std::int64_t{filter.year});
  }
  if (filter.document != 0) {
    keyless.add(" AND v.document_id = ?", filter.document);
  }
  keyless.add(" ORDER BY v.version_id");
  JH_TRY(const auto old, keyless.run(*lease));
  JH_TRY_DO(for_each_row(*old, [&](const sql::Statement& row) {
    counts.waiting.push_back({row.integer(0), std::string(row.text(1)), row.integer(2)});
  }));
  return counts;
}

}  // namespace jiheng::store
