#include "app/filing.h"

#include <algorithm>
#include <set>

#include "app/extract.h"
#include "app/judging.h"
#include "app/unpacking.h"

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
                      .format = std::string(document::word(reading.format)),
                      .encoding = std::string(word(reading.encoding)),
                      .title = intake.title,
                      .year = request.year ? *request.year : intake.year.value_or(0),
                      .form = intake.form.empty() ? std::string(kDefaultForm) : intake.form,
                      .rows = static_cast<std::int64_t>(intake.report.rows),
                      .indicators = static_cast<std::int64_t>(intake.indicators.size()),
                      .repeated = static_cast<std::int64_t>(intake.report.repeated),
                      .doubtful = static_cast<std::int64_t>(intake.report.doubtful),
                      .unread = static_cast<std::int64_t>(intake.report.unread),
                      .agencies = agencies_of(intake.indicators),
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

}  // namespace

Result<void> check_region(const std::string& region) {
  const bool digits = region.find_first_not_of("0123456789") == std::string::npos;
  if (!region.empty() && (region.size() != 9 || !digits)) {
    return fail(ErrorCode::invalid_input, {"filing.bad_region", {region}});
  }
  return {};
}

Result<ImportReport> import_document(const Workspace& workspace, const ImportRequest& request) {
  JH_TRY_DO(check_region(request.region));
  JH_TRY(const bool archive, is_archive(workspace, request.bytes, request.stop));
  if (archive) {
    return fail(ErrorCode::invalid_input, {"filing.is_archive"}, request.name);
  }
  JH_TRY(auto reading, read_document(request.name, request.bytes,
                                     {.vocabulary = workspace.vocabulary,
                                      .reader = workspace.readers.reader(request.stop)}));
  if (request.stop.stop_requested()) {
    return fail(ErrorCode::unavailable, {"document.given_up"}, request.name);
  }
  if (reading.intake.indicators.empty()) {
    return fail(ErrorCode::invalid_input, {"filing.no_rows"}, request.name);
  }
  if (!request.year && !reading.intake.year) {
    return fail(ErrorCode::invalid_input, {"filing.no_year"}, request.name);
  }
  name_agency(reading.intake.indicators, request.agency);
  auto report = report_of(reading, request);
  if (request.region.empty()) {
    JH_TRY(report.region, region_of(workspace));
  } else {
    report.region = request.region;
  }
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
                                    .repeated = report.repeated,
                                    .doubtful = report.doubtful,
                                    .unread = report.unread,
                                    .pack_id = workspace.pack.id,
                                    .pack_version = workspace.pack.version,
                                    .report = [&](const store::FilingResult& result) {
                                      auto kept = report;
                                      add_result(kept, result);
                                      return stored_form(kept);
                                    }};
  const auto hooks = hooks_of(workspace);
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
