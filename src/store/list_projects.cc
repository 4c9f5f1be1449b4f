#include <algorithm>

#include "base/text.h"
#include "store/items.h"
#include "store/keyset.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/search.h"
#include "store/store.h"

namespace jiheng::store {

namespace {

constexpr std::int64_t kLongestPage = 2000;

constexpr std::string_view kColumns =
    "SELECT p.project_id, p.agency_id, p.year, a.name, p.programme, p.title, p.name, "
    "p.indicators";
constexpr std::string_view kCounts = ", p.errors, p.warnings, p.hints";
constexpr std::string_view kCountsOfRule = ", r.errors, r.warnings, r.hints";
constexpr int kColumnCount = 11;
constexpr std::string_view kFrom =
    " FROM project p JOIN agency a ON a.region_code = p.region_code AND "
    "a.agency_id = p.agency_id";
// Beside every project the findings of one rule that stand in it; none without any.
constexpr std::string_view kRuleOfProject =
    " JOIN (SELECT f.project_id, COUNT(CASE WHEN f.severity = 'error' THEN 1 END) AS errors, "
    "COUNT(CASE WHEN f.severity = 'warning' THEN 1 END) AS warnings, "
    "COUNT(CASE WHEN f.severity = 'hint' THEN 1 END) AS hints FROM finding f "
    "WHERE f.waiver_id IS NULL";
constexpr std::string_view kInRegion = " WHERE p.region_code = ?";
constexpr std::string_view kSource =
    "SELECT d.document_id, d.name, r.line, v.version, v.pack_id, v.pack_version, "
    "(SELECT f.body FROM filing_fact f WHERE f.region_code = v.region_code AND "
    "f.version_id = v.version_id AND f.kind = 'frame') FROM indicator i "
    "JOIN filed_row r ON r.region_code = i.region_code AND r.version_id = i.version_id "
    "AND r.position = i.position "
    "JOIN filing_version v ON v.region_code = i.region_code AND v.version_id = i.version_id "
    "JOIN document d ON d.region_code = v.region_code AND d.document_id = v.document_id "
    "WHERE i.region_code = ? AND i.project_id = ? AND i.is_current = 1 "
    "ORDER BY i.filing_id, i.position LIMIT 1";

Keyset keyset_of(ProjectSort sort, bool descending, bool of_rule) {
  std::vector<SortKey> keys;
  std::string_view name = "projects document";
  switch (sort) {
    case ProjectSort::document:
      break;
    case ProjectSort::name:
      name = "projects name";
      keys = {{"COALESCE(p.name, '')", true}};
      break;
    case ProjectSort::agency:
      name = "projects agency";
      keys = {{"a.name", true}};
      break;
    case ProjectSort::indicators:
      name = "projects indicators";
      keys = {{"p.indicators"}};
      break;
    case ProjectSort::findings:
      name = of_rule ? "projects findings of a rule" : "projects findings";
      keys = of_rule ? std::vector<SortKey>{{"r.errors"}, {"r.warnings"}, {"r.hints"}}
                     : std::vector<SortKey>{{"p.errors"}, {"p.warnings"}, {"p.hints"}};
      break;
  }
  keys.insert(keys.end(), {{"p.filing_id"}, {"p.position"}, {"p.project_id"}});
  return {name, std::move(keys), descending};
}

std::string_view has_severity(Severity severity, bool of_rule) {
  switch (severity) {
    case Severity::error:
      return of_rule ? " AND r.errors > 0" : " AND p.errors > 0";
    case Severity::warning:
      return of_rule ? " AND r.warnings > 0" : " AND p.warnings > 0";
    case Severity::hint:
      return of_rule ? " AND r.hints > 0" : " AND p.hints > 0";
  }
  return {};
}

void add_filter(Query& query, const sql::Dialect& dialect, const ProjectFilter& filter) {
  const bool of_rule = !filter.rule.empty();
  query.add(kFrom);
  if (of_rule) {
    query.add(kRuleOfProject);
    query.add(" AND f.region_code = ?", filter.region);
    query.add(" AND f.year = ?", std::int64_t{filter.year});
    query.add(" AND f.rule = ? GROUP BY f.project_id) r ON r.project_id = p.project_id",
              filter.rule);
  }
  query.add(kInRegion, filter.region);
  query.add(" AND p.year = ? AND p.indicators > 0", std::int64_t{filter.year});
  if (filter.agency) {
    query.add(" AND p.agency_id = ?", *filter.agency);
  }
  if (filter.severity) {
    query.add(has_severity(*filter.severity, of_rule));
  }
  if (filter.any_finding) {
    query.add(" AND (p.errors > 0 OR p.warnings > 0 OR p.hints > 0)");
  }
  add_words(query, dialect, "p.search", filter.query);
}

ProjectSummary read_project(const sql::Statement& row) {
  return {.id = row.integer(0),
          .agency_id = row.integer(1),
          .year = static_cast<int>(row.integer(2)),
          .agency = std::string(row.text(3)),
          .programme = std::string(row.text(4)),
          .title = std::string(row.text(5)),
          .name = std::string(row.text(6)),
          .indicators = row.integer(7),
          .findings = {row.integer(8), row.integer(9), row.integer(10)}};
}

Result<ProjectSource> source_of(sql::Connection& connection, std::string_view region,
                                std::int64_t project) {
  JH_TRY(const auto found, connection.prepare(kSource));
  JH_TRY_DO(found->run({region, project}));
  ProjectSource source;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    source = {.document_id = row.integer(0),
              .name = std::string(row.text(1)),
              .first_line = static_cast<int>(row.integer(2)),
              .version = static_cast<int>(row.integer(3)),
              .pack_id = std::string(row.text(4)),
              .pack_version = row.integer(5),
              .frame = std::string(Items(row.text(6)).get("id"))};
  }));
  return source;
}

}  // namespace

