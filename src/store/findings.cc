#include "store/findings.h"

#include <algorithm>
#include <array>

#include "store/edits.h"
#include "store/facts.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/waivers.h"
#include "store/writing.h"

namespace jiheng::store {

namespace {

constexpr std::array<std::string_view, 13> kColumns{
    "region_code", "indicator_id", "number",          "project_id",
    "year",        "rule",         "severity",        "field",
    "message",     "clause",       "clause_verified", "suggestion",
    "waiver_id"};

constexpr std::string_view kDelete = "DELETE FROM finding WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kOfProjectRow =
    "SELECT agency_id, year FROM project WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kProjectsOfAgency =
    "SELECT project_id FROM project WHERE region_code = ? AND agency_id = ? AND year = ?";
constexpr std::string_view kCountOnIndicators =
    "UPDATE indicator SET errors = ?, warnings = ?, hints = ? "
    "WHERE region_code = ? AND indicator_id = ? AND (errors <> ? OR warnings <> ? OR hints <> ?)";
constexpr std::string_view kSumOfProject =
    "SELECT COUNT(*), COALESCE(SUM(errors), 0), COALESCE(SUM(warnings), 0), "
    "COALESCE(SUM(hints), 0) FROM indicator "
    "WHERE region_code = ? AND project_id = ? AND is_current = 1";
constexpr std::string_view kFirstOfProject =
    "SELECT filing_id, position FROM indicator WHERE region_code = ? AND project_id = ? AND "
    "is_current = 1 ORDER BY filing_id, position LIMIT 1";
constexpr std::string_view kUpdateProject =
    "UPDATE project SET indicators = ?, errors = ?, warnings = ?, hints = ? "
    "WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kMoveProject =
    "UPDATE project SET filing_id = ?, position = ? WHERE region_code = ? AND project_id = ?";

Result<void> set_counts(sql::Statement& update, std::string_view region, std::int64_t indicator,
                        const Counts& counts) {
  return update.run({counts.error, counts.warning, counts.hint, region, indicator, counts.error,
                     counts.warning, counts.hint});
}

/// Sets the rows' own counters to their findings.
Result<void> count_on_rows(sql::Connection& connection, std::string_view region,
                           std::span<const FindingPlace> places,
                           std::span<const Finding> findings) {
  std::vector<Counts> counts(places.size());
  for (const auto& finding : findings) {
    count(counts[finding.row], finding);
  }
  JH_TRY(const auto update, connection.prepare(kCountOnIndicators));
  for (std::size_t i = 0; i < places.size(); ++i) {
    JH_TRY_DO(set_counts(*update, region, places[i].indicator_id, counts[i]));
  }
  return {};
}

Result<void> sum_up(sql::Connection& connection, std::string_view region,
                    std::span<const std::int64_t> projects) {
  JH_TRY(const auto sum, connection.prepare(kSumOfProject));
  JH_TRY(const auto update, connection.prepare(kUpdateProject));
  for (const auto project : projects) {
    JH_TRY_DO(sum->run({region, project}));
    JH_TRY_DO(sum->next());
    JH_TRY_DO(update->run(
        {sum->integer(0), sum->integer(1), sum->integer(2), sum->integer(3), region, project}));
  }
  return {};
}

/// Says where the projects start now; one without rows stays where it was.
Result<void> find_starts(sql::Connection& connection, std::string_view region,
                         std::span<const std::int64_t> projects) {
  JH_TRY(const auto first, connection.prepare(kFirstOfProject));
  JH_TRY(const auto move, connection.prepare(kMoveProject));
  for (const auto project : projects) {
    JH_TRY_DO(first->run({region, project}));
    JH_TRY(const bool has_rows, first->next());
    if (has_rows) {
      JH_TRY_DO(move->run({first->integer(0), first->integer(1), region, project}));
    }
  }
  return {};
}

}  // namespace

void count(Counts& counts, const Finding& finding) {
  if (finding.waiver) {
    return;
  }
  switch (finding.severity) {
    case Severity::error:
      ++counts.error;
      return;
    case Severity::warning:
      ++counts.warning;
      return;
    case Severity::hint:
      ++counts.hint;
      return;
  }
}

Result<void> add_findings(sql::Connection& connection, std::string_view region, std::int64_t year,
                          std::span<const FindingPlace> places, std::span<const Finding> findings) {
  if (findings.empty()) {
    return {};
  }
  std::vector<std::int64_t> numbers(places.size());
  JH_TRY(const auto bulk, connection.bulk("finding", kColumns));
  for (const auto& finding : findings) {
    const auto& place = places[finding.row];
    const auto text = encode(finding.message);
    const auto suggestion = encode(finding.suggestion);
    JH_TRY_DO(bulk->row({region, place.indicator_id, ++numbers[finding.row], place.project_id, year,
                         finding.rule, word(finding.severity), word(finding.column), text,
                         finding.clause, std::int64_t{finding.clause_verified ? 1 : 0}, suggestion,
                         finding.waiver ? sql::Value(finding.waiver->id) : sql::Value()}));
  }
  return bulk->finish();
}

Result<void> delete_findings(sql::Connection& connection, std::string_view region,
                             std::span<const std::int64_t> projects) {
  JH_TRY(const auto remove, connection.prepare(kDelete));
  for (const auto project : projects) {
    JH_TRY_DO(remove->run({region, project}));
  }
  return {};
}

Result<void> recount(sql::Connection& connection, std::string_view region,
                     std::span<const std::int64_t> projects) {
  JH_TRY_DO(sum_up(connection, region, projects));
  return find_starts(connection, region, projects);
}

Result<AgencyRows> load_agency(sql::Connection& connection, std::string_view region,
                               std::int64_t agency, std::int64_t year) {
  JH_TRY(auto rows, rows_of_agency(connection, region, agency, year));
  JH_TRY(auto edits, load_edited_cells(connection, region, kOfAgency, agency));
  AgencyRows judged;
  judged.stored.reserve(rows.size());
  judged.rows.reserve(rows.size());
  for (auto& row : rows) {
    judged.rows.push_back(row.stored.row);
    respell(judged.rows.back(), row.filed, edits[row.stored.id]);
    judged.stored.push_back(std::move(row.stored));
  }
  JH_TRY(judged.facts, load_facts(connection, region, agency, year));
  return judged;
}

Result<void> review_agency(sql::Connection& connection, std::string_view region,
                           std::int64_t agency, std::int64_t year, const Review& review) {
  if (!review) {
    return {};
  }
  JH_TRY(const auto judged, load_agency(connection, region, agency, year));
  std::vector<FindingPlace> places;
  places.reserve(judged.stored.size());
  for (const auto& row : judged.stored) {
    places.push_back({row.id, row.project_id});
  }
  JH_TRY(auto findings, review(judged.rows, judged.facts));
  JH_TRY(const auto waivers, LivingWaivers::load(connection, region, year));
  waivers.mark(judged.rows, places, findings);
  std::vector<std::int64_t> projects;
  JH_TRY(const auto found, connection.prepare(kProjectsOfAgency));
  JH_TRY_DO(found->run({region, agency, year}));
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { projects.push_back(row.integer(0)); }));
  JH_TRY_DO(delete_findings(connection, region, projects));
  JH_TRY_DO(add_findings(connection, region, year, places, findings));
  JH_TRY_DO(count_on_rows(connection, region, places, findings));
  return recount(connection, region, projects);
}

Result<void> review_projects(sql::Connection& connection, std::string_view region,
                             const std::set<std::int64_t>& projects, const Review& review) {
  std::set<std::pair<std::int64_t, std::int64_t>> agencies;
  JH_TRY(const auto find, connection.prepare(kOfProjectRow));
  for (const auto project : projects) {
    JH_TRY_DO(find->run({region, project}));
    JH_TRY(const bool exists, find->next());
    if (!exists) {
      return fail(ErrorCode::not_found, {"store.no_project"});
    }
    agencies.emplace(find->integer(0), find->integer(1));
  }
  for (const auto& [agency, year] : agencies) {
    JH_TRY_DO(review_agency(connection, region, agency, year, review));
  }
  return {};
}

Result<void> review_project(sql::Connection& connection, std::string_view region,
                            std::int64_t project, const Review& review) {
  return review_projects(connection, region, {project}, review);
}

}  // namespace jiheng::store
