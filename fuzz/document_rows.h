#pragma once

#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "document/document.h"
#include "intake/intake.h"

namespace jiheng::fuzz {

/// Reads bytes as a document and its rows; stops when the report does not account for every row.
inline void read_document(std::string_view bytes, const document::Limits& limits = {},
                          const document::ContentReader& reader = document::read_content) {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  const auto document = document::read("fuzz", bytes, limits, reader);
  if (!document) {
    return;
  }
  std::size_t rows = 0;
  for (const auto& sheet : document->sheets) {
    rows += sheet.rows.size();
  }
  const auto intake = intake::read_rows(*document, kVocabulary);
  if (intake.report.rows > rows) {
    std::abort();
  }
  for (const auto& indicator : intake.indicators) {
    if (!is_utf8(indicator.name) || !is_utf8(indicator.target)) {
      std::abort();
    }
  }
}

}  // namespace jiheng::fuzz
