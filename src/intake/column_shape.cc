#include "intake/column_shape.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "intake/level_words.h"
#include "intake/target_comparator.h"
#include "intake/target_language.h"
#include "intake/target_number.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kLookAhead = 40;  // rows a guess is made from
constexpr std::size_t kAgreeing = 2;    // rows that must agree at least

bool is_level1(std::string_view text, const Vocabulary& vocabulary) {
  return vocabulary.frames.is_level1(level1_of(text, vocabulary.frames));
}

bool is_level2(std::string_view text, const Vocabulary& vocabulary) {
  return vocabulary.frames.is_level2(level2_of(text, vocabulary.frames));
}

bool is_sign(std::string_view text) {
  const auto sign = leading_sign(text);
  return sign && sign->bytes == text.size();
}

bool is_measure(std::string_view text, const Vocabulary& vocabulary) {
  const auto measure = vocabulary.measures.understand(text);
  return measure.kind != MeasureKind::unknown || measure.several;
}

/// A short text that begins with a sign or a number: ≥95%, 5万人, 12月底前.
bool is_value(std::string_view text) {
  constexpr std::size_t kLongest = 60;  // bytes
  return text.size() <= kLongest && (leading_sign(text) || leading_number(text));
}

/// How many values of one column look like what.
struct Shape {
  std::size_t values{};
  std::size_t level1{};
  std::size_t level2{};
  std::size_t comparator{};
  std::size_t measure{};
  std::size_t target{};

  [[nodiscard]] bool agrees(std::size_t count) const {
    return count >= kAgreeing && count * 4 >= values * 3;
  }
};

Shape shape_of(std::size_t column, std::span<const document::Row> rows,
               const Vocabulary& vocabulary) {
  Shape shape;
  for (const auto& row : rows.first(std::min(rows.size(), kLookAhead))) {
    if (column >= row.cells.size() || row.cells[column].merged == document::Merged::beside) {
      continue;
    }
    const auto text = fold_cell(row.cells[column].text);
    if (text.empty()) {
      continue;
    }
    if (head_of(text).kind != HeadWord::none) {
      break;  // the next table's head
    }
    ++shape.values;
    shape.level1 += is_level1(text, vocabulary) ? 1U : 0U;
    shape.level2 += is_level2(text, vocabulary) ? 1U : 0U;
    shape.comparator += is_sign(text) ? 1U : 0U;
    shape.measure += is_measure(text, vocabulary) ? 1U : 0U;
    shape.target += is_value(text) ? 1U : 0U;
  }
  return shape;
}

std::optional<Column> column_by_values(const Shape& shape, const TableHead& head,
                                       std::size_t column) {
  const auto name = position_of(head.columns, Column::name);
  const bool right = !name || column > *name;
  const std::array<std::pair<Column, bool>, 5> guesses{{
      {Column::level1, shape.agrees(shape.level1)},
      {Column::level2, shape.agrees(shape.level2)},
      {Column::comparator, right && shape.agrees(shape.comparator)},
      {Column::target, right && shape.agrees(shape.target)},
      {Column::measure, right && shape.agrees(shape.measure)},
  }};
  for (const auto& [guess, fits] : guesses) {
    if (fits && !has(head.columns, guess) && !has(head.mid_term, guess)) {
      return guess;
    }
  }
  return std::nullopt;
}

void tell(TableHead& head, std::size_t column, Column guess, RowAccount& account) {
  head.columns[column] = guess;
  account.notice({"intake.column_guessed",
                  {std::to_string(column + 1), head.texts[column], std::string(word(guess))}},
                 head.first.place);
}

}  // namespace

std::optional<Columns> columns_by_shape(const SeenRow& row, const Vocabulary& vocabulary) {
  for (std::size_t i = 0; i + 3 < row.cells.size(); ++i) {
    if (!is_level1(row.cell(i), vocabulary) || !is_level2(row.cell(i + 1), vocabulary)) {
      continue;
    }
    Columns columns(row.cells.size());
    columns[i] = Column::level1;
    columns[i + 1] = Column::level2;
    columns[i + 2] = Column::name;
    if (i > 0) {
      columns[i - 1] = Column::project;
    }
    if (i > 1) {
      columns[i - 2] = Column::agency;
    }
    std::size_t next = i + 3;
    if (is_sign(row.cell(i + 2))) {
      return std::nullopt;  // a sign is no name: the table lacks that column
    }
    if (is_sign(row.cell(next))) {
      columns[next++] = Column::comparator;
    }
    if (next >= columns.size()) {
      return std::nullopt;
    }
    columns[next++] = Column::target;
    if (next < columns.size()) {
      columns[next] = Column::measure;
    }
    return columns;
  }
  return std::nullopt;
}

void guess_columns(TableHead& head, std::span<const document::Row> below,
                   const Vocabulary& vocabulary, RowAccount& account) {
  const bool levels = has(head.columns, Column::level1) || has(head.columns, Column::level2) ||
                      has(head.columns, Column::name);
  if (!levels) {
    return;  // some other table: nothing to complete
  }
  const auto width = head.columns.size();
  const auto level2 = position_of(head.columns, Column::level2);
  const bool name_missing = !has(head.columns, Column::name) && level2 && *level2 + 1 < width;
  if (name_missing && !head.columns[*level2 + 1]) {
    tell(head, *level2 + 1, Column::name, account);
  }
  for (std::size_t i = 0; i < width; ++i) {
    if (head.columns[i] || (i < head.mid_term.size() && head.mid_term[i])) {
      continue;
    }
    if (const auto guess = column_by_values(shape_of(i, below, vocabulary), head, i)) {
      tell(head, i, *guess, account);
    }
  }
}

}  // namespace jiheng::intake
