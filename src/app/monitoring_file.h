#pragma once

#include <string>

#include "app/exporting.h"

namespace jiheng::app {

/// 监控表 of the projects the filter leaves (region, year, agency, project), at the end of a month;
/// 0 for the pack's key month. As a workbook at most 200 projects, a sheet each. Errors  not_found
/// `exporting.no_rows`; invalid_input `monitoring.too_many_sheets`.
[[nodiscard]] Result<std::string> monitoring_file(const Workspace& workspace,
                                                  const ExportRequest& request,
                                                  const store::IndicatorFilter& filter);

}  // namespace jiheng::app
