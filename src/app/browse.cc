#include "app/browse.h"

#include <algorithm>
#include <map>

#include "app/document_notes.h"
#include "document/document.h"
#include "document/readers.h"

namespace jiheng::app {
namespace {

constexpr std::int64_t kAttention = 10;
constexpr std::int64_t kLastImports = 5;

/// What became of the lines that hold no indicator, by line.
Result<std::map<int, std::string>> fates_of(const Workspace& workspace, std::int64_t document_id) {
  JH_TRY(const auto notes, document_notes(workspace, document_id));
  std::map<int, std::string> fates;
  for (const auto& note : notes) {
    fates.emplace(note.line, note.fate);
  }
  return fates;
}

}  // namespace

Result<std::vector<store::YearCount>> years(const Workspace& workspace) {
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.years(region);
}

Result<OverviewPage> overview(const Workspace& workspace, int year) {
  JH_TRY(const auto region, region_of(workspace));
  OverviewPage page;
  JH_TRY(page.numbers, workspace.store.overview(region, year));
  JH_TRY(auto worst,
         workspace.store.list_projects(
             {.region = region, .year = year},
             {.sort = store::ProjectSort::findings, .descending = true, .limit = kAttention}));
  std::erase_if(worst.items, [](const store::ProjectSummary& project) {
    return project.findings.error + project.findings.warning == 0;
  });
  page.attention = std::move(worst.items);
  JH_TRY(auto imports, workspace.store.imports(region, year, {}, kLastImports));
  page.imports = std::move(imports.items);
  return page;
}

Result<std::vector<store::AgencyCount>> agencies(const Workspace& workspace, int year) {
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.agencies(region, year);
}

Result<store::Page<store::ProjectSummary>> list_projects(
    const Workspace& workspace, store::ProjectFilter filter,
    const store::Stretch<store::ProjectSort>& stretch) {
  JH_TRY(filter.region, region_of(workspace));
  return workspace.store.list_projects(filter, stretch);
}

Result<store::Page<store::StoredIndicator>> list_indicators(
    const Workspace& workspace, store::IndicatorFilter filter,
    const store::Stretch<store::IndicatorSort>& stretch) {
  JH_TRY(filter.region, region_of(workspace));
  return workspace.store.list_indicators(filter, stretch);
}

ProjectFrames frames_of(const Workspace& workspace, const store::StoredProject& project) {
  const auto& frames = workspace.vocabulary.frames;
  ProjectFrames views{.own = frames.named(project.source.frame)};
  std::vector<Indicator> rows;
  for (const auto& stored : project.rows) {
    rows.push_back(stored.row);
  }
  if (views.own == nullptr) {
    views.own = frames.fitting(rows);  // filed before frames were kept
  }
  for (const auto& frame : frames.all()) {
    FrameView view{.frame = &frame};
    for (const auto& row : rows) {
      view.kinds.push_back(mapped_to(frame, frames, row.level1, row.level2));
    }
    views.all.push_back(std::move(view));
  }
  return views;
}

Result<store::StoredProject> project(const Workspace& workspace, std::int64_t id) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(auto found, workspace.store.project(region, id));
  // A year that was judged anew is judged by another pack than its filings were.
  JH_TRY(const auto runs, workspace.store.judged_by(region));
  for (const auto& [run, at_ms, counts] : runs) {
    if (run.year == found.summary.year && at_ms != 0) {
      found.source.pack_id = run.pack_id;
      found.source.pack_version = run.pack_version;
    }
  }
  return found;
}

Result<store::StoredIndicator> indicator(const Workspace& workspace, std::int64_t id) {
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.indicator(region, id);
}

Result<store::Page<store::Import>> list_imports(const Workspace& workspace, int year,
                                                std::string_view cursor, std::int64_t limit) {
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.imports(region, year, cursor, limit);
}

Result<ImportReport> import_report(const Workspace& workspace, std::int64_t id) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto kept, workspace.store.import(region, id));
  JH_TRY(auto report, from_stored_form(kept.report));
  report.id = kept.import.id;
  report.document_id = kept.import.document_id;
  return report;
}

Result<DocumentLines> document_lines(const Workspace& workspace, std::int64_t id, int from,
                                     int limit) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto document, workspace.store.document(region, id));
  if (document::find_reader(document.bytes) != nullptr) {
    return fail(ErrorCode::invalid_input, {"browse.no_lines"}, document.name);
  }
  JH_TRY(const auto texts, document::read_lines(document.bytes));
  DocumentLines lines{.document_id = id,
                      .name = document.name,
                      .format = document.format,
                      .total = static_cast<int>(texts.size()),
                      .from = from};
  const int last = std::min(lines.total, from + limit - 1);
  if (from > last) {
    return lines;
  }
  JH_TRY(const auto fates, fates_of(workspace, id));
  JH_TRY(const auto rows, workspace.store.rows_on_lines(region, id, from, last));
  for (int line = from; line <= last; ++line) {
    lines.lines.push_back({.line = line, .text = texts[static_cast<std::size_t>(line) - 1]});
    auto& entry = lines.lines.back();
    std::ranges::copy_if(
        rows, std::back_inserter(entry.indicators),
        [line](const store::RowLines& row) { return row.first <= line && line <= row.last; });
    const auto fate = fates.find(line);
    if (entry.indicators.empty() && fate != fates.end()) {
      entry.fate = fate->second;
    }
  }
  return lines;
}

}  // namespace jiheng::app
