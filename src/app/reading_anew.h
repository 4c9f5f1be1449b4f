#pragma once

#include <cstdint>

#include "app/import_report.h"
#include "app/workspace.h"
#include "base/result.h"

namespace jiheng::app {

/// Reads a filed document again, by what is remembered now, and files it as the next version of
/// its filing; with `dry_run` only says what that would give. Where nothing was decided since, it
/// is the same document and nothing changes. Edits go over as with any new version.
///
/// Errors  not_found `store.no_document`; conflict `corrections.not_filed` for a document no filing
///         goes by; those of `import_document`.
[[nodiscard]] Result<ImportReport> read_anew(const Workspace& workspace, std::int64_t document_id,
                                             bool dry_run);

}  // namespace jiheng::app