Result<Page<ProjectSummary>> Store::list_projects(const ProjectFilter& filter,
                                                  const Stretch<ProjectSort>& stretch) {
  JH_TRY(const auto lease, pool_->lease());
  const bool of_rule = !filter.rule.empty();
  const auto keyset = keyset_of(stretch.sort, stretch.descending, of_rule);
  const auto limit = std::clamp<std::int64_t>(stretch.limit, 1, kLongestPage);
  Query query(kColumns);
  query.add(of_rule ? kCountsOfRule : kCounts).add(keyset.columns());
  add_filter(query, lease->dialect(), filter);
  JH_TRY_DO(keyset.add_start(query, stretch.cursor));
  keyset.add_order(query, limit + 1);
  JH_TRY(const auto found, query.run(*lease));
  Page<ProjectSummary> page;
  std::string last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (static_cast<std::int64_t>(page.items.size()) == limit) {
      page.next = last;
      return;
    }
    page.items.push_back(read_project(row));
    last = keyset.cursor(row, kColumnCount);
  }));
  Query counting("SELECT COUNT(*) FROM (SELECT 1");
  add_filter(counting, lease->dialect(), filter);
  counting.add(" LIMIT ?) counted", kCountedRows + 1);
  JH_TRY(const auto counted, counting.run(*lease));
  JH_TRY_DO(counted->next());
  page.total = std::min(counted->integer(0), kCountedRows);
  page.total_is_exact = counted->integer(0) <= kCountedRows;
  return page;
}

Result<StoredProject> Store::project(std::string_view region, std::int64_t id) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kColumns);
  query.add(kCounts).add(kFrom).add(kInRegion, region);
  query.add(" AND p.project_id = ? AND p.indicators > 0", id);
  JH_TRY(const auto found, query.run(*lease));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_project"});
  }
  StoredProject project;
  project.summary = read_project(*found);
  JH_TRY(project.source, source_of(*lease, region, id));
  JH_TRY(auto rows, rows_of_project(*lease, region, id));
  for (auto& row : rows) {
    project.rows.push_back(std::move(row.stored));
  }
  JH_TRY_DO(load_findings(*lease, region, project.rows));
  JH_TRY_DO(load_overlays(*lease, region, project.rows));
  return project;
}

}  // namespace jiheng::store
