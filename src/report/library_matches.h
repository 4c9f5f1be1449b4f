#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/indicator.h"
#include "domain/library_indicator.h"
#include "domain/library_match.h"

namespace jiheng::report {

/// The rows of a document, and for each the library entries it may mean.
struct MatchedRows {
  const std::string& source;
  std::span<const Indicator> rows;
  std::span<const std::vector<LibraryMatch>> matches;
  std::span<const LibraryIndicator> library;
};

/// One line for each row and entry:
/// `source,place,agency,project,indicator,code,name,confidence,by,spelling,role,measure`. A row
/// without an entry has one line, empty from `code` on. `confidence` in thousandths; `role` and
/// `measure` say whether they agree.
[[nodiscard]] std::string matches_csv_header();
[[nodiscard]] std::string matches_csv(const MatchedRows& matched);

/// One object for each row, its entries in `matches`.
[[nodiscard]] std::string matches_jsonl(const MatchedRows& matched);

}  // namespace jiheng::report
