#include "intake/place_row.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/cell_number.h"
#include "intake/head_words.h"
#include "intake/level_words.h"
#include "intake/table_words.h"
#include "intake/target_language.h"

namespace jiheng::intake {
namespace {

constexpr std::array<std::string_view, 8> kTotals{"合计", "总计", "总分",     "小计",
                                                  "共计", "得分", "自评总分", "总得分"};

bool counts_once(Column column) {
  return column == Column::points || column == Column::actual || column == Column::score ||
         column == Column::reason;
}

/// A column that says something about one indicator alone.
bool is_own_word(Column column) {
  return column == Column::name || column == Column::comparator || column == Column::target ||
         column == Column::measure;
}

const std::string& text_at(const SeenRow& row, const Columns& columns, Column column) {
  static const std::string none;
  const auto at = position_of(columns, column);
  return at && *at < row.cells.size() ? row.cell(*at) : none;
}

/// Puts the cells under the columns; gives whether the row has any own word.
bool put_cells(const SeenRow& row, const Columns& columns, TableRow& placed) {
  bool own = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i >= columns.size()) {
      if (row.own(i)) {
        placed.cells.doubt.push_back(Doubt::row_long);
        break;
      }
      continue;
    }
    const auto column = columns[i].value_or(Column::other);
    if (column == Column::other) {
      continue;
    }
    const bool below = row.merged(i) == document::Merged::below;
    if (row.merged(i) == document::Merged::beside || (below && counts_once(column))) {
      placed.cells.set(column, {});
      continue;
    }
    placed.cells.set(column, row.row->cells[i].text, row.row->cells[i].boxes);
    placed.carried = placed.carried || (below && !row.cell(i).empty());
    own = own || (is_own_word(column) && row.own(i));
  }
  // Programs leave out empty cells at the end; a row that ends before its target is cut.
  if (!row.grid && !placed.cells.has(Column::target)) {
    placed.cells.doubt.push_back(Doubt::row_short);
  }
  return own;
}

/// What a row says in the block of mid-term targets, if it says something of its own there.
std::string mid_term_text(const SeenRow& row, const Columns& mid_term) {
  std::string text;
  bool own = false;
  for (std::size_t i = 0; i < std::min(mid_term.size(), row.cells.size()); ++i) {
    if (mid_term[i] && !row.cell(i).empty()) {
      text += (text.empty() ? "" : " ") + row.cell(i);
      own = own || (is_own_word(*mid_term[i]) && row.own(i));
    }
  }
  return own ? text : "";
}

/// 中长期绩效指标 as a merged cell left of the table's columns.
bool under_mid_term(const SeenRow& row, const Columns& columns) {
  for (std::size_t i = 0; i < std::min(columns.size(), row.cells.size()) && !columns[i]; ++i) {
    if (span_of(row.cell(i)) == Span::mid_term) {
      return true;
    }
  }
  return false;
}

bool names_kind(const SeenRow& row, const Columns& columns, const Frames& frames) {
  const auto& level1 = text_at(row, columns, Column::level1);
  const auto& level2 = text_at(row, columns, Column::level2);
  return frames.is_level1(level1_of(level1, frames)) || frames.is_level2(level2_of(level2, frames));
}

bool is_blank_kind(const SeenRow& row, const Columns& columns, const Frames& frames) {
  const auto level2 = position_of(columns, Column::level2);
  return level2 && *level2 < row.cells.size() && row.own(*level2) &&
         frames.is_level2(level2_of(row.cell(*level2), frames));
}

/// "填表人：张三" below the rows of a form.
bool is_signature(const SeenRow& row, const Columns& columns, const Frames& frames) {
  const auto first = std::ranges::find_if(row.cells, [](const auto& c) { return !c.empty(); });
  return is_note(*first) && !names_kind(row, columns, frames);
}

}  // namespace

std::optional<TableRow> place_row(const SeenRow& row, const Table& table,
                                  const Vocabulary& vocabulary) {
  // One cell alone is a title or a note, unless it continues a merged row's target.
  if (filled_cells(row) < 2 || is_signature(row, table.columns, vocabulary.frames)) {
    return std::nullopt;
  }
  TableRow placed{.name = row.name, .place = row.name.place, .cells = {}};
  const bool own = put_cells(row, table.columns, placed);
  placed.mid_term = mid_term_text(row, table.mid_term);
  const bool says_nothing =
      trim(placed.cells[Column::name]).empty() && trim(placed.cells[Column::target]).empty();
  if (!own || says_nothing) {
    placed.use = RowUse::none;
    if (says_nothing && is_blank_kind(row, table.columns, vocabulary.frames)) {
      placed.use = RowUse::blank_kind;
    } else if (placed.mid_term.empty()) {
      return std::nullopt;
    }
    return placed;
  }
  if (under_mid_term(row, table.columns)) {
    placed.use = RowUse::none;
    placed.mid_term = row.name.text;
  }
  if (const auto target = position_of(table.columns, Column::target)) {
    placed.place = document::cell_place(*row.row, *target);
  }
  return placed;
}

bool continues(const SeenRow& row, const Columns& columns, const Vocabulary& vocabulary) {
  if (row.cells.size() != columns.size()) {
    return false;
  }
  if (names_kind(row, columns, vocabulary.frames)) {
    return true;
  }
  const auto& comparator = text_at(row, columns, Column::comparator);
  const auto sign = leading_sign(comparator);
  const bool named = !text_at(row, columns, Column::name).empty() &&
                     !text_at(row, columns, Column::target).empty();
  const bool levels_blank = text_at(row, columns, Column::level1).empty() &&
                            text_at(row, columns, Column::level2).empty();
  return named && ((sign && sign->bytes == comparator.size()) || levels_blank);
}

bool is_total(const SeenRow& row) {
  const auto first = std::ranges::find_if(row.cells, [](const auto& c) { return !c.empty(); });
  return first != row.cells.end() &&
         std::ranges::find(kTotals, std::string_view(bare_word(*first))) != kTotals.end();
}

std::string total_score(const SeenRow& row, const Columns& columns) {
  const auto first = std::ranges::find_if(row.cells, [](const auto& c) { return !c.empty(); });
  const bool of_part = first != row.cells.end() && bare_word(*first) == "小计";
  const auto& score = text_at(row, columns, Column::score);
  return !of_part && number_in(score) ? score : "";
}

}  // namespace jiheng::intake
