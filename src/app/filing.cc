#include "app/filing.h"

#include <algorithm>
#include <set>

#include "app/extract.h"
#include "app/facts.h"
#include "app/judging.h"
#include "app/unpacking.h"
#include "app/year_comparison.h"
#include "base/hash.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kDefaultForm = "table11";

std::vector<ReportNote> notes_of(const intake::IntakeReport& report) {
  std::vector<ReportNote> notes;
  notes.reserve(report.notes.size());
  for (const auto& note : report.notes) {
    notes.push_back({.place = to_string(note.place),
                     .line = note.place.line,
                     .fate = std::string(intake::word(note.fate)),
                     .reason = note.reason,
                     .text = note.text});
  }
  return notes;
}

std::vector<ReportLayout> layouts_of(const intake::IntakeReport& report) {
  std::vector<ReportLayout> layouts;
  for (const auto& note : report.layouts) {
    auto& layout = layouts.emplace_back(
        ReportLayout{.layout = note.layout,
                     .table = note.table == 0 ? "" : "t" + std::to_string(note.table),
                     .place = to_string(note.place)});
    for (const auto& [head, role, correction] : note.columns) {
      layout.columns.push_back({head, role, correction});
    }
  }
  return layouts;
}

std::vector<ReportRemembered> remembered_of(const intake::IntakeReport& report) {
  std::vector<ReportRemembered> rows;
  for (const auto& [correction, verdict, place, text] : report.remembered_rows) {
    rows.push_back({correction, verdict, to_string(place), text});
  }
  return rows;
}

/// Which corrections a reading went by, as one word; "" when by none.
std::string digest_of(const intake::IntakeReport& report) {
  std::set<std::int64_t> ids;
  for (const auto& row : report.remembered_rows) {
    ids.insert(row.correction);
  }
  for (const auto& layout : report.layouts) {
    for (const auto& column : layout.columns) {
      ids.insert(column.correction);
    }
  }
  ids.erase(0);
  std::string said;
  for (const auto id : ids) {
    said += std::to_string(id) + "\n";
  }
  return said.empty() ? said : sha256(said);
}

std::vector<ReportAgency> agencies_of(const std::vector<Indicator>& rows) {
  std::vector<ReportAgency> agencies;
  std::set<std::pair<std::string, std::string>> projects;
  for (const auto& row : rows) {
    auto found = std::ranges::find(agencies, row.agency, &ReportAgency::name);
    if (found == agencies.end()) {
      found = agencies.insert(agencies.end(), {.name = row.agency});
    }
    ++found->indicators;
    found->projects += projects.insert({row.agency, row.project}).second ? 1 : 0;
  }
  return agencies;
}

/// What reading gave; filing adds its outcome.
ImportReport report_of(const Reading& reading, const ImportRequest& request) {
  const auto& intake = reading.intake;
  ImportReport report{.dry_run = request.dry_run,
                      .name = request.name,
                      .hash = reading.hash,
                      .format = std::string(document::word(reading.format)),
                      .encoding = std::string(word(reading.encoding)),
                      .title = intake.title,
                      .year = request.year ? *request.year : intake.year.value_or(0),
                      .form = intake.form.empty() ? std::string(kDefaultForm) : intake.form,
                      .agency = request.agency,
                      .pages = static_cast<std::int64_t>(reading.pages),
                      .rows = static_cast<std::int64_t>(intake.report.rows),
                      .indicators = static_cast<std::int64_t>(intake.indicators.size()),
                      .repeated = static_cast<std::int64_t>(intake.report.repeated),
                      .doubtful = static_cast<std::int64_t>(intake.report.doubtful),
                      .unread = static_cast<std::int64_t>(intake.report.unread),
                      .remembered = static_cast<std::int64_t>(intake.report.remembered),
                      .agencies = agencies_of(intake.indicators),
                      .layouts = layouts_of(intake.report),
                      .remembered_rows = remembered_of(intake.report),
                      .doubts = doubtful_rows(intake.indicators, kPreviewRows),
                      .notes = notes_of(intake.report)};
  for (const auto& agency : report.agencies) {
    report.projects += agency.projects;
  }
  for (const auto& [repair, rows] : intake.report.repairs) {
    report.repairs[repair] = static_cast<std::int64_t>(rows);
  }
  for (const auto& table : intake.report.tables) {
    report.tables.push_back({.table = "t" + std::to_string(table.number),
                             .first = to_string(table.first),
                             .last = to_string(table.last),
                             .columns = table.columns,
                             .indicators = static_cast<std::int64_t>(table.indicators)});
  }
  for (const auto& notice : intake.report.notices) {
    report.notices.push_back({notice.message, to_string(notice.place)});
  }
  if (request.year && intake.year && *request.year != *intake.year) {
    report.notices.push_back(
        {{"filing.year_differs", {std::to_string(*intake.year), std::to_string(*request.year)}},
         ""});
  }
  if (intake.approved) {
    report.notices.push_back({{"filing.approved", {std::to_string(report.projects)}}, ""});
  }
  const auto shown = std::min(intake.indicators.size(), kPreviewRows);
  report.preview.assign(intake.indicators.begin(),
                        intake.indicators.begin() + static_cast<std::ptrdiff_t>(shown));
  return report;
}

