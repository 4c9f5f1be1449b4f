#include "intake/finish_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "intake/level_words.h"
#include "intake/tick_box.h"

namespace jiheng::intake {

TableFinish::TableFinish(Table& table, const Knowledge& knowledge, const Outcome& outcome)
    : table_(table),
      vocabulary_(knowledge.vocabulary),
      outcome_(outcome),
      cut_kinds_(knowledge.vocabulary.frames),
      rows_(table, knowledge, outcome),
      above_{table.agency, table.project, "", ""} {
  for (std::size_t i = 0; i < kParents.size(); ++i) {
    has_.at(i) = has(table.columns, kParents.at(i));
  }
}

void TableFinish::end() {
  TableNote summary{.number = static_cast<int>(outcome_.intake.report.tables.size()) + 1,
                    .first = table_.first,
                    .last = table_.last};
  for (const auto& column : table_.columns) {
    summary.columns.emplace_back(column ? word(*column) : "");
  }
  finish_rows(true);
  std::ranges::move(secrecy_, std::back_inserter(outcome_.intake.secrecy));
  summary.indicators = rows_.count();
  outcome_.intake.report.tables.push_back(std::move(summary));
}

std::optional<std::size_t> TableFinish::first_order() const {
  if (const auto* next = cut_kinds_.next()) {
    return next->name.order;
  }
  return unsettled_.empty() ? std::nullopt : std::optional(unsettled_.front().name.order);
}

void TableFinish::finish_rows(bool end) {
  drop_repeats(end);
  while (auto row = cut_kinds_.take(end)) {
    finish(*row);
  }
}

void TableFinish::drop_repeats(bool end) {
  for (auto& row : table_.rows) {
    std::string key;
    for (const auto& cell : row.cells.cells) {
      key.append(cell).push_back('\n');
    }
    repeats_.add({std::move(key), row.after_mark});
    unsettled_.push_back(std::move(row));
  }
  table_.rows.clear();
  for (const auto repeat : repeats_.settle(end)) {
    auto& row = unsettled_.front();
    if (repeat == Repeat::dropped) {
      outcome_.account.note(row.name, RowFate::repeated, "intake.repeated");
    } else {
      if (repeat == Repeat::doubtful) {
        row.cells.doubt.push_back(Doubt::repeated_block);
      }
      cut_kinds_.add(std::move(row));
    }
    unsettled_.pop_front();
  }
}

void TableFinish::finish(TableRow& row) {
  fill_down(row);
  add_secrecy(row);
  rows_.go_to(row);
  if (!row.mid_term.empty()) {
    outcome_.account.note({row.name.order, row.name.place, row.mid_term}, RowFate::mid_term,
                          "intake.mid_term");
  }
  if (row.use == RowUse::blank_kind) {
    add_blank_kind(row);
  } else if (row.use == RowUse::indicator) {
    rows_.read(row);
  }
}

/// Blank parents hold what the row above holds, as long as nothing to the left of them changes.
/// What stands above the whole table is no merged cell: it fills columns the table lacks.
void TableFinish::fill_down(TableRow& row) {
  for (std::size_t i = 0; i < kParents.size(); ++i) {
    auto& cell = row.cells[kParents.at(i)];
    auto& stands = row.cells.boxes_of(kParents.at(i));
    auto& above = above_.at(i);
    if (trim(cell).empty()) {
      row.carried = row.carried || (has_.at(i) && !above.empty());
      cell = above;
      stands = boxes_above_.at(i);
      continue;
    }
    boxes_above_.at(i).assign(stands.begin(), stands.end());
    if (cell != above) {
      above = cell;
      const auto right = static_cast<std::ptrdiff_t>(i) + 1;
      std::fill(above_.begin() + right, above_.end(), "");
      std::fill(boxes_above_.begin() + right, boxes_above_.end(), std::vector<Box>());
    }
  }
}

/// What a column says of the secrecy of the projects, once each time it says something else.
void TableFinish::add_secrecy(const TableRow& row) {
  if (!has(table_.columns, Column::secrecy)) {
    return;
  }
  SecrecyMark mark{.place = row.place,
                   .agency = fold_cell(row.cells[Column::agency]),
                   .project = fold_cell(row.cells[Column::project]),
                   .text = ticked_answer(fold_cell(row.cells[Column::secrecy]))};
  const bool said = !secrecy_.empty() && secrecy_.back().project == mark.project &&
                    secrecy_.back().agency == mark.agency && secrecy_.back().text == mark.text;
  if (!mark.text.empty() && !mark.project.empty() && !said) {
    secrecy_.push_back(std::move(mark));
  }
}

/// 成本指标 with nothing behind it.
void TableFinish::add_blank_kind(const TableRow& row) {
  const auto& frames = vocabulary_.frames;
  outcome_.intake.blank_kinds.push_back(
      {.place = row.name.place,
       .agency = fold_cell(row.cells[Column::agency]),
       .project = fold_cell(row.cells[Column::project]),
       .level1 = level1_of(fold_cell(row.cells[Column::level1]), frames),
       .level2 = level2_of(fold_cell(row.cells[Column::level2]), frames)});
  outcome_.account.note(row.name, RowFate::note, "intake.blank_kind");
}

}  // namespace jiheng::intake
