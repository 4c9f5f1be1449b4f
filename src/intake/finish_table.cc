#include "intake/finish_table.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/text.h"
#include "intake/cut_kinds.h"
#include "intake/indicator_rows.h"
#include "intake/level_words.h"
#include "intake/repeats.h"
#include "intake/tick_box.h"

namespace jiheng::intake {
namespace {

constexpr std::array<Column, 4> kParents{Column::agency, Column::project, Column::level1,
                                         Column::level2};

void drop_repeats(Table& table, RowAccount& account) {
  std::vector<RepeatRow> keys;
  keys.reserve(table.rows.size());
  for (const auto& row : table.rows) {
    std::string key;
    for (const auto& cell : row.cells.cells) {
      key.append(cell).push_back('\n');
    }
    keys.push_back({std::move(key), row.after_mark});
  }
  const auto repeats = find_repeats(keys);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto& row = table.rows[i];
    if (repeats[i] == Repeat::dropped) {
      account.note(row.name, RowFate::repeated, "intake.repeated");
      continue;
    }
    if (repeats[i] == Repeat::doubtful) {
      row.cells.doubt.push_back(Doubt::repeated_block);
    }
    if (kept != i) {
      table.rows[kept] = std::move(row);
    }
    ++kept;
  }
  table.rows.resize(kept);
}

/// Blank parents hold what the row above holds, as long as nothing to the left of them changes.
/// What stands above the whole table is no merged cell: it fills columns the table lacks.
void fill_down(Table& table) {
  std::array<std::string, kParents.size()> above{table.agency, table.project, "", ""};
  std::array<std::span<const Box>, kParents.size()> boxes{};
  std::array<bool, kParents.size()> column{};
  for (std::size_t i = 0; i < kParents.size(); ++i) {
    column.at(i) = has(table.columns, kParents.at(i));
  }
  for (auto& row : table.rows) {
    for (std::size_t i = 0; i < kParents.size(); ++i) {
      auto& cell = row.cells[kParents.at(i)];
      if (trim(cell).empty()) {
        row.carried = row.carried || (column.at(i) && !above.at(i).empty());
        cell = above.at(i);
        row.cells.boxes_of(kParents.at(i)) = boxes.at(i);
        continue;
      }
      boxes.at(i) = row.cells.boxes_of(kParents.at(i));
      if (cell != above.at(i)) {
        above.at(i) = cell;
        std::fill(above.begin() + static_cast<std::ptrdiff_t>(i) + 1, above.end(), "");
        std::fill(boxes.begin() + static_cast<std::ptrdiff_t>(i) + 1, boxes.end(),
                  std::span<const Box>());
      }
    }
  }
}

/// What a column says of the secrecy of the projects, once each time it says something else.
void add_secrecy(const Table& table, Intake& intake) {
  if (!has(table.columns, Column::secrecy)) {
    return;
  }
  const auto first = intake.secrecy.size();
  for (const auto& row : table.rows) {
    SecrecyMark mark{.place = row.place,
                     .agency = fold_cell(row.cells[Column::agency]),
                     .project = fold_cell(row.cells[Column::project]),
                     .text = ticked_answer(fold_cell(row.cells[Column::secrecy]))};
    const bool said =
        intake.secrecy.size() > first && intake.secrecy.back().project == mark.project &&
        intake.secrecy.back().agency == mark.agency && intake.secrecy.back().text == mark.text;
    if (!mark.text.empty() && !mark.project.empty() && !said) {
      intake.secrecy.push_back(std::move(mark));
    }
  }
}

/// 成本指标 with nothing behind it.
void add_blank_kind(const TableRow& row, const Vocabulary& vocabulary, Intake& intake,
                    RowAccount& account) {
  intake.blank_kinds.push_back(
      {.place = row.name.place,
       .agency = fold_cell(row.cells[Column::agency]),
       .project = fold_cell(row.cells[Column::project]),
       .level1 = level1_of(fold_cell(row.cells[Column::level1]), vocabulary.frames),
       .level2 = level2_of(fold_cell(row.cells[Column::level2]), vocabulary.frames)});
  account.note(row.name, RowFate::note, "intake.blank_kind");
}

}  // namespace

void finish_table(Table table, const Knowledge& knowledge, Intake& intake, RowAccount& account) {
  TableNote summary{.number = static_cast<int>(intake.report.tables.size()) + 1,
                    .first = table.first,
                    .last = table.last};
  for (const auto& column : table.columns) {
    summary.columns.emplace_back(column ? word(*column) : "");
  }
  const auto before = intake.indicators.size();
  drop_repeats(table, account);
  join_cut_kinds(table, knowledge.vocabulary.frames);
  fill_down(table);
  if (const auto most = before + table.rows.size(); most > intake.indicators.capacity()) {
    intake.indicators.reserve(std::max(most, 2 * before));
  }
  add_secrecy(table, intake);
  IndicatorRows rows(table, knowledge, intake, account);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    if (!row.mid_term.empty()) {
      account.note({row.name.order, row.name.place, row.mid_term}, RowFate::mid_term,
                   "intake.mid_term");
    }
    if (row.use == RowUse::blank_kind) {
      add_blank_kind(row, knowledge.vocabulary, intake, account);
    } else if (row.use == RowUse::indicator) {
      rows.add(i);
    }
  }
  summary.indicators = intake.indicators.size() - before;
  intake.report.tables.push_back(std::move(summary));
}

}  // namespace jiheng::intake
