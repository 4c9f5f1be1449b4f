#include <algorithm>
#include <unordered_map>

#include "store/keyset.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/search.h"
#include "store/store.h"

namespace jiheng::store {

namespace {

constexpr std::int64_t kLongestPage = 2000;
constexpr std::int64_t kFewCandidates = 5000;

std::string_view name_of(IndicatorSort sort) {
  switch (sort) {
    case IndicatorSort::document:
      return "indicators document";
    case IndicatorSort::agency:
      return "indicators agency";
    case IndicatorSort::project:
      return "indicators project";
    case IndicatorSort::level:
      return "indicators level";
    case IndicatorSort::name:
      return "indicators name";
    case IndicatorSort::comparator:
      return "indicators comparator";
    case IndicatorSort::target:
      return "indicators target";
    case IndicatorSort::kind:
      return "indicators kind";
    case IndicatorSort::findings:
      return "indicators findings";
  }
  return {};
}

std::vector<SortKey> keys_of(IndicatorSort sort) {
  switch (sort) {
    case IndicatorSort::document:
      return {};
    case IndicatorSort::agency:
      return {{"COALESCE(i.agency, '')", true}};
    case IndicatorSort::project:
      return {{"COALESCE(i.project, '')", true}};
    case IndicatorSort::level:
      return {{"COALESCE(i.level1, '')", true}, {"COALESCE(i.level2, '')", true}};
    case IndicatorSort::name:
      return {{"COALESCE(i.name, '')", true}};
    case IndicatorSort::comparator:
      return {{"COALESCE(i.comparator, '')", true}};
    case IndicatorSort::target:
      return {{"COALESCE(i.target_order, '')", true}};
    case IndicatorSort::kind:
      return {{"i.kind", true}};
    case IndicatorSort::findings:
      return {{"i.errors"}, {"i.warnings"}, {"i.hints"}};
  }
  return {};
}

/// Every sort ends with the place in the document, which is unique among current rows.
Keyset keyset_of(IndicatorSort sort, bool descending) {
  auto keys = keys_of(sort);
  keys.push_back({"i.filing_id"});
  keys.push_back({"i.position"});
  return {name_of(sort), std::move(keys), descending};
}

std::string_view has_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return " AND i.errors > 0";
    case Severity::warning:
      return " AND i.warnings > 0";
    case Severity::hint:
      return " AND i.hints > 0";
  }
  return {};
}

void add_cells(Query& query, const IndicatorFilter& filter) {
  if (!filter.level1.empty()) {
    query.add(" AND i.level1 = ?", filter.level1);
  }
  if (!filter.level2.empty()) {
    query.add(" AND i.level2 = ?", filter.level2);
  }
  if (filter.kind) {
    query.add(" AND i.kind = ?", word(*filter.kind));
  }
  if (filter.comparator) {
    query.add(" AND i.comparator = ?", symbol(*filter.comparator));
  }
  if (filter.no_comparator) {
    query.add(" AND i.comparator IS NULL");
  }
  if (filter.measurable) {
    query.add(" AND i.measurable = ?", std::int64_t{*filter.measurable ? 1 : 0});
  }
}

void add_rule(Query& query, const IndicatorFilter& filter) {
  query.add("finding f WHERE f.region_code = ?", filter.region);
  query.add(" AND f.year = ?", std::int64_t{filter.year}).add(" AND f.rule = ?", filter.rule);
  query.add(" AND f.waiver_id IS NULL");
}

/// Which rows, and how the database had better look for them.
///
/// Shape   `is_narrow`: the words or the rule leave so few candidates that the list is best made
///         from these; otherwise it is walked in its order until the page is full.
struct Selection {
  const IndicatorFilter& filter;
  const sql::Dialect& dialect;
  bool is_narrow{};
};

Result<bool> is_narrow(sql::Connection& connection, const IndicatorFilter& filter) {
  Query query("SELECT COUNT(*) FROM (SELECT 1 FROM ");
  if (has_grams(filter.query)) {
    query.add("indicator i WHERE i.region_code = ?", filter.region);
    add_grams(query, connection.dialect(), filter.query);
  } else if (!filter.rule.empty()) {
    add_rule(query, filter);
  } else {
    return false;
  }
  query.add(" LIMIT ?) counted", kFewCandidates + 1);
  JH_TRY(const auto found, query.run(connection));
  JH_TRY_DO(found->next());
  return found->integer(0) <= kFewCandidates;
}

