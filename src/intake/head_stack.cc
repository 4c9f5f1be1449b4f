#include "intake/head_stack.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "intake/line_cells.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kLongestStack = 4;  // rows of a head

/// What the cells of a row would be if it were a head.
struct HeadCount {
  std::size_t known{};    // head words
  std::size_t core{};     // of them, words only a table of indicators has
  std::size_t spans{};    // 中期目标, 年度: over columns, not naming them
  std::size_t strange{};  // anything else
};

bool is_span_word(std::string_view cell) {
  constexpr std::size_t kLongest = 60;  // bytes
  return cell.size() <= kLongest && span_of(cell) != Span::unsaid;
}

HeadCount count(const std::vector<std::string>& cells) {
  HeadCount found;
  std::vector<std::string_view> others;
  for (const auto& cell : cells) {
    const auto head = head_of(cell);
    if (head.kind == HeadWord::none) {
      others.push_back(cell);
      continue;
    }
    ++found.known;
    const bool core =
        head.kind == HeadWord::group || (head.kind == HeadWord::column && is_core(head.column));
    found.core += core ? 1U : 0U;
  }
  // Nearly every row is one of values: nothing more is asked of it.
  for (std::size_t i = 0; i < others.size() && found.known > 0; ++i) {
    if (!others[i].empty()) {
      is_span_word(others[i]) ? ++found.spans : ++found.strange;
    }
  }
  return found;
}

/// A head may hold columns nobody here knows; a row of values holds no head words.
bool is_line_head(const HeadCount& row) {
  const auto strange = row.strange + row.spans;
  return row.known > 0 && (strange == 0 || (row.known >= 4 && strange <= row.known));
}

/// In a form the label cells 项目名称 and 实施单位 are head words too: a head names something only
/// tables of indicators have.
bool is_cell_head(const HeadCount& row, bool marked) {
  if (row.core == 0 || row.known + row.spans < 2) {
    return false;
  }
  return row.strange == 0 || (row.core >= 2 && row.strange <= row.known + 1) ||
         (row.known >= 4 && row.strange <= row.known) || (marked && row.known >= 2);
}

std::vector<std::string> words(const SeenRow& row) {
  std::vector<std::string> cells;
  for (const auto word : words_of(row.row->cells.front().text)) {
    cells.push_back(fold_cell(word));
  }
  return cells;
}

/// The folded text over each column, merged or not.
std::vector<std::string> texts_over(const SeenRow& row) {
  std::vector<std::string> found;
  found.reserve(row.cells.size());
  for (const auto& cell : row.row->cells) {
    found.push_back(fold_cell(cell.text));
  }
  return found;
}

std::vector<Span> spans(const std::vector<std::string>& texts) {
  std::vector<Span> found;
  found.reserve(texts.size());
  for (const auto& text : texts) {
    found.push_back(span_of(text));
  }
  return found;
}

/// Puts a head row's texts under those above; a merged cell that reaches down says its text once.
void stack(const std::vector<std::string>& over, std::vector<std::vector<std::string>>& heads) {
  heads.resize(std::max(heads.size(), over.size()));
  for (std::size_t i = 0; i < over.size(); ++i) {
    if (!over[i].empty() && (heads[i].empty() || heads[i].back() != over[i])) {
      heads[i].push_back(over[i]);
    }
  }
}

/// 单位 left of the indicator's name is the agency, right of it the measure.
void settle_units(Columns& columns, const std::vector<std::size_t>& units) {
  const auto name = position_of(columns, Column::name).value_or(columns.size());
  for (const auto unit : units) {
    const auto column = unit < name ? Column::agency : Column::measure;
    if (!has(columns, column)) {
      columns[unit] = column;
    }
  }
}

/// Heads in running text stand in order, but not in columns.
Columns columns_in_order(const std::vector<std::string>& heads) {
  Columns columns;
  std::vector<std::size_t> units;
  for (const auto& text : heads) {
    const auto head = head_of(text);
    if (head.kind == HeadWord::column) {
      columns.emplace_back(head.column);
    } else if (head.kind == HeadWord::ambiguous_unit) {
      units.push_back(columns.size());
      columns.emplace_back();
    }
  }
  settle_units(columns, units);
  return columns;
}

