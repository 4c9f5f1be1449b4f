#include "intake/line_cells.h"

#include <algorithm>

#include "base/text.h"
#include "intake/target_language.h"
#include "intake/target_number.h"

namespace jiheng::intake {
namespace {

using Words = std::vector<std::string_view>;

std::string joined(const Words& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    text.append(i == first ? "" : " ").append(words[i]);
  }
  return text;
}

bool has_column(const Columns& columns, Column column) {
  return std::ranges::find(columns, std::optional(column)) != columns.end();
}

/// Where the levels stand.
struct Anchor {
  std::size_t level1{};
  bool known{};  // both words are in a frame
};

std::optional<Anchor> find_anchor(const Words& words, const Frames& frames) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (frames.is_level1(fold_cell(words[i])) && frames.is_level2(fold_cell(words[i + 1]))) {
      return Anchor{i, true};
    }
  }
  // One level no frame knows, between words that a row needs around it.
  for (std::size_t i = 0; i + 3 < words.size(); ++i) {
    const bool first = frames.is_level1(fold_cell(words[i]));
    const bool second = frames.is_level2(fold_cell(words[i + 1]));
    const bool ends_alike = words[i].ends_with("指标") && words[i + 1].ends_with("指标");
    if (first || (second && words[i].ends_with("指标")) || ends_alike) {
      return Anchor{i, false};
    }
  }
  return std::nullopt;
}

/// Agency and project before the levels. Names may hold blanks; then it is a guess which one does.
void put_names(const Words& words, std::size_t end, const Columns& columns, RowCells& row) {
  const bool agency = has_column(columns, Column::agency);
  const bool project = has_column(columns, Column::project);
  if (end == 0) {
    return;
  }
  if (!agency || !project) {
    const auto column = agency ? Column::agency : Column::project;
    row.set(column, joined(words, 0, end));
    return;
  }
  if (end == 1) {
    row.set(Column::project, std::string(words[0]));
    return;
  }
  row.set(Column::agency, std::string(words[0]));
  row.set(Column::project, joined(words, 1, end));
  if (end > 2) {
    row.doubt.push_back(Doubt::split_uncertain);
  }
}

bool is_sign(std::string_view word, bool alone) {
  const auto sign = leading_sign(word);
  return sign && (!alone || sign->bytes == word.size());
}

/// The word that compares: a sign alone before a sign glued to its value.
std::optional<std::size_t> find_comparator(const Words& words, std::size_t first) {
  for (const bool alone : {true, false}) {
    for (std::size_t i = first; i < words.size(); ++i) {
      if (is_sign(words[i], alone)) {
        return i;
      }
    }
  }
  return std::nullopt;
}

bool is_measure(std::string_view word, const MeasureDictionary& measures) {
  const auto measure = measures.understand(fold_cell(word));
  return measure.kind != MeasureKind::unknown || measure.several;
}

/// Columns that follow the comparator, in the order of the head.
std::vector<Column> tail_columns(const Columns& columns) {
  std::vector<Column> tail;
  const auto name = std::ranges::find(columns, std::optional(Column::name));
  for (auto at = name == columns.end() ? name : name + 1; at != columns.end(); ++at) {
    if (at->value_or(Column::other) != Column::comparator) {
      tail.push_back(at->value_or(Column::other));
    }
  }
  return tail;
}

/// Target, measure and what else the table has behind the comparator.
void put_tail(const Words& tail, const Columns& columns, const MeasureDictionary& measures,
              RowCells& row) {
  const auto order = tail_columns(columns);
  if (order.size() > 2 && tail.size() == order.size()) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      row.set(order[i], std::string(tail[i]));
    }
    return;
  }
  row.set(Column::target, {});
  if (tail.empty()) {
    return;
  }
  // A lone word is the target: a row may leave the measure out, hardly ever the target.
  const bool last_is_measure = tail.size() > 1 && is_measure(tail.back(), measures);
  const bool two = tail.size() == 2;
  const bool splits = last_is_measure || (two && has_digit(fold_cell(tail.front())));
  const auto end = splits ? tail.size() - 1 : tail.size();
  row.set(Column::target, joined(tail, 0, end));
  if (splits) {
    row.set(Column::measure, std::string(tail.back()));
  }
  if (end > 1) {
    row.doubt.push_back(Doubt::split_uncertain);
  }
}

std::optional<RowCells> by_position(const Words& words, const Columns& columns) {
  const bool fits = words.size() == columns.size() || words.size() + 1 == columns.size();
  const auto sign = std::ranges::find(columns, std::optional(Column::comparator));
  const auto at = static_cast<std::size_t>(sign - columns.begin());
  if (!fits || at >= words.size() || !is_sign(words[at], true)) {
    return std::nullopt;
  }
  RowCells row;
  for (std::size_t i = 0; i < words.size(); ++i) {
    row.set(columns[i].value_or(Column::other), std::string(words[i]));
  }
  return row;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view line) {
  Words words;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto start = line.find_first_not_of(" \t", at);
    if (start == std::string_view::npos) {
      break;
    }
    const auto end = std::min(line.find_first_of(" \t", start), line.size());
    words.push_back(line.substr(start, end - start));
    at = end;
  }
  return words;
}

std::optional<RowCells> cells_of_line(std::string_view line, const Columns& columns,
                                      const Vocabulary& vocabulary) {
  const auto words = words_of(line);
  if (words.size() < 4) {
    return std::nullopt;
  }
  const auto anchor = find_anchor(words, vocabulary.frames);
  if (!anchor) {
    return by_position(words, columns);
  }
  auto comparator = find_comparator(words, anchor->level1 + 3);
  if (!comparator) {
    // A table without signs: the name is one word, what follows it the target.
    if (has_column(columns, Column::comparator) || words.size() < anchor->level1 + 4) {
      return by_position(words, columns);
    }
    comparator = anchor->level1 + 3;
  }
  RowCells row;
  put_names(words, anchor->level1, columns, row);
  row.set(Column::level1, std::string(words[anchor->level1]));
  row.set(Column::level2, std::string(words[anchor->level1 + 1]));
  row.set(Column::name, joined(words, anchor->level1 + 2, *comparator));
  const auto sign = leading_sign(words[*comparator]);
  if (sign && sign->bytes == words[*comparator].size()) {
    row.set(Column::comparator, std::string(words[*comparator]));
    put_tail(Words(words.begin() + static_cast<std::ptrdiff_t>(*comparator) + 1, words.end()),
             columns, vocabulary.measures, row);
  } else {
    // Sign and value are one word: it goes whole to the target, which takes it apart and says so.
    put_tail(Words(words.begin() + static_cast<std::ptrdiff_t>(*comparator), words.end()), columns,
             vocabulary.measures, row);
  }
  return row;
}

}  // namespace jiheng::intake
