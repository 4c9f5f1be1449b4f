#include "store/filing_plan.h"

#include <algorithm>

#include "store/approved_rows.h"
#include "store/comparisons.h"
#include "store/facts.h"
#include "store/findings.h"
#include "store/query.h"
#include "store/waivers.h"

namespace jiheng::store {

namespace {

constexpr std::size_t kRegionDigits = 9;

constexpr std::string_view kFindDocument =
    "SELECT document_id FROM document WHERE region_code = ? AND hash = ?";
constexpr std::string_view kFindVersion =
    "SELECT v.version_id, v.version, v.corrections, CASE WHEN v.doubtful > 0 AND NOT EXISTS "
    "(SELECT 1 FROM filed_row r WHERE r.region_code = v.region_code AND r.version_id = "
    "v.version_id AND r.row_key IS NOT NULL) THEN 1 ELSE 0 END, CASE WHEN EXISTS (SELECT 1 FROM "
    "holding h WHERE h.region_code = v.region_code AND h.version_id = v.version_id) THEN 1 ELSE 0 "
    "END FROM filing_version v JOIN filing f ON "
    "f.region_code = v.region_code AND f.filing_id = v.filing_id WHERE v.region_code = ? AND "
    "v.document_id = ? AND f.year = ? AND f.form = ? ORDER BY v.version_id DESC";

bool is_region(std::string_view code) {
  return code.size() == kRegionDigits &&
         std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

/// Looks whether the document was ever filed for this region, year and form, and was read the last
/// time by the same corrections. Doubtful rows that were filed before corrections were known have
/// no keys: such a document is read anew, too.
Result<void> find_document(const Planning& planning) {
  const auto& request = planning.request;
  auto& result = planning.plan.result;
  JH_TRY(result.document_id,
         planning.connection.number(kFindDocument, {request.region, request.document_hash}));
  if (result.document_id == 0) {
    return {};
  }
  JH_TRY(const auto found, planning.connection.prepare(kFindVersion));
  JH_TRY_DO(
      found->run({request.region, result.document_id, std::int64_t{request.year}, request.form}));
  JH_TRY(const bool filed, found->next());
  if (!filed || found->text(2) != request.corrections || found->integer(3) != 0) {
    return {};
  }
  const bool superseded = found->integer(4) == 0;
  if (!superseded || !request.again) {
    result.outcome = FilingOutcome::same_document;
    result.superseded = superseded;
    result.version_id = found->integer(0);
    result.version = static_cast<int>(found->integer(1));
  }
  return {};
}

/// What the rows are held against: a document that is the approved version replaces the one before.
Result<std::vector<ApprovedRow>> approved_of(const Planning& planning) {
  const auto& request = planning.request;
  if (request.approved) {
    return approved_rows(request.indicators);
  }
  std::vector<ApprovedRow> rows;
  for (const auto& agency : planning.plan.agencies) {
    const auto first = rows.size();
    for (const auto id : {agency.id, agency.renamed_from}) {
      if (id != 0 && rows.size() == first) {
        JH_TRY_DO(load_approved(planning.connection, request.region, id, request.year, rows));
      }
    }
    for (auto i = first; i < rows.size(); ++i) {
      rows[i].agency = agency.agency.name;  // as the document writes it
    }
  }
  return rows;
}

Result<void> review(const Planning& planning) {
  auto& plan = planning.plan;
  if (!planning.hooks.review) {
    return {};
  }
  auto facts = planning.request.facts;
  facts.year = planning.request.year;
  facts.costs.clear();
  for (const auto& agency : plan.agencies) {
    if (agency.id != 0) {
      JH_TRY_DO(load_past(planning.connection, planning.request.region, agency.id, *facts.year,
                          facts.past));
      JH_TRY_DO(load_comparisons(planning.connection, planning.request.region, agency.id,
                                 *facts.year, facts));
    }
  }
  sort_past(facts.past);
  JH_TRY(facts.approved, approved_of(planning));
  // What is known of a project goes before what this document alone tells.
  const auto& told = planning.request.facts.costs;
  facts.costs.insert(facts.costs.end(), told.begin(), told.end());
  const auto rows = plan.shown(planning.request);
  JH_TRY(plan.findings, planning.hooks.review(rows, facts));
  JH_TRY(const auto waivers,
         LivingWaivers::load(planning.connection, planning.request.region, planning.request.year));
  std::vector<FindingPlace> places;
  for (const auto& row : plan.rows) {
    places.push_back({row.indicator_id, plan.projects[row.project].id});
  }
  waivers.mark(rows, places, plan.findings);
  for (const auto& finding : plan.findings) {
    count(plan.result.findings, finding);
  }
  return {};
}

}  // namespace

Result<void> validate_filing(const FilingRequest& request) {
  if (!is_region(request.region)) {
    return fail(ErrorCode::invalid_input, {"store.bad_region", {request.region}});
  }
  if (request.year < 1990 || request.year > 2100) {
    return fail(ErrorCode::invalid_input, {"store.bad_year", {std::to_string(request.year)}});
  }
  if (request.indicators.empty()) {
    return fail(ErrorCode::invalid_input, {"store.no_rows"}, request.document_name);
  }
  const auto nameless = std::ranges::find(request.indicators, "", &Indicator::agency);
  if (request.agency.empty() && nameless != request.indicators.end()) {
    return fail(ErrorCode::invalid_input, {"store.no_agency"}, to_string(nameless->place));
  }
  return {};
}

Result<FilingPlan> plan_filing(sql::Connection& connection, const FilingRequest& request,
                               const Hooks& hooks) {
  JH_TRY_DO(validate_filing(request));
  FilingPlan plan;
  const Planning planning{connection, request, hooks, plan};
  JH_TRY_DO(find_document(planning));
  if (plan.result.outcome == FilingOutcome::same_document) {
    return plan;
  }
  JH_TRY_DO(plan_agencies(planning));
  JH_TRY_DO(plan_rows(planning));
  JH_TRY_DO(review(planning));
  return plan;
}

}  // namespace jiheng::store