void add_result(ImportReport& report, const store::FilingResult& result) {
  if (result.version_id != 0) {
    report.id = result.version_id;
  }
  if (result.document_id != 0) {
    report.document_id = result.document_id;
  }
  report.outcome = result.outcome;
  if (result.superseded) {
    report.notices.push_back({{"filing.superseded"}, ""});
  }
  if (result.reported > 0) {
    report.notices.push_back({{"filing.approved_late", {std::to_string(result.reported)}}, ""});
  }
  report.version = result.version;
  report.findings = result.findings;
  report.changes = {.added = result.added,
                    .unchanged = result.unchanged,
                    .gone = result.gone,
                    .carried = result.carried,
                    .changed = result.changed,
                    .conflicts = result.conflicts,
                    .gone_rows = result.gone_rows};
  if (result.gone + result.unchanged > 0 || !result.changed.empty()) {
    report.changes.added_rows = result.added_rows;
  }
}

/// Rows that name no agency belong to the one the caller names.
void name_agency(std::vector<Indicator>& rows, const std::string& agency) {
  for (auto& row : rows) {
    if (row.agency.empty()) {
      row.agency = agency;
    }
  }
}

/// The request's document, read by the region's corrections, with something to file or to map.
Result<Reading> read_request(const Workspace& workspace, const ImportRequest& request,
                             const std::string& region) {
  JH_TRY(const bool archive, is_archive(workspace, request.bytes, request.stop));
  if (archive) {
    return fail(ErrorCode::invalid_input, {"filing.is_archive"}, request.name);
  }
  JH_TRY(const auto corrections, workspace.store.living_corrections(region));
  JH_TRY(auto reading, read_document(request.name, request.bytes,
                                     {.vocabulary = workspace.vocabulary,
                                      .reader = workspace.readers.reader(request.stop),
                                      .corrections = &corrections}));
  if (request.stop.stop_requested()) {
    return fail(ErrorCode::unavailable, {"document.given_up"}, request.name);
  }
  // A head that lacks a column can still be mapped: a dry run shows it.
  if (reading.intake.indicators.empty() &&
      (!request.dry_run || reading.intake.report.layouts.empty())) {
    return fail(ErrorCode::invalid_input, {"filing.no_rows"}, request.name);
  }
  if (!request.year && !reading.intake.year) {
    return fail(ErrorCode::invalid_input, {"filing.no_year"}, request.name);
  }
  name_agency(reading.intake.indicators, request.agency);
  return reading;
}

/// The region a document is filed in. Lists, pages and exports show one region of a database: what
/// is filed in another would be filed and never seen.
Result<std::string> region_for(const Workspace& workspace, const ImportRequest& request) {
  JH_TRY_DO(check_region(request.region));
  if (request.region.empty() || !workspace.region.empty()) {
    return request.region.empty() ? region_of(workspace) : Result<std::string>(request.region);
  }
  JH_TRY(const auto regions, workspace.store.regions());
  if (!regions.empty() && regions.front() != request.region) {
    return fail(ErrorCode::invalid_input,
                {"filing.other_region", {request.region, regions.front()}}, request.name);
  }
  return request.region;
}

}  // namespace

Result<void> check_region(const std::string& region) {
  const bool digits = region.find_first_not_of("0123456789") == std::string::npos;
  if (!region.empty() && (region.size() != 9 || !digits)) {
    return fail(ErrorCode::invalid_input, {"filing.bad_region", {region}});
  }
  return {};
}

Result<ImportReport> import_document(const Workspace& workspace, const ImportRequest& request) {
  JH_TRY(const auto region, region_for(workspace, request));
  JH_TRY(const auto reading, read_request(workspace, request, region));
  auto report = report_of(reading, request);
  if (const auto* frame = workspace.vocabulary.frames.fitting(reading.intake.indicators)) {
    report.frame = frame->id;
  }
  report.region = region;
  if (reading.intake.indicators.empty()) {
    return report;
  }
  JH_TRY(const auto judged_by, pack_of(workspace, report.region, report.year));
  auto facts = facts_of(reading.intake, workspace.vocabulary, report.year);
  facts.costs =
      costs_within(reading.intake.indicators, facts, judged_by.pack, workspace.vocabulary);
  const store::FilingRequest filing{.region = report.region,
                                    .year = report.year,
                                    .form = report.form,
                                    .title = report.title,
                                    .document_hash = reading.hash,
                                    .document_name = request.name,
                                    .document_format = report.format,
                                    .document_encoding = report.encoding,
                                    .document_bytes = request.bytes,
                                    .agency = request.agency,
                                    .indicators = reading.intake.indicators,
                                    .facts = std::move(facts),
                                    .approved = reading.intake.approved,
                                    .repeated = report.repeated,
                                    .doubtful = report.doubtful,
                                    .unread = report.unread,
                                    .pack_id = judged_by.pack.id,
                                    .pack_version = judged_by.pack.version,
                                    .corrections = digest_of(reading.intake.report),
                                    .again = request.again,
                                    .report = [&](const store::FilingResult& result) {
                                      auto kept = report;
                                      add_result(kept, result);
                                      return stored_form(kept);
                                    }};
  JH_TRY(const auto hooks, hooks_by(workspace, judged_by.pack));
  JH_TRY(const auto result, request.dry_run ? workspace.store.plan(filing, hooks)
                                            : workspace.store.file(filing, hooks));
  add_result(report, result);
  if (request.dry_run && result.outcome != FilingOutcome::same_document) {
    report.id.reset();
    report.document_id.reset();
  }
  return report;
}

}  // namespace jiheng::app
