#include "app/reading_anew.h"

#include "app/browse.h"
#include "app/filing.h"

namespace jiheng::app {

Result<ImportReport> read_anew(const Workspace& workspace, std::int64_t document_id, bool dry_run) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto document, workspace.store.document(region, document_id));
  JH_TRY(const auto import, workspace.store.newest_import(region, document_id));
  if (!import) {
    return fail(ErrorCode::conflict, {"corrections.not_filed"}, document.name);
  }
  JH_TRY(const auto before, import_report(workspace, import->id));
  return import_document(workspace, {.name = document.name,
                                     .bytes = document.bytes,
                                     .dry_run = dry_run,
                                     .year = import->year,
                                     .region = region,
                                     .agency = before.agency});
}

}  // namespace jiheng::app
