#include "app/document_notes.h"

#include "app/browse.h"

namespace jiheng::app {
Result<std::vector<ReportNote>> document_notes(const Workspace& workspace,
                                               std::int64_t document_id) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto import, workspace.store.newest_import(region, document_id));
  if (!import) {
    return std::vector<ReportNote>{};
  }
  JH_TRY(auto report, import_report(workspace, import->id));
  return std::move(report.notes);
}

}  // namespace jiheng::app
