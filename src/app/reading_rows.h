#pragma once

#include <string>

#include "app/reading.h"

namespace jiheng::app {

/// How extracted rows are written.
enum class RowFormat { csv, jsonl };

/// What stands before the first row: the header of CSV, with a byte order mark when asked for.
[[nodiscard]] std::string rows_header(RowFormat format, bool bom);

/// The rows of one document, a line each; in jsonl the records of its forms stand before the
/// indicators: projects, goals, funding.
[[nodiscard]] std::string rows_of(const Reading& reading, RowFormat format);

}  // namespace jiheng::app
