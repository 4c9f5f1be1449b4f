#include <algorithm>

#include "store/findings.h"
#include "store/query.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::string_view kAgenciesOfYear =
    "SELECT DISTINCT agency_id FROM project WHERE region_code = ? AND year = ? AND indicators > 0 "
    "ORDER BY agency_id";
constexpr std::string_view kInsertRun =
    "INSERT INTO review_run (region_code, run_id, year, pack_id, pack_version, made_at, errors, "
    "warnings, hints) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kSumOfYear =
    "SELECT COALESCE(SUM(errors), 0), COALESCE(SUM(warnings), 0), COALESCE(SUM(hints), 0) FROM "
    "project WHERE region_code = ? AND year = ? AND indicators > 0";
constexpr std::string_view kFiledSince =
    "SELECT COUNT(*) FROM filing_version v JOIN filing f ON f.region_code = v.region_code AND "
    "f.filing_id = v.filing_id WHERE v.region_code = ? AND f.year = ? AND v.filed_at > ?";
constexpr std::string_view kRuns =
    "SELECT pack_id, pack_version, made_at, errors, warnings, hints, year FROM review_run WHERE "
    "region_code = ? ORDER BY year, made_at DESC, run_id DESC";
constexpr std::string_view kFiledBy =
    "SELECT v.pack_id, v.pack_version, f.year FROM filing_version v JOIN filing f ON f.region_code "
    "= v.region_code AND f.filing_id = v.filing_id WHERE v.region_code = ? AND v.pack_id IS NOT "
    "NULL ORDER BY f.year, v.filed_at DESC, v.version_id DESC";

Result<std::vector<std::int64_t>> agencies_of(sql::Pool& pool, std::string_view region, int year) {
  std::vector<std::int64_t> agencies;
  JH_TRY(const auto lease, pool.lease());
  JH_TRY(const auto found, lease->prepare(kAgenciesOfYear));
  JH_TRY_DO(found->run({region, std::int64_t{year}}));
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { agencies.push_back(row.integer(0)); }));
  return agencies;
}

Result<void> in_turn(const std::vector<std::int64_t>& agencies, const YearWatch& watch,
                     const std::function<Result<void>(std::int64_t agency)>& each) {
  std::size_t done = 0;
  for (const auto agency : agencies) {
    if (watch.stop.stop_requested()) {
      return fail(ErrorCode::unavailable, {"store.review_stopped"});
    }
    if (watch.told) {
      watch.told(done, agencies.size());
    }
    JH_TRY_DO(each(agency));
    ++done;
  }
  return {};
}

}  // namespace

Result<void> Store::each_agency(std::string_view region, const AgencyOrYear& of,
                                const std::function<Result<void>(AgencyRows rows)>& each,
                                const YearWatch& watch) {
  std::vector<std::int64_t> agencies;
  if (of.agency) {
    agencies.push_back(*of.agency);
  } else {
    JH_TRY(agencies, agencies_of(*pool_, region, of.year));
  }
  return in_turn(agencies, watch, [&](std::int64_t agency) -> Result<void> {
    AgencyRows rows;
    {
      // No connection is held while the rows are looked at.
      JH_TRY(const auto lease, pool_->lease());
      JH_TRY(rows, load_agency(*lease, region, agency, of.year));
    }
    return each(std::move(rows));
  });
}

Result<Counts> Store::review_year(std::string_view region, const ReviewRun& run, const Hooks& hooks,
                                  const YearWatch& watch) {
  JH_TRY(const auto agencies, agencies_of(*pool_, region, run.year));
  // An agency at a time: others may write in between.
  const auto judge = [&](std::int64_t agency) -> Result<void> {
    JH_TRY(auto writing, Writing::begin(*pool_, region));
    JH_TRY_DO(review_agency(*writing, region, agency, run.year, hooks.review));
    return writing.commit();
  };
  JH_TRY_DO(in_turn(agencies, watch, judge));
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

Result<std::int64_t> Store::filed_since(std::string_view region, int year, std::int64_t at_ms) {
  JH_TRY(const auto lease, pool_->lease());
  return lease->number(kFiledSince, {region, std::int64_t{year}, at_ms});
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
