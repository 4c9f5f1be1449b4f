#include "intake/indicator_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "intake/level_words.h"
#include "intake/remembered_row.h"
#include "intake/target_language.h"

namespace jiheng::intake {
namespace {

/// Where the cells of a row stand; what is cut out of one text stands there once a column.
std::vector<CellBox> boxes_of(const RowCells& cells) {
  std::vector<CellBox> boxes;
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    if (column == Column::other || trim(cells[column]).empty()) {
      continue;
    }
    for (const auto& box : cells.boxes_of(column)) {
      boxes.push_back({column, box});
    }
  }
  return boxes;
}

/// Below this a character read from a scan is as often wrong as right (measured: test/documents).
bool is_sure(const CellBox& stands) {
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
  base.explanation = fold_cell(cells[Column::explanation]);
  base.standard = fold_cell(cells[Column::standard]);
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
  } else if (row.name.text.find("\xEF\xBF\xBD") != std::string::npos) {
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

/// The indicators of one row, as its cells say.
void read_row(const TableRow& row, const Vocabulary& vocabulary, std::vector<Indicator>& rows) {
  auto base = without_target(row, vocabulary);
  auto targets = read_target(
      {row.cells[Column::comparator], row.cells[Column::target], row.cells[Column::measure]},
      vocabulary);
  if (base.name.empty()) {
    base.doubt.push_back(Doubt::name_missing);
  }
  // Nearly every row has one target; only further ones need a copy.
  rows.clear();
  rows.insert(rows.end(), targets.size() - 1, base);
  rows.push_back(std::move(base));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (lacks_comparator(row, targets[i])) {
      rows[i].doubt.push_back(Doubt::comparator_missing);
    }
    put_target(std::move(targets[i]), rows[i]);
  }
}

bool in_doubt(const std::vector<Indicator>& rows) {
  return std::ranges::any_of(rows, [](const Indicator& row) { return !row.doubt.empty(); });
}

}  // namespace

IndicatorRows::IndicatorRows(const Table& table, const Knowledge& knowledge, const Outcome& outcome)
    : table_(table),
      knowledge_(knowledge),
      outcome_(outcome),
      keys_(table.layout),
      keyed_(outcome.taker == nullptr),
      looked_up_(knowledge.corrections.has_rows(table.layout)) {}

void IndicatorRows::read(const TableRow& row) {
  auto& [intake, account, taker] = outcome_;
  read_row(row, knowledge_.vocabulary, rows_);
  const auto* remembered = looked_up_ ? knowledge_.corrections.row(keys_.of_last()) : nullptr;
  if (remembered != nullptr) {
    remember_row(*remembered, knowledge_.vocabulary, rows_);
    intake.report.remembered_rows.push_back(
        {remembered->id, remembered->verdict, row.place, row.name.text});
  }
  intake.report.remembered += remembered != nullptr || table_.mapped ? 1U : 0U;
  if (rows_.empty()) {
    account.note(row.name, RowFate::note, "intake.rejected");
  }
  const auto key = keyed_ && in_doubt(rows_) ? keys_.of_last() : std::string();
  for (auto& indicator : rows_) {
    indicator.row_key = key;
    account.repaired(indicator.repaired);
    account.doubt(row.name, indicator.doubt);
    ++count_;
    if (taker != nullptr) {
      taker->take(std::move(indicator));
    } else {
      intake.indicators.push_back(std::move(indicator));
    }
  }
}

}  // namespace jiheng::intake
