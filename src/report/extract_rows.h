#pragma once

#include <string>
#include <string_view>

#include "domain/indicator.h"
#include "report/csv.h"

namespace jiheng::report {

/// The columns of `jiheng extract --format csv`, as a header line. Scripts rely on them.
/// Source  docs/formats/extract-csv.md
[[nodiscard]] std::string extract_csv_header();

/// One indicator as a CSV record; `source` is the path as given.
[[nodiscard]] std::string extract_csv_line(std::string_view source, const Indicator& indicator,
                                           CsvFor reader = CsvFor::scripts);

/// One indicator as a line of JSON: the same names, the typed target and the boxes.
[[nodiscard]] std::string extract_json_line(std::string_view source, const Indicator& indicator);

}  // namespace jiheng::report
