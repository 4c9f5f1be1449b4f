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
constexpr std::string_view kAgenciesOfYear =
    "SELECT DISTINCT agency_id FROM project WHERE region_code = ? AND year = ? AND indicators > 0 "
    "ORDER BY agency_id";
constexpr std::string_view kInsertRun =
    "INSERT INTO review_run (region_code, run_id, year, pack_id, pack_version, made_at, errors, "
    "warnings, hints) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kSumOfYear =
    "SELECT COALESCE(SUM(errors), 0), COALESCE(SUM(warnings), 0), COALESCE(SUM(hints), 0) FROM "
    "project WHERE region_code = ? AND year = ? AND indicators > 0";
constexpr std::string_view kProjectsOfAgency =
    "SELECT project_id FROM project WHERE region_code = ? AND agency_id = ? AND year = ?";
constexpr std::string_view kRuns =
    "SELECT pack_id, pack_version, made_at, errors, warnings, hints, year FROM review_run WHERE "
    "region_code = ? ORDER BY year, made_at DESC, run_id DESC";
constexpr std::string_view kFiledBy =
    "SELECT v.pack_id, v.pack_version, f.year FROM filing_version v JOIN filing f ON f.region_code "
    "= v.region_code AND f.filing_id = v.filing_id WHERE v.region_code = ? AND v.pack_id IS NOT "
    "NULL ORDER BY f.year, v.filed_at DESC, v.version_id DESC";
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

Result<void> review_agency(sql::Connection& connection, std::string_view region,
                           std::int64_t agency, std::int64_t year, const Review& review) {
  if (!review) {
    return {};
  }
  JH_TRY(const auto rows, rows_of_agency(connection, region, agency, year));
  JH_TRY(auto edits, load_edited_cells(connection, region, kOfAgency, agency));
  std::vector<FindingPlace> places;
  std::vector<Indicator> shown;
  for (const auto& row : rows) {
    places.push_back({row.stored.id, row.stored.project_id});
    shown.push_back(row.stored.row);
    respell(shown.back(), row.filed, edits[row.stored.id]);
  }
  JH_TRY(const auto facts, load_facts(connection, region, agency, year));
  JH_TRY(auto findings, review(shown, facts));
  JH_TRY(const auto waivers, LivingWaivers::load(connection, region, year));
  waivers.mark(shown, places, findings);
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

Result<Counts> Store::review_year(std::string_view region, const ReviewRun& run, const Hooks& hooks,
                                  const std::stop_token& stop) {
  std::vector<std::int64_t> agencies;
  {
    JH_TRY(const auto lease, pool_->lease());
    JH_TRY(const auto found, lease->prepare(kAgenciesOfYear));
    JH_TRY_DO(found->run({region, std::int64_t{run.year}}));
    JH_TRY_DO(for_each_row(*found,
                           [&](const sql::Statement& row) { agencies.push_back(row.integer(0)); }));
  }
  // An agency at a time: others may write in between.
  for (const auto agency : agencies) {
    if (stop.stop_requested()) {
      return fail(ErrorCode::unavailable, {"store.review_stopped"});
    }
    JH_TRY(auto writing, Writing::begin(*pool_, region));
    JH_TRY_DO(review_agency(*writing, region, agency, run.year, hooks.review));
    JH_TRY_DO(writing.commit());
  }
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY(const auto sum, (*writing).prepare(kSumOfYear));
  JH_TRY_DO(sum->run({region, std::int64_t{run.year}}));
  JH_TRY_DO(sum->next());
  const Counts counts{sum->integer(0), sum->integer(1), sum->integer(2)};
  JH_TRY_DO((*writing).execute(
      kInsertRun, {region, ids_.next(), std::int64_t{run.year}, run.pack_id, run.pack_version,
                   clock_.now_ms(), counts.error, counts.warning, counts.hint}));
  JH_TRY_DO(writing.commit());
  return counts;
}

Result<std::vector<StoredRun>> Store::judged_by(std::string_view region) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kRuns));
  JH_TRY_DO(found->run({region}));
  std::vector<StoredRun> newest;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    const auto year = static_cast<int>(row.integer(6));
    if (newest.empty() || newest.back().run.year != year) {
      newest.push_back({.run = {.year = year,
                                .pack_id = std::string(row.text(0)),
                                .pack_version = row.integer(1)},
                        .at_ms = row.integer(2),
                        .findings = {row.integer(3), row.integer(4), row.integer(5)}});
    }
  }));
  JH_TRY(const auto filed, lease->prepare(kFiledBy));
  JH_TRY_DO(filed->run({region}));
  JH_TRY_DO(for_each_row(*filed, [&](const sql::Statement& row) {
    const auto year = static_cast<int>(row.integer(2));
    const bool known =
        std::ranges::any_of(newest, [&](const StoredRun& one) { return one.run.year == year; });
    if (!known) {
      newest.push_back(
          {.run = {
               .year = year, .pack_id = std::string(row.text(0)), .pack_version = row.integer(1)}});
    }
  }));
  return newest;
}

}  // namespace jiheng::store
