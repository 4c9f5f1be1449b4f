#include "intake/seen_row.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kNoteLength = 200;  // characters of a row shown in the report

std::string shortened(std::string text) {
  if (text.size() <= kNoteLength || length(text) <= kNoteLength) {
    return text;
  }
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < kNoteLength; ++i) {
    bytes += decode_point(text, bytes).bytes;
  }
  return text.substr(0, bytes) + "…";
}

}  // namespace

SeenRow see(const document::Row& row, document::Layout layout) {
  const bool grid = layout == document::Layout::grid;
  const bool paragraph =
      grid && row.cells.size() == 1 && row.place.table == 0 && row.place.sheet.empty();
  SeenRow seen{.name = {.place = row.place},
               .row = &row,
               .line = layout == document::Layout::running_text || paragraph,
               .grid = grid};
  seen.cells.reserve(row.cells.size());
  std::string text;
  for (const auto& cell : row.cells) {
    seen.cells.push_back(cell.merged == document::Merged::beside ? "" : fold_cell(cell.text));
    if (seen.own(seen.cells.size() - 1)) {
      text += (text.empty() ? "" : " ") + seen.cells.back();
    }
  }
  seen.name.text = shortened(std::move(text));
  return seen;
}

std::size_t filled_cells(const SeenRow& row) {
  return static_cast<std::size_t>(
      std::ranges::count_if(row.cells, [](const auto& cell) { return !cell.empty(); }));
}

std::size_t own_cells(const SeenRow& row) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    count += row.own(i) ? 1U : 0U;
  }
  return count;
}

}  // namespace jiheng::intake
