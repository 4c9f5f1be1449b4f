#include "intake/finish_table.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/text.h"
#include "intake/level_words.h"
#include "intake/repeats.h"
#include "intake/target_language.h"

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

/// Where the six cells of a row stand; what is cut out of one text stands there once a field.
std::vector<FieldBox> boxes_of(const RowCells& cells) {
  constexpr std::array kFields{
      std::pair{Field::level1, Column::level1}, std::pair{Field::level2, Column::level2},
      std::pair{Field::level3, Column::name},   std::pair{Field::comparator, Column::comparator},
      std::pair{Field::target, Column::target}, std::pair{Field::measure, Column::measure}};
  std::vector<FieldBox> boxes;
  for (const auto& [field, column] : kFields) {
    if (trim(cells[column]).empty()) {
      continue;
    }
    for (const auto& box : cells.boxes_of(column)) {
      boxes.push_back({field, box});
    }
  }
  return boxes;
}

/// Below this a character read from a scan is as often wrong as right (measured: test/documents).
bool is_sure(const FieldBox& stands) {
  constexpr std::int32_t kSureEnough = 50;
  return stands.box.sure >= kSureEnough;
}

std::string as_filed(const FiledCells& filed) {
  std::string text;
  for (const auto* cell : {&filed.comparator, &filed.target, &filed.measure}) {
    if (!trim(*cell).empty()) {
      text += (text.empty() ? "" : "|") + *cell;
    }
  }
  return text;
}

/// Everything of a row but its target.
Indicator without_target(const TableRow& row, const Vocabulary& vocabulary) {
  const auto& cells = row.cells;
  Indicator base;
  base.place = row.place;
  base.agency = fold_cell(cells[Column::agency]);
  base.project = fold_cell(cells[Column::project]);
  base.level1 = level1_of(fold_cell(cells[Column::level1]), vocabulary.frames);
  base.level2 = level2_of(fold_cell(cells[Column::level2]), vocabulary.frames);
  base.name = fold_cell(cells[Column::name]);
  base.points = fold_cell(cells[Column::points]);
  base.actual = fold_cell(cells[Column::actual]);
  base.score = fold_cell(cells[Column::score]);
  base.reason = fold_cell(cells[Column::reason]);
  base.filed = {.level1 = cells[Column::level1],
                .level2 = cells[Column::level2],
                .name = cells[Column::name],
                .comparator = cells[Column::comparator],
                .target = cells[Column::target],
                .measure = cells[Column::measure]};
  base.as_filed = as_filed(base.filed);
  base.doubt = cells.doubt;
  base.boxes = boxes_of(cells);
  if (row.joined) {
    base.repaired.push_back(Repair::lines_joined);
  }
  if (row.carried) {
    base.repaired.push_back(Repair::filled_down);
  }
  if (!base.level1.empty() && !base.level2.empty() &&
      (!vocabulary.frames.is_level1(base.level1) || !vocabulary.frames.is_level2(base.level2))) {
    base.doubt.push_back(Doubt::level_unknown);
  }
  if (!std::ranges::all_of(base.boxes, is_sure)) {
    base.doubt.push_back(Doubt::ocr_low);
  }
  if (row.name.text.find("\xEF\xBF\xBD") != std::string::npos) {
    base.doubt.push_back(Doubt::encoding_replaced);
  }
  return base;
}

template <typename Words>
void sort_unique(Words& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// A number whose comparator cell is there and empty: at least and at most are both possible.
bool lacks_comparator(const TableRow& row, const ReadTarget& target) {
  return row.cells.has(Column::comparator) && trim(row.cells[Column::comparator]).empty() &&
         !target.comparator && std::holds_alternative<NumberTarget>(target.typed);
}

/// One target of a row in its indicator, which holds everything else already.
void put_target(ReadTarget target, Indicator& indicator) {
  indicator.comparator = target.comparator;
  indicator.target = std::move(target.target);
  indicator.measure = std::move(target.measure);
  indicator.typed = std::move(target.typed);
  indicator.measured = std::move(target.measured);
  indicator.repaired.insert(indicator.repaired.end(), target.repaired.begin(),
                            target.repaired.end());
  indicator.doubt.insert(indicator.doubt.end(), target.doubt.begin(), target.doubt.end());
  std::ranges::sort(indicator.repaired);
  sort_unique(indicator.doubt);
}

void add_indicators(const TableRow& row, const Vocabulary& vocabulary, Intake& intake,
                    RowAccount& account) {
  auto base = without_target(row, vocabulary);
  auto targets = read_target(
      {row.cells[Column::comparator], row.cells[Column::target], row.cells[Column::measure]},
      vocabulary);
  if (base.name.empty()) {
    base.doubt.push_back(Doubt::name_missing);
  }
  // Nearly every row has one target; only further ones need a copy.
  auto& all = intake.indicators;
  const auto first = all.size();
  all.insert(all.end(), targets.size() - 1, base);
  all.push_back(std::move(base));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    auto& indicator = all[first + i];
    if (lacks_comparator(row, targets[i])) {
      indicator.doubt.push_back(Doubt::comparator_missing);
    }
    put_target(std::move(targets[i]), indicator);
    account.repaired(indicator.repaired);
    account.doubt(row.name, indicator.doubt);
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

void finish_table(Table table, const Vocabulary& vocabulary, Intake& intake, RowAccount& account) {
  TableNote summary{.number = static_cast<int>(intake.report.tables.size()) + 1,
                    .first = table.first,
                    .last = table.last};
  for (const auto& column : table.columns) {
    summary.columns.emplace_back(column ? word(*column) : "");
  }
  const auto before = intake.indicators.size();
  drop_repeats(table, account);
  fill_down(table);
  if (const auto most = before + table.rows.size(); most > intake.indicators.capacity()) {
    intake.indicators.reserve(std::max(most, 2 * before));
  }
  for (const auto& row : table.rows) {
    if (!row.mid_term.empty()) {
      account.note({row.name.order, row.name.place, row.mid_term}, RowFate::mid_term,
                   "intake.mid_term");
    }
    if (row.use == RowUse::blank_kind) {
      add_blank_kind(row, vocabulary, intake, account);
    } else if (row.use == RowUse::indicator) {
      add_indicators(row, vocabulary, intake, account);
    }
  }
  summary.indicators = intake.indicators.size() - before;
  intake.report.tables.push_back(std::move(summary));
}

}  // namespace jiheng::intake
