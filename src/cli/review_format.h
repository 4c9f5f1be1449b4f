#pragma once

#include <string_view>

#include "app/review.h"

namespace jiheng::cli {

/// --bom: for people's spreadsheets.
[[nodiscard]] inline report::CsvFor csv_for(bool bom) {
  return bom ? report::CsvFor::spreadsheets : report::CsvFor::scripts;
}

/// What --format says, text for any other word.
[[nodiscard]] inline app::ReviewFormat review_format(std::string_view word) {
  if (word == "csv") {
    return app::ReviewFormat::csv;
  }
  if (word == "json") {
    return app::ReviewFormat::json;
  }
  return word == "xlsx" ? app::ReviewFormat::xlsx : app::ReviewFormat::text;
}

}  // namespace jiheng::cli
