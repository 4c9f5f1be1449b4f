#pragma once

#include <string>

#include "app/reading.h"
#include "report/csv.h"

namespace jiheng::app {

/// How extracted rows are written.
enum class RowFormat { csv, jsonl };

/// What stands before the first row: the header of CSV, for spreadsheets behind a byte order mark.
[[nodiscard]] std::string rows_header(RowFormat format, report::CsvFor reader);

/// The rows of one document, a line each; in jsonl the records of its forms stand before the
/// indicators: projects, goals, funding.
[[nodiscard]] std::string rows_of(const Reading& reading, RowFormat format, report::CsvFor reader);

}  // namespace jiheng::app
