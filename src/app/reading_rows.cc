#include "app/reading_rows.h"

#include <utility>

#include "report/extract_rows.h"
#include "report/form_rows.h"

namespace jiheng::app {
namespace {

/// What the form says around its indicators.
std::string form_records(const Reading& reading) {
  const auto& intake = reading.intake;
  std::string text;
  for (const auto& project : intake.projects) {
    text += report::project_json_line(reading.source, project, intake.funding);
  }
  for (const auto& goal : intake.goals) {
    text += report::goal_json_line(reading.source, goal);
  }
  for (const auto& funding : intake.funding) {
    text += report::funding_json_line(reading.source, funding);
  }
  for (const auto& mark : intake.secrecy) {
    text += report::secrecy_json_line(reading.source, mark);
  }
  return text;
}

}  // namespace

std::string rows_header(RowFormat format, report::CsvFor reader) {
  if (format == RowFormat::jsonl) {
    return "";
  }
  return std::string(report::opening(reader)) + report::extract_csv_header();
}

void RowWriter::begin() {
  lines_ = {};
  summary_ = {};
}

void RowWriter::take(Indicator&& indicator) {
  lines_.append(format_ == RowFormat::csv ? report::extract_csv_line(source_, indicator, reader_)
                                          : report::extract_json_line(source_, indicator));
  summary_.add(indicator);
}

WrittenRows RowWriter::finish(const Reading& reading) {
  return {format_ == RowFormat::jsonl ? form_records(reading) : "", std::move(lines_)};
}

}  // namespace jiheng::app
