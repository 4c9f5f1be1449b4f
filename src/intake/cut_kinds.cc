#include "intake/cut_kinds.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "intake/level_words.h"

namespace jiheng::intake {
namespace {

bool is_kind(Column column, const std::string& text, const Frames& frames) {
  const auto folded = fold_cell(text);
  return column == Column::level1 ? frames.is_level1(level1_of(folded, frames))
                                  : frames.is_level2(level2_of(folded, frames));
}

}  // namespace

void CutKinds::add(TableRow row) {
  const bool new_page = page_ && *page_ != row.place.page;
  page_ = row.place.page;
  for (auto& run : runs_) {
    go_on(row.cells[run.column], run);
    if (new_page) {
      join(row.cells[run.column], run);
    }
    const auto& cell = row.cells[run.column];
    if (cell != run.text && !trim(cell).empty()) {
      run.text = cell;
      run.first = taken_ + rows_.size();
    }
  }
  rows_.push_back(std::move(row));
}

std::optional<TableRow> CutKinds::take(bool end) {
  const auto held = [this](const Run& run) { return !run.text.empty() && run.first <= taken_; };
  if (rows_.empty() || (!end && std::ranges::any_of(runs_, held))) {
    return std::nullopt;
  }
  auto row = std::move(rows_.front());
  rows_.pop_front();
  ++taken_;
  return row;
}

/// The rest of a word may stand in several rows; blank ones are covered.
void CutKinds::go_on(std::string& cell, Run& run) {
  if (run.rest.empty()) {
    return;
  }
  if (cell == run.rest) {
    cell = run.whole;
  } else if (!trim(cell).empty()) {
    run.rest.clear();
  }
}

/// Joins the first cell of a page to the word above it.
void CutKinds::join(std::string& cell, Run& run) {
  if (run.text.empty() || trim(cell).empty() || is_kind(run.column, cell, frames_)) {
    return;
  }
  auto whole = run.text + "\n" + cell;
  if (!is_kind(run.column, whole, frames_)) {
    return;
  }
  for (auto i = run.first - taken_; i < rows_.size(); ++i) {
    auto& above = rows_[i].cells[run.column];
    above = above == run.text ? whole : above;
  }
  run.text = whole;
  run.rest = std::exchange(cell, whole);
  run.whole = std::move(whole);
}

}  // namespace jiheng::intake
