#include "app/document_notes.h"

#include <algorithm>
#include <optional>

#include "app/browse.h"

namespace jiheng::app {
namespace {

constexpr std::int64_t kImportPage = 200;

/// The newest version the document was filed as; nothing when it is only a stored document.
Result<std::optional<std::int64_t>> version_of(const Workspace& workspace,
                                               const std::string& region,
                                               std::int64_t document_id) {
  std::string cursor;
  do {
    JH_TRY(const auto page, workspace.store.imports(region, 0, cursor, kImportPage));
    const auto found = std::ranges::find(page.items, document_id, &store::Import::document_id);
    if (found != page.items.end()) {
      return found->id;
    }
    cursor = page.next;
  } while (!cursor.empty());
  return std::nullopt;
}

}  // namespace

Result<std::vector<ReportNote>> document_notes(const Workspace& workspace,
                                               std::int64_t document_id) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto version, version_of(workspace, region, document_id));
  if (!version) {
    return std::vector<ReportNote>{};
  }
  JH_TRY(auto report, import_report(workspace, *version));
  return std::move(report.notes);
}

}  // namespace jiheng::app
