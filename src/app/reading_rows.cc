#include "app/reading_rows.h"

#include "report/csv.h"
#include "report/extract_rows.h"

namespace jiheng::app {

std::string rows_header(RowFormat format, bool bom) {
  if (format == RowFormat::jsonl) {
    return "";
  }
  return (bom ? std::string(report::kBom) : std::string()) + report::extract_csv_header();
}

std::string rows_of(const Reading& reading, RowFormat format) {
  std::string text;
  for (const auto& row : reading.intake.indicators) {
    text += format == RowFormat::csv ? report::extract_csv_line(reading.source, row)
                                     : report::extract_json_line(reading.source, row);
  }
  return text;
}

}  // namespace jiheng::app
