#include <array>
#include <bit>

#include "store/filing_plan.h"
#include "store/filing_write.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {

namespace {

constexpr std::size_t kManyRows = 1000;
constexpr std::string_view kCountVersions =
    "SELECT COUNT(*) FROM filing_version WHERE region_code = ?";
constexpr std::array<std::string_view, 7> kGrowingTables{
    "indicator", "filed_row",      "indicator_search", "finding",
    "project",   "filing_version", "approved_row"};

/// Without statistics PostgreSQL takes a table it has just filled for a handful of rows, and joins
/// it accordingly (measured: 72 s for a page out of 40,000 rows, 3 ms afterwards). Its own
/// analysis comes within a minute; nobody should wait for it after a large document, nor after
/// the filings have doubled. A failure is no failure of the filing.
void tell_planner(sql::Connection& connection, const FilingRequest& request) {
  const auto sql = connection.dialect().analyze(kGrowingTables);
  const auto versions = connection.number(kCountVersions, {request.region}).value_or(0);
  const bool has_doubled = std::has_single_bit(static_cast<std::uint64_t>(versions));
  if (!sql.empty() && (has_doubled || request.indicators.size() >= kManyRows)) {
    static_cast<void>(connection.script(sql));
  }
}

}  // namespace

Result<FilingResult> Store::plan(const FilingRequest& request, const Hooks& hooks) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(auto plan, plan_filing(*lease, request, hooks));
  return std::move(plan.result);
}

Result<FilingResult> Store::file(const FilingRequest& request, const Hooks& hooks) {
  JH_TRY_DO(validate_filing(request));
  JH_TRY(auto writing, Writing::begin(*pool_, request.region));
  JH_TRY(auto plan, plan_filing(*writing, request, hooks));
  if (plan.result.outcome != FilingOutcome::same_document) {
    JH_TRY_DO(write_filing({*writing, request, hooks, plan}, clock_, ids_));
    JH_TRY_DO(writing.commit());
    tell_planner(*writing, request);
  }
  return std::move(plan.result);
}

}  // namespace jiheng::store
