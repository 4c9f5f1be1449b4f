#pragma once

#include <cstdint>
#include <vector>

#include "app/import_report.h"
#include "app/workspace.h"

namespace jiheng::app {

/// What became of the rows that hold no indicator, from the report of the newest version that was
/// filed from the document; empty when it is only stored.
/// Errors  those of the store.
[[nodiscard]] Result<std::vector<ReportNote>> document_notes(const Workspace& workspace,
                                                             std::int64_t document_id);

}  // namespace jiheng::app
