#pragma once

#include "report/review_rows.h"
#include "report/workbook.h"

namespace jiheng::report {

/// One finding a row of a sheet, of all documents.
void draw_finding_list(Workbook& workbook, lxw_worksheet* sheet,
                       std::span<const ReviewedRows> reviewed, const ReviewWords& words);

}  // namespace jiheng::report