void add_filter(Query& query, const Selection& selection) {
  const auto& [filter, dialect, narrow] = selection;
  query.add(" WHERE i.region_code = ? AND ", filter.region);
  query.add(narrow ? dialect.unindexed("i.year") : "i.year");
  query.add(" = ? AND i.is_current = 1", std::int64_t{filter.year});
  if (filter.agency) {
    query.add(" AND i.agency_id = ?", *filter.agency);
  }
  if (filter.project) {
    query.add(" AND i.project_id = ?", *filter.project);
  }
  add_cells(query, filter);
  if (filter.severity) {
    query.add(has_severity(*filter.severity));
  }
  if (!filter.rule.empty()) {
    query.add(" AND i.indicator_id IN (SELECT f.indicator_id FROM ");
    add_rule(query, filter);
    query.add(")");
  }
  add_grams(query, dialect, filter.query);
  add_words(query, dialect, "i.search", filter.query);
}

/// The rows with these ids, in the order of the ids.
Result<std::vector<StoredIndicator>> load_rows(sql::Connection& connection, std::string_view region,
                                               const std::vector<std::int64_t>& ids) {
  std::vector<StoredIndicator> rows(ids.size());
  if (ids.empty()) {
    return rows;
  }
  std::unordered_map<std::int64_t, std::size_t> positions;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    positions.emplace(ids[i], i);
  }
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add_in(" AND i.indicator_id IN", ids);
  JH_TRY(const auto found, query.run(connection));
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    rows[positions[row.integer(0)]] = read_indicator(row).stored;
  }));
  JH_TRY_DO(load_findings(connection, region, rows));
  return rows;
}

/// A page without its total. Ids and sort keys first: sorting must not carry whole rows along.
Result<Page<StoredIndicator>> read_page(sql::Connection& connection, const Selection& selection,
                                        const Stretch<IndicatorSort>& stretch) {
  const auto keyset = keyset_of(stretch.sort, stretch.descending);
  const auto limit = std::clamp<std::int64_t>(stretch.limit, 1, kLongestPage);
  Query query("SELECT i.indicator_id");
  query.add(keyset.columns()).add(" FROM indicator i");
  add_filter(query, selection);
  JH_TRY_DO(keyset.add_start(query, stretch.cursor));
  // One more than is shown tells whether there is a next page.
  keyset.add_order(query, limit + 1);
  JH_TRY(const auto found, query.run(connection));
  Page<StoredIndicator> page;
  std::vector<std::int64_t> ids;
  std::string last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (static_cast<std::int64_t>(ids.size()) == limit) {
      page.next = last;
      return;
    }
    ids.push_back(row.integer(0));
    last = keyset.cursor(row, 1);
  }));
  JH_TRY(page.items, load_rows(connection, selection.filter.region, ids));
  return page;
}

}  // namespace

Result<Page<StoredIndicator>> Store::list_indicators(const IndicatorFilter& filter,
                                                     const Stretch<IndicatorSort>& stretch) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const bool narrow, is_narrow(*lease, filter));
  const Selection selection{filter, lease->dialect(), narrow};
  JH_TRY(auto page, read_page(*lease, selection, stretch));
  Query query("SELECT COUNT(*) FROM (SELECT 1 FROM indicator i");
  add_filter(query, selection);
  query.add(" LIMIT ?) counted", kCountedRows + 1);
  JH_TRY(const auto found, query.run(*lease));
  JH_TRY_DO(found->next());
  page.total = std::min(found->integer(0), kCountedRows);
  page.total_is_exact = found->integer(0) <= kCountedRows;
  return page;
}

Result<void> Store::each_indicator(const IndicatorFilter& filter, IndicatorSort sort,
                                   bool descending,
                                   const std::function<void(const StoredIndicator& row)>& each) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const bool narrow, is_narrow(*lease, filter));
  const Selection selection{filter, lease->dialect(), narrow};
  Stretch<IndicatorSort> stretch{.sort = sort, .descending = descending, .limit = kLongestPage};
  do {
    JH_TRY(const auto page, read_page(*lease, selection, stretch));
    std::ranges::for_each(page.items, each);
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return {};
}

Result<StoredIndicator> Store::indicator(std::string_view region, std::int64_t id) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add(" AND i.indicator_id = ?", id);
  query.add(" AND i.is_current = 1");
  JH_TRY(const auto found, query.run(*lease));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_indicator"});
  }
  std::vector<StoredIndicator> rows{read_indicator(*found).stored};
  JH_TRY_DO(load_findings(*lease, region, rows));
  JH_TRY_DO(load_overlays(*lease, region, rows));
  return std::move(rows.front());
}

}  // namespace jiheng::store