/// Takes the columns under 中期 out of the annual ones, when a target is among them.
bool part_spans(TableHead& head, const std::vector<Span>& over) {
  bool target = false;
  for (std::size_t i = 0; i < over.size(); ++i) {
    target = target || (over[i] == Span::mid_term && head.columns[i] == Column::target);
  }
  if (!target) {
    return false;
  }
  head.mid_term.resize(head.columns.size());
  for (std::size_t i = 0; i < over.size(); ++i) {
    if (over[i] == Span::mid_term) {
      head.mid_term[i] = std::exchange(head.columns[i], std::nullopt);
    }
  }
  return true;
}

/// Where a target column stands twice, the left block becomes the mid-term one.
bool part_blocks(TableHead& head) {
  auto& columns = head.columns;
  const auto first = std::ranges::find(columns, std::optional(Column::target));
  if (first == columns.end() ||
      std::find(first + 1, columns.end(), std::optional(Column::target)) == columns.end()) {
    return false;
  }
  head.mid_term.resize(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool again = columns[i] && *columns[i] != Column::other &&
                       std::find(columns.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                 columns.end(), columns[i]) != columns.end();
    if (again) {
      head.mid_term[i] = std::exchange(columns[i], std::nullopt);
    }
  }
  return true;
}

/// Other columns named twice: the last one counts, as in 主管部门 beside 预算单位.
void drop_twins(TableHead& head, RowAccount& account) {
  for (std::size_t i = 0; i < head.columns.size(); ++i) {
    auto& column = head.columns[i];
    const bool again = column && *column != Column::other &&
                       std::find(head.columns.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                 head.columns.end(), column) != head.columns.end();
    if (again) {
      column.reset();
      account.notice({"intake.column_twice", {head.texts[i]}}, head.first.place);
    }
  }
}

}  // namespace

bool HeadStack::take(const SeenRow& row) {
  if (rows_.size() >= kLongestStack) {
    return false;
  }
  const auto in_line = row.line ? words(row) : std::vector<std::string>();
  const auto& cells = row.line ? in_line : row.cells;
  const auto found = count(cells);
  if (row.line ? !is_line_head(found) : !is_cell_head(found, row.row->head)) {
    return false;
  }
  if (rows_.empty()) {
    first_ = row.name;
  }
  auto over = row.line ? cells : texts_over(row);
  rows_.push_back({cells, spans(over), over});
  line_ = row.line;
  return true;
}

TableHead HeadStack::finish(RowAccount& account) {
  auto head = TableHead{.first = first_, .line = line_};
  if (line_) {
    std::vector<std::string> all;
    for (const auto& row : rows_) {
      all.insert(all.end(), row.cells.begin(), row.cells.end());
    }
    head.columns = columns_in_order(all);
    for (auto& text : all) {
      head.heads.push_back({std::move(text)});
    }
  } else {
    head = finish_cells(account);
  }
  rows_.clear();
  return head;
}

TableHead HeadStack::finish_cells(RowAccount& account) const {
  TableHead head{.first = first_};
  std::vector<std::size_t> units;
  std::vector<Span> over;
  std::optional<std::size_t> last_group;
  for (const auto& row : rows_) {
    const auto width = std::max(head.columns.size(), row.cells.size());
    head.columns.resize(width);
    head.texts.resize(width);
    over.resize(width);
    stack(row.over, head.heads);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      over[i] = row.spans[i] == Span::unsaid ? over[i] : row.spans[i];
      const auto word = head_of(row.cells[i]);
      head.texts[i] = row.cells[i].empty() ? head.texts[i] : row.cells[i];
      if (word.kind == HeadWord::column) {
        head.columns[i] = word.column;
      } else if (word.kind == HeadWord::ambiguous_unit) {
        units.push_back(i);
      } else if (word.kind == HeadWord::group) {
        last_group = i;
      }
    }
  }
  // 一级指标 | 二级指标 | 绩效指标 | 指标值: a group that stands over nothing is the name.
  const auto level2 = position_of(head.columns, Column::level2);
  if (!has(head.columns, Column::name) && level2 && last_group == *level2 + 1 &&
      !head.columns[*last_group]) {
    head.columns[*last_group] = Column::name;
  }
  settle_units(head.columns, units);
  if (!part_spans(head, over) && part_blocks(head)) {
    account.notice({"intake.two_blocks", {}}, first_.place);
  }
  drop_twins(head, account);
  return head;
}

}  // namespace jiheng::intake
