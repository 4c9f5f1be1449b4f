#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace jiheng::test {

inline std::vector<std::string> texts(const document::Row& row) {
  std::vector<std::string> cells;
  for (const auto& cell : row.cells) {
    cells.push_back(cell.text);
  }
  return cells;
}

/// The rows of a document's first sheet, "1: a|b" each; or its error, "document.empty where".
inline std::vector<std::string> rows_in(std::string_view bytes,
                                        const document::Limits& limits = {}) {
  const auto document = document::read("file", bytes, limits);
  if (!document) {
    return {document.error().message.key + " " + document.error().where};
  }
  std::vector<std::string> rows;
  if (document->sheets.empty()) {
    return rows;
  }
  for (const auto& row : document->sheets[0].rows) {
    std::string text;
    for (const auto& cell : texts(row)) {
      text += (text.empty() ? std::to_string(row.place.row) + ": " : "|") + cell;
    }
    rows.push_back(text);
  }
  return rows;
}

/// The notices of a document, "sheet.hidden_rows 1 Sheet1" each.
inline std::vector<std::string> notices_in(std::string_view bytes) {
  std::vector<std::string> notices;
  const auto document = document::read("file", bytes);
  for (const auto& notice : document.value().notices) {
    notices.push_back(notice.message.key);
    for (const auto& arg : notice.message.args) {
      notices.back() += " " + arg;
    }
  }
  return notices;
}

}  // namespace jiheng::test
